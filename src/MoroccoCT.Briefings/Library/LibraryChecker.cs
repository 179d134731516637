using MoroccoCT.Briefings.Content;

namespace MoroccoCT.Briefings.Library;

/// <summary>Faults that only show between files: ids that lead nowhere or stand twice, words without a meaning, translations that differ.</summary>
internal static class LibraryChecker
{
    /// <param name="today">See <see cref="ContentLibrary.Load"/>.</param>
    public static IReadOnlyList<LibraryProblem> Check(ContentLibrary library, DateOnly? today) =>
    [
        .. SectionsInEveryLanguage(library),
        .. Duplicates(library),
        .. library.AllSections.SelectMany(section => Citations(library, section)),
        .. library.AllSections.SelectMany(KeyPoints),
        .. DataFiles(library),
        .. LabelCheck.Check(library),
        .. AcronymCheck.Check(library),
        .. TranslationCheck.Check(library),
        .. DateCheck.Check(library, today),
    ];

    private static IEnumerable<LibraryProblem> SectionsInEveryLanguage(ContentLibrary library) =>
        from id in library.AllSections.Select(section => section.Id).Distinct()
        from language in library.Languages.Append(ContentLibrary.Original).Distinct()
        where !library.AllSections.Any(section => section.Id == id && section.Language == language)
        select new LibraryProblem($"sections/{id}/{language}.md", 1, "the file is missing",
            $"a language is offered only when every section has it: write this file or remove the other {language}.md files");

    private static IEnumerable<LibraryProblem> Duplicates(ContentLibrary library)
    {
        foreach (var language in library.Languages)
        {
            var seen = new Dictionary<string, string>();
            foreach (var (section, topic) in library.Sections(language).SelectMany(section => section.Topics.Select(topic => (section, topic))))
            {
                if (!seen.TryAdd(topic.Id, $"{section.File}:{topic.Line}"))
                    yield return new(section.File, topic.Line, $"the topic id '{topic.Id}' stands already at {seen[topic.Id]}",
                        "give each topic an id of its own");
            }

            foreach (var pair in library.Sections(language).GroupBy(section => section.Order).Where(group => group.Count() > 1))
                yield return new(pair.Last().File, pair.Last().LineOf("order"), $"order {pair.Key} is also that of {pair.First().File}",
                    "give each section a place of its own");
        }

        foreach (var (file, ids) in IdsByFile(library))
        {
            foreach (var (id, line) in ids.GroupBy(entry => entry.Id).SelectMany(group => group.Skip(1)))
                yield return new(file, line, $"'{id}' stands twice", "use each id once");
        }
    }

    private static IEnumerable<(string File, IEnumerable<(string Id, int Line)> Ids)> IdsByFile(ContentLibrary library) =>
    [
        (LibraryReader.SourcesFile, library.Sources.Select(source => (source.Id, source.Line))),
        (LibraryReader.TimelineFile, library.Timeline.Select(happening => (happening.Id, happening.Line))),
        (LibraryReader.KeyFiguresFile, library.KeyFigures.Select(figure => (figure.Id, figure.Line))),
        (LibraryReader.ProgrammesFile, library.Programmes.Rows.Select(row => (row.Id, row.Line))),
        (LibraryReader.MethodFile, library.Method.Select(note => (note.Id, note.Line))),
        (LibraryReader.GlossaryFile, library.Glossary.Select(entry => (entry.Term, entry.Line))),
    ];

    private static IEnumerable<LibraryProblem> Citations(ContentLibrary library, Section section) =>
        section.CitedSources().SelectMany(cited => Reference(library, section.File, cited.Line, cited.Reference));

    private static IEnumerable<LibraryProblem> KeyPoints(Section section) =>
        from point in section.KeyPoints
        where section.Topics.All(topic => topic.Id != point.Topic)
        select new LibraryProblem(section.File, point.Line, $"a key point of an unknown topic '{point.Topic}'",
            $"use one of this section's topics: {string.Join(", ", section.Topics.Select(topic => topic.Id))}");

    private static IEnumerable<LibraryProblem> DataFiles(ContentLibrary library) =>
    [
        .. library.Timeline.SelectMany(happening =>
            Place(library, LibraryReader.TimelineFile, happening.Line, happening.Section, happening.Topic, happening.Sources)),
        .. library.KeyFigures.SelectMany(figure => Place(library, LibraryReader.KeyFiguresFile, figure.Line, figure.Section, figure.Topic, figure.Sources)),
        .. library.Programmes.Rows.SelectMany(row => Place(library, LibraryReader.ProgrammesFile, row.Line, row.Section, row.Topic, row.Sources)),
        .. library.Timeline.Zip(library.Timeline.Skip(1)).Where(pair => pair.Second.Date < pair.First.Date)
            .Select(pair => new LibraryProblem(LibraryReader.TimelineFile, pair.Second.Line,
                $"'{pair.Second.Id}' ({pair.Second.Date}) stands after '{pair.First.Id}' ({pair.First.Date})", "keep the events in order of time")),
    ];

    private static IEnumerable<LibraryProblem> Place(
        ContentLibrary library, string file, int line, string sectionId, string topicId, IReadOnlyList<SourceReference> sources)
    {
        // A section whose original is missing is reported once, as such.
        var section = library.Sections(ContentLibrary.Original).Concat(library.AllSections).FirstOrDefault(section => section.Id == sectionId);
        if (section is null)
            yield return new(file, line, $"unknown section '{sectionId}'",
                $"use one of: {string.Join(", ", library.Sections(ContentLibrary.Original).Select(known => known.Id))}");
        else if (section.Topics.All(topic => topic.Id != topicId))
            yield return new(file, line, $"unknown topic '{topicId}'",
                $"use a topic of section '{sectionId}': {string.Join(", ", section.Topics.Select(topic => topic.Id))}");
        foreach (var problem in sources.SelectMany(reference => Reference(library, file, line, reference)))
            yield return problem;
    }

    private static IEnumerable<LibraryProblem> Reference(ContentLibrary library, string file, int line, SourceReference reference)
    {
        var source = library.Sources.FirstOrDefault(source => source.Id == reference.SourceId);
        if (source is null)
            yield return new(file, line, $"unknown source '{reference.SourceId}'",
                $"add it to {LibraryReader.SourcesFile} or use one of: {string.Join(", ", library.Sources.Select(known => known.Id))}");
        else if (reference.PassageId is { } passage && !source.Passages.ContainsKey(passage))
            yield return new(file, line, $"source '{source.Id}' has no passage '{passage}'",
                source.Passages.Count == 0 ? $"cite it as [@{source.Id}]" : $"use one of: {string.Join(", ", source.Passages.Keys)}");
    }
}
