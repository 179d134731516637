using System.Globalization;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Briefings.Developments;

/// <summary>What holds the texts together: day, place, marking, and that all of it can be kept. Without it nothing is recorded.</summary>
internal static class DevelopmentFrame
{
    /// <param name="today">No news is of a later day; null looks at no calendar.</param>
    public static IEnumerable<DevelopmentProblem> Check(DevelopmentContent content, ContentLibrary library, DateOnly? today) =>
    [
        .. Day(content.Date, today),
        .. Place(content, library),
        .. MarkingProblem(content, library),
        .. content.Texts.Keys.Where(language => !library.Languages.Contains(language)).Select(language => Unknown("texts", language, library.Languages)),
        .. SaysNothing(content, library),
        .. DevelopmentSizes.Check(content),
    ];

    public static DateOnly? DayOf(string date) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static Section? SectionOf(DevelopmentContent content, ContentLibrary library) =>
        library.Sections(ContentLibrary.Original).FirstOrDefault(section => section.Id == content.Section);

    private static IEnumerable<DevelopmentProblem> Day(string date, DateOnly? today)
    {
        if (DayOf(date) is not { } day)
            yield return new("date", null, DevelopmentFault.NoDay, PlainLine.Shown(date));
        else if (day > today)
            yield return new("date", null, DevelopmentFault.ToCome, date);
    }

    private static IEnumerable<DevelopmentProblem> SaysNothing(DevelopmentContent content, ContentLibrary library) =>
        content.Texts.Count == 0 ? [new("texts", null, DevelopmentFault.NoText, [.. library.Languages])] : [];

    private static IEnumerable<DevelopmentProblem> Place(DevelopmentContent content, ContentLibrary library)
    {
        var sections = library.Sections(ContentLibrary.Original);
        if (SectionOf(content, library) is not { } section)
            yield return Unknown("section", content.Section, sections.Select(one => one.Id));
        else if (content.Topic is { } topic && section.Topics.All(one => one.Id != topic))
            yield return sections.Any(one => one.Topics.Any(other => other.Id == topic))
                ? new("topic", null, DevelopmentFault.TopicElsewhere, topic, section.Id)
                : Unknown("topic", topic, section.Topics.Select(one => one.Id));
    }

    private static IEnumerable<DevelopmentProblem> MarkingProblem(DevelopmentContent content, ContentLibrary library)
    {
        if (content.Marking is not { } label)
            yield break;
        if (Marking.Find(label) is not { } marking)
            yield return Unknown("marking", label, Marking.All.Select(one => one.Label));
        else if (SectionOf(content, library) is { } section && marking.Level < section.Marking.Level)
            yield return new("marking", null, DevelopmentFault.MarkingTooLow, marking.Label, section.Id, section.Marking.Label);
    }

    private static DevelopmentProblem Unknown(string field, string given, IEnumerable<string> valid) =>
        new(field, null, DevelopmentFault.Unknown, [PlainLine.Shown(given), .. valid]);
}
