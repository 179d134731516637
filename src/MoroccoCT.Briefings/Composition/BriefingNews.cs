using MoroccoCT.Briefings.Content;

namespace MoroccoCT.Briefings.Composition;

/// <summary>What an edition tells besides its standing sections, in the words of one language.</summary>
/// <param name="Title">Heading of what is new.</param>
/// <param name="Lines">What has to be known of the news as a whole, such as that there are none.</param>
/// <param name="ChangedTitle">Heading of what has changed.</param>
/// <param name="ChangedLine">Where nothing has changed, or it cannot be told: that it is so; else null.</param>
/// <param name="Standing">Only titles, as of when and where to have them; empty where the sections themselves follow.</param>
public sealed record BriefingNews(
    string Title,
    IReadOnlyList<string> Lines,
    IReadOnlyList<NewsSection> Sections,
    string ChangedTitle,
    string? ChangedLine,
    IReadOnlyList<ChangedTopic> Changed,
    IReadOnlyList<WithdrawnNews> Withdrawn,
    IReadOnlyList<StandingLine> Standing);

/// <param name="Title">Of the section of the library.</param>
public sealed record NewsSection(string Id, string Title, IReadOnlyList<NewsItem> Items);

/// <param name="Remark">That it was told in other words before, or is in another language; null where there is nothing to remark.</param>
/// <param name="Language">In which it is written.</param>
public sealed record NewsItem(string Id, string Number, string Date, string Title, string? Remark, string Language, IReadOnlyList<Block> Blocks);

/// <param name="Place">Title of its section.</param>
/// <param name="Remark">What has become of it.</param>
/// <param name="Blocks">What a new topic says in short.</param>
public sealed record ChangedTopic(
    string Id, string Place, string Title, string Remark, IReadOnlyList<ChangedPassage> Passages, IReadOnlyList<Block> Blocks);

/// <param name="Before">Null for a passage that came in.</param>
/// <param name="Now">Null for one that went.</param>
public sealed record ChangedPassage(IReadOnlyList<Inline>? Before, IReadOnlyList<Inline>? Now);

/// <param name="Reason">When and why.</param>
public sealed record WithdrawnNews(string Id, string Number, string Title, string Reason);

/// <param name="Url">Where it can be ordered; null where the service has no public address.</param>
public sealed record StandingLine(string Id, string Title, string Topics, string Status, string? Url);
