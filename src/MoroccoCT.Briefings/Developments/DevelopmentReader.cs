using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Library;

namespace MoroccoCT.Briefings.Developments;

/// <summary>Reads what an editor wrote, with the library's own reader and checks.</summary>
public static class DevelopmentReader
{
    /// <param name="number">Of the development; what is not recorded yet has a number to come.</param>
    /// <param name="today">No news is of a later day; null looks at no calendar.</param>
    public static ReadDevelopment Read(DevelopmentContent content, string number, ContentLibrary library, DateOnly? today = null)
    {
        content = content.Trimmed();
        var problems = DevelopmentFrame.Check(content, library, today).ToList();
        // What is too long or holds controls is not read at all: who sends it may mean harm.
        if (problems.Exists(IsUnfit))
            return new(null, [.. problems.Distinct()]);

        var sources = content.Sources.Select((source, place) => WrittenSourceReader.Read(source, place, library, problems)).ToList();
        problems.AddRange(Twice(content.Sources));
        var texts = from language in LibraryReader.Typeset
                    where library.Languages.Contains(language) && content.Texts.ContainsKey(language)
                    select new WrittenTextReader(language, library, sources, problems).Read(content.Texts[language]);
        return new(Development(content, number, library, [.. texts], sources), [.. problems.Distinct()]);
    }

    /// <summary>Null where it belongs nowhere or says nothing. A text that is not right yet is there as far as it can be read.</summary>
    private static Development? Development(
        DevelopmentContent content, string number, ContentLibrary library, IReadOnlyList<DevelopmentText> texts, List<Source> sources)
    {
        if (DevelopmentFrame.DayOf(content.Date) is not { } day || DevelopmentFrame.SectionOf(content, library) is not { } section || texts.Count == 0)
            return null;
        string Own(string id) => sources.Exists(source => source.Id == id) ? $"{number.ToLowerInvariant()}-{id}" : id;
        return new()
        {
            Number = number,
            Date = day,
            Section = section.Id,
            Topic = section.Topics.Any(topic => topic.Id == content.Topic) ? content.Topic : null,
            Marking = Marking.Highest(new[] { section.Marking, Marking.Find(content.Marking ?? "") }.OfType<Marking>()),
            Texts = [.. texts.Select(text => text with { Blocks = text.Blocks.Rewrite(leaf => Known(leaf, library, sources, Own)) })],
            Sources = [.. sources.DistinctBy(source => source.Id).Select(source => source with { Id = Own(source.Id) })],
        };
    }

    /// <summary>A citation of what is not there is told as a problem, and left out.</summary>
    private static IEnumerable<Inline> Known(Inline leaf, ContentLibrary library, List<Source> own, Func<string, string> name)
    {
        if (leaf is not Citation citation)
            return [leaf];
        var all = own.Concat(library.Sources).ToList();
        var known = citation.References.Where(reference => WrittenTextReader.SourceOf(reference, all) is { } source
            && (reference.PassageId is null || source.Passages.ContainsKey(reference.PassageId))).ToList();
        return known.Count == 0 ? [] : [citation with { References = [.. known.Select(one => one with { SourceId = name(one.SourceId) })] }];
    }

    private static IEnumerable<DevelopmentProblem> Twice(IReadOnlyList<WrittenSource> sources) =>
        sources.Index().Where(one => one.Item.Id.Length > 0 && sources.Take(one.Index).Any(before => before.Id == one.Item.Id))
            .Select(one => new DevelopmentProblem($"sources.{one.Index}.id", null, DevelopmentFault.IdTaken, one.Item.Id));

    private static bool IsUnfit(DevelopmentProblem problem) => problem.Fault is DevelopmentFault.TooLong or DevelopmentFault.TooMany
        or DevelopmentFault.ControlCharacter or DevelopmentFault.HalfCharacter;
}

/// <param name="Development">Null where it cannot be composed at all.</param>
/// <param name="Problems">None for one that may be proposed.</param>
public sealed record ReadDevelopment(Development? Development, IReadOnlyList<DevelopmentProblem> Problems)
{
    /// <summary>
    /// Whether it can go into an edition, should the library have changed since it was published: an acronym that is explained no longer does no harm.
    /// </summary>
    public bool IsPrintable => Development is not null && Problems.All(problem => problem.Fault == DevelopmentFault.UnknownAcronym);

    /// <summary>Those that keep it from being recorded.</summary>
    public IReadOnlyList<DevelopmentProblem> Refusals => [.. Problems.Where(problem => problem.IsRefused)];
}
