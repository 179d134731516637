using MoroccoCT.Briefings.Content;

namespace MoroccoCT.Briefings.Library;

/// <summary>What a cover says of dates must be true: no information is older than what it rests on, and nobody has reviewed a text tomorrow.</summary>
internal static class DateCheck
{
    private const string AsOf = "information-as-of";

    /// <param name="today">Null looks at no calendar.</param>
    public static IEnumerable<LibraryProblem> Check(ContentLibrary library, DateOnly? today) =>
        library.AllSections.SelectMany(section => Outdated(library, section).Concat(Reviewed(section, today)));

    private static IEnumerable<LibraryProblem> Outdated(ContentLibrary library, Section section)
    {
        var newest = Dated(library, section).Where(dated => dated.Date.First > section.InformationAsOf.Last).OrderBy(dated => dated.Date).LastOrDefault();
        if (newest is not null)
            yield return new(section.File, section.LineOf(AsOf), $"{AsOf} is {section.InformationAsOf}, but {newest.Name} is of {newest.Date} ({newest.Place})",
                "the cover would say too early a date: give the one to which the text's information goes, in each language");
    }

    private static IEnumerable<DatedThing> Dated(ContentLibrary library, Section section)
    {
        var events = library.Timeline.Where(happening => happening.Section == section.Id).ToList();
        var cited = section.CitedSources().Select(cited => (cited.Reference, Place: $"cited at {section.File}:{cited.Line}"))
            .Concat(events.SelectMany(happening => Cited(happening.Sources, LibraryReader.TimelineFile, happening.Line)))
            .Concat(library.KeyFigures.Where(figure => figure.Section == section.Id)
                .SelectMany(figure => Cited(figure.Sources, LibraryReader.KeyFiguresFile, figure.Line)))
            .Concat(library.Programmes.Rows.Where(row => row.Section == section.Id)
                .SelectMany(row => Cited(row.Sources, LibraryReader.ProgrammesFile, row.Line)));
        var sources = from citation in cited
                      let source = library.Sources.FirstOrDefault(source => source.Id == citation.Reference.SourceId)
                      where source is { Date: not null }
                      select new DatedThing($"the source '{source.Id}'", source.Date!, citation.Place);
        return events.Select(happening => new DatedThing($"the event '{happening.Id}'", happening.Date, $"{LibraryReader.TimelineFile}:{happening.Line}"))
            .Concat(sources);
    }

    private static IEnumerable<(SourceReference Reference, string Place)> Cited(IReadOnlyList<SourceReference> references, string file, int line) =>
        references.Select(reference => (reference, $"cited at {file}:{line}"));

    private static IEnumerable<LibraryProblem> Reviewed(Section section, DateOnly? today)
    {
        if (section.Review?.Date > today)
            yield return new(section.File, section.LineOf("last-reviewed"), $"last-reviewed is {section.Review!.Date:yyyy-MM-dd}, which is still to come",
                "give the day on which the text was reviewed");
    }

    /// <param name="Name">For messages.</param>
    private sealed record DatedThing(string Name, PartialDate Date, string Place);
}
