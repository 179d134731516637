using MoroccoCT.Briefings.Library;

namespace MoroccoCT.Briefings.Developments;

/// <summary>Reads sources that an editor entered, as an entry of the library's file of sources is read and checked.</summary>
internal static class WrittenSourceReader
{
    /// <param name="place">Among the development's sources, from 0.</param>
    /// <returns>The source under the id it was given, each of its texts in every language.</returns>
    public static Source Read(WrittenSource source, int place, ContentLibrary library, List<DevelopmentProblem> problems)
    {
        var field = $"sources.{place}";
        var before = problems.Count;
        problems.AddRange(Check(source, field, library));
        var told = problems.Skip(before).Select(problem => problem.Field).ToHashSet();

        var fields = new EnteredFields(LibraryReader.SourcesFile);
        var read = LibraryReader.Source(Entry(source, field, fields));
        problems.AddRange(fields.Problems.Where(found => !told.Contains(found.Field))
            .Select(found => new DevelopmentProblem(found.Field, null, DevelopmentFault.Text, found.Problem.What, found.Problem.Advice)));
        return read with
        {
            Author = InEach(read.Author),
            Title = InEach(read.Title),
            Short = InEach(read.Short),
            Note = InEach(read.Note),
            Statement = read.Statement is { } statement ? InEach(statement) : null,
            Passages = read.Passages.ToDictionary(passage => passage.Key, passage => InEach(passage.Value)),
        };
    }

    /// <summary>What is most often wrong has words in each language of the pages; the reader says the rest.</summary>
    private static IEnumerable<DevelopmentProblem> Check(WrittenSource source, string field, ContentLibrary library) =>
    [
        .. Missing($"{field}.id", source.Id),
        .. source.Id.Length > 0 && !LibraryReader.IsId(source.Id)
            ? [new DevelopmentProblem($"{field}.id", null, DevelopmentFault.NoId, source.Id)] : Array.Empty<DevelopmentProblem>(),
        .. library.Sources.Any(other => other.Id == source.Id)
            ? [new DevelopmentProblem($"{field}.id", null, DevelopmentFault.IdTaken, source.Id)] : Array.Empty<DevelopmentProblem>(),
        .. Missing($"{field}.author", source.Author.Values.FirstOrDefault()),
        .. Missing($"{field}.title", source.Title.Values.FirstOrDefault()),
        .. Missing($"{field}.short", source.Short.Values.FirstOrDefault()),
        .. Missing($"{field}.note", source.Note.Values.FirstOrDefault()),
        .. NoChoice($"{field}.language", source.Language, LibraryReader.Typeset),
        .. NoChoice($"{field}.type", source.Type, Source.Types),
        .. source.Date is { } date && PartialDate.Parse(date) is null
            ? [new DevelopmentProblem($"{field}.date", null, DevelopmentFault.NoDate, date)] : Array.Empty<DevelopmentProblem>(),
    ];

    private static IEnumerable<DevelopmentProblem> Missing(string field, string? text) =>
        string.IsNullOrWhiteSpace(text) ? [new(field, null, DevelopmentFault.Missing)] : [];

    private static IEnumerable<DevelopmentProblem> NoChoice(string field, string given, IReadOnlyList<string> valid) =>
        valid.Contains(given) ? [] : [new(field, null, given.Length == 0 ? DevelopmentFault.Missing : DevelopmentFault.NoChoice, [given, .. valid])];

    private static YamlMap Entry(WrittenSource source, string field, EnteredFields fields)
    {
        List<KeyValuePair<string, YamlNode>> entries =
        [
            new("id", fields.Text($"{field}.id", source.Id)),
            new("author", fields.Texts($"{field}.author", source.Author)),
            new("title", fields.Texts($"{field}.title", source.Title)),
            new("short", fields.Texts($"{field}.short", source.Short)),
            new("language", fields.Text($"{field}.language", source.Language)),
            new("date", fields.Text($"{field}.date", source.Date)),
            new("type", fields.Text($"{field}.type", source.Type)),
            new("note", fields.Texts($"{field}.note", source.Note)),
        ];
        if (source.Statement.Count > 0)
            entries.Add(new("statement", fields.Texts($"{field}.statement", source.Statement)));
        if (source.Passages.Count > 0)
            entries.Add(new("passages", Passages(source, $"{field}.passages", fields)));
        return fields.Map(field, entries);
    }

    private static YamlGroup Passages(WrittenSource source, string field, EnteredFields fields) => fields.Group(
        field, [.. source.Passages.Select(passage => new KeyValuePair<string, YamlNode>(passage.Key, fields.Texts($"{field}.{passage.Key}", passage.Value)))]);

    /// <summary>In the original where a language has none of its own, else in the first there is.</summary>
    private static LocalizedText InEach(LocalizedText text)
    {
        var spare = text.Texts.GetValueOrDefault(ContentLibrary.Original) ?? text.Texts.Values.FirstOrDefault() ?? "";
        return text with { Texts = LibraryReader.Typeset.ToDictionary(language => language, language => text.Texts.GetValueOrDefault(language) ?? spare) };
    }
}
