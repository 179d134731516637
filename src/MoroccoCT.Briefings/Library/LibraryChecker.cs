using MoroccoCT.Briefings.Content;

namespace MoroccoCT.Briefings.Library;

/// <summary>Faults that only show between files: ids that lead nowhere or stand twice, paragraphs without a source, words without a meaning, translations that differ.</summary>
internal static class LibraryChecker
{
    public static IReadOnlyList<LibraryProblem> Check(ContentLibrary library) =>
    [
        .. SectionsInEveryLanguage(library),
        .. Duplicates(library),
        .. library.AllSections.SelectMany(section => Citations(library, section)),
        .. library.AllSections.SelectMany(KeyPoints),
        .. DataFiles(library),
        .. LabelCheck.Check(library),
        .. AcronymCheck.Check(library),
        .. TranslationCheck.Check(library),
    ];

    private static IEnumerable<LibraryProblem> SectionsInEveryLanguage(ContentLibrary library) =>
        from id in library.AllSections.Select(section => section.Id).Distinct()
        from language in library.Languages.Append(ContentLibrary.Original).Distinct()
        where !library.AllSections.Any(section => section.Id == id && section.Language == language)
        select new LibraryProblem($"sections/{id}/{language}.md", 1, "the file is missing", $"a language is offered only when every section has it: write this file or remove the other {language}.md files");

    private static IEnumerable<LibraryProblem> Duplicates(ContentLibrary library)
    {
        foreach (var language in library.Languages)
        {
            var seen = new Dictionary<string, string>();
            foreach (var (section, topic) in library.Sections(language).SelectMany(section => section.Topics.Select(topic => (section, topic))))
            {
                if (!seen.TryAdd(topic.Id, $"{section.File}:{topic.Line}"))
                    yield return new(section.File, topic.Line, $"the topic id '{topic.Id}' stands already at {seen[topic.Id]}", "give each topic an id of its own");
            }

            foreach (var pair in library.Sections(language).GroupBy(section => section.Order).Where(group => group.Count() > 1))
                yield return new(pair.Last().File, 1, $"order {pair.Key} is also that of {pair.First().File}", "give each section a place of its own");
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

    private static IEnumerable<LibraryProblem> Citations(ContentLibrary library, Section section)
    {
        foreach (var topic in section.Topics)
        {
            if (topic.Blocks.Count == 0)
                yield return new(section.File, topic.Line, $"topic '{topic.Id}' is empty", "write at least one paragraph below its heading, or remove it");
            foreach (var block in topic.Blocks)
            {
                foreach (var line in Uncited(block))
                    yield return new(section.File, line, $"{What(block)} without a citation", "end it with [@source-id]; nothing is issued without its source");
            }
        }

        foreach (var (reference, line) in section.CitedSources())
        {
            foreach (var problem in Reference(library, section.File, line, reference))
                yield return problem;
        }
    }

    /// <summary>Lines of the parts of a block that name no source. Every item of a list and the title of a table count for themselves.</summary>
    private static IEnumerable<int> Uncited(Block block) => block switch
    {
        BulletList list => list.Items.Where(item => !item.Inlines().OfType<Citation>().Any()).Select(item => item.FirstOrDefault()?.Line ?? list.Line),
        Table table => table.Caption.Descend().OfType<Citation>().Any() ? [] : [table.Line],
        _ => new[] { block }.Inlines().OfType<Citation>().Any() ? [] : [block.Line],
    };

    private static string What(Block block) => block switch
    {
        Judgement => "a judgement",
        BulletList => "a list item",
        Table => "a table title",
        _ => "a paragraph",
    };

    private static IEnumerable<LibraryProblem> KeyPoints(Section section)
    {
        if (section.KeyPoints.Count == 0)
            yield return new(section.File, 1, "there are no key points", "sum the section up under 'key-points:'");
        foreach (var point in section.KeyPoints)
        {
            if (section.Topics.All(topic => topic.Id != point.Topic))
                yield return new(section.File, point.Line, $"a key point of an unknown topic '{point.Topic}'", $"use one of this section's topics: {string.Join(", ", section.Topics.Select(topic => topic.Id))}");
            if (!point.Content.Descend().OfType<Citation>().Any())
                yield return new(section.File, point.Line, "a key point without a citation", "end it with [@source-id]");
        }

    }

    private static IEnumerable<LibraryProblem> DataFiles(ContentLibrary library) =>
    [
        .. library.Timeline.SelectMany(happening => Place(library, LibraryReader.TimelineFile, happening.Line, happening.Section, happening.Topic, happening.Sources)),
        .. library.KeyFigures.SelectMany(figure => Place(library, LibraryReader.KeyFiguresFile, figure.Line, figure.Section, figure.Topic, figure.Sources)),
        .. library.Programmes.Rows.SelectMany(row => Place(library, LibraryReader.ProgrammesFile, row.Line, row.Section, row.Topic, row.Sources)),
        .. library.Timeline.Zip(library.Timeline.Skip(1)).Where(pair => pair.Second.Date < pair.First.Date)
            .Select(pair => new LibraryProblem(LibraryReader.TimelineFile, pair.Second.Line, $"'{pair.Second.Id}' ({pair.Second.Date}) stands after '{pair.First.Id}' ({pair.First.Date})", "keep the events in order of time")),
    ];

    private static IEnumerable<LibraryProblem> Place(ContentLibrary library, string file, int line, string sectionId, string topicId, IReadOnlyList<SourceReference> sources)
    {
        var section = library.Sections(ContentLibrary.Original).FirstOrDefault(section => section.Id == sectionId);
        if (section is null)
            yield return new(file, line, $"unknown section '{sectionId}'", $"use one of: {string.Join(", ", library.Sections(ContentLibrary.Original).Select(known => known.Id))}");
        else if (section.Topics.All(topic => topic.Id != topicId))
            yield return new(file, line, $"unknown topic '{topicId}'", $"use a topic of section '{sectionId}': {string.Join(", ", section.Topics.Select(topic => topic.Id))}");
        foreach (var problem in sources.SelectMany(reference => Reference(library, file, line, reference)))
            yield return problem;
    }

    private static IEnumerable<LibraryProblem> Reference(ContentLibrary library, string file, int line, SourceReference reference)
    {
        var source = library.Sources.FirstOrDefault(source => source.Id == reference.SourceId);
        if (source is null)
            yield return new(file, line, $"unknown source '{reference.SourceId}'", $"add it to {LibraryReader.SourcesFile} or use one of: {string.Join(", ", library.Sources.Select(known => known.Id))}");
        else if (reference.PassageId is { } passage && !source.Passages.ContainsKey(passage))
            yield return new(file, line, $"source '{source.Id}' has no passage '{passage}'", source.Passages.Count == 0 ? $"cite it as [@{source.Id}]" : $"use one of: {string.Join(", ", source.Passages.Keys)}");
    }
}
