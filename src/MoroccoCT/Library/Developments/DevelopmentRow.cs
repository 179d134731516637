using MoroccoCT.Briefings.Developments;

namespace MoroccoCT.Library.Developments;

/// <summary>A development as the ledger keeps it: one row, with the text that is being written and the one that is in force.</summary>
public sealed record DevelopmentRow
{
    /// <summary>A version 7 UUID: ids sort by the time at which it was recorded.</summary>
    public required Guid Id { get; init; }

    /// <summary>Counts the changes of the row, so that of two who change it at once one succeeds.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>Such as <c>MCT-D-2026-0007</c>; never given twice.</summary>
    public required string Number { get; init; }

    public required DevelopmentState State { get; init; }

    /// <summary>As it was written last.</summary>
    public required DevelopmentContent Content { get; init; }

    /// <summary>Level of the marking that the content had when it was written.</summary>
    public required int MarkingLevel { get; init; }

    /// <summary>Who has written any of it since it was published last: ids separated by spaces, see <see cref="Authors"/>.</summary>
    public required string AuthorIds { get; init; }

    public required string Desk { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>By the name of that moment; null for whoever is alone with the service. So are all names here.</summary>
    public string? CreatedBy { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public string? UpdatedBy { get; init; }

    /// <summary>Null unless it is proposed, or is published as it was proposed.</summary>
    public DateTimeOffset? ProposedAt { get; init; }

    public string? ProposedBy { get; init; }

    public Guid? ProposedById { get; init; }

    /// <summary>The content that was published last; null before the first time.</summary>
    public DevelopmentContent? PublishedContent { get; init; }

    public int? PublishedMarkingLevel { get; init; }

    public DateTimeOffset? FirstPublishedAt { get; init; }

    /// <summary>The last time.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    public string? PublishedBy { get; init; }

    /// <summary>Whether nobody else than its authors has seen what is published.</summary>
    public bool IsPublishedAlone { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    public string? WithdrawnBy { get; init; }

    public string? WithdrawnBecause { get; init; }

    /// <summary>Whoever was alone with the service has no id, and is <see cref="Guid.Empty"/> here.</summary>
    public IReadOnlyList<Guid> Authors => [.. AuthorIds.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)];

    /// <summary>Whether editions print it.</summary>
    public bool IsInForce => PublishedContent is not null && WithdrawnAt is null;

    public bool MayBeEdited => State is DevelopmentState.Draft or DevelopmentState.Proposed or DevelopmentState.Published;

    /// <summary>Whether somebody has written any of what would be published, or proposed it.</summary>
    public bool IsOwnOf(Guid? person) => person is { } id && (Authors.Contains(id) || ProposedById == id);

    internal static Guid Author(Guid? person) => person ?? Guid.Empty;
}
