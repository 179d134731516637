using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Library;

namespace MoroccoCT.Web.Api;

/// <summary>What can be ordered.</summary>
/// <param name="Markings">From the most open to the most restricted.</param>
/// <param name="Warning">Set while the library's files are broken and the last good version is in use.</param>
public sealed record LibraryBody(
    IReadOnlyList<SectionBody> Sections,
    IReadOnlyList<string> Languages,
    IReadOnlyList<Paper> Papers,
    IReadOnlyList<Depth> Depths,
    IReadOnlyList<string> Markings,
    IReadOnlyList<Profile> Profiles,
    string? Warning)
{
    /// <param name="clearance">What lies above it cannot be ordered.</param>
    internal static LibraryBody Of(CurrentLibrary current, string language, int clearance)
    {
        var library = current.Snapshot.Library;
        return new(
            [.. library.Sections(language).Where(section => section.Marking.Level <= clearance).Select(SectionBody.Of)],
            library.Languages,
            Enum.GetValues<Paper>(),
            Enum.GetValues<Depth>(),
            [.. Marking.All.Where(marking => marking.Level <= clearance).Select(marking => marking.Label)],
            Enum.GetValues<Profile>(),
            current.Warning);
    }
}

/// <param name="InformationAsOf">A year, a month or a day.</param>
/// <param name="LastReviewed">Null until a named person has reviewed the section.</param>
/// <param name="Marking">The lowest marking an order with this section may carry.</param>
public sealed record SectionBody(
    string Id,
    string Title,
    string Summary,
    string InformationAsOf,
    DateOnly? LastReviewed,
    string Marking,
    IReadOnlyList<TopicBody> Topics)
{
    internal static SectionBody Of(Section section) => new(
        section.Id,
        section.Title,
        section.Summary.PlainText(),
        section.InformationAsOf.ToString(),
        section.Review?.Date,
        section.Marking.Label,
        [.. section.Topics.Select(topic => new TopicBody(topic.Id, topic.Title))]);
}

public sealed record TopicBody(string Id, string Title);
