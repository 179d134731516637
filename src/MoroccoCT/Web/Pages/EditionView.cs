using MoroccoCT.Briefings.Editions;

namespace MoroccoCT.Web.Pages;

/// <summary>What the page of an edition shows of it.</summary>
/// <param name="Content">Null for one that an older version made.</param>
/// <param name="IsOnlyEditor">Whether whoever looks wrote all of its news.</param>
public sealed record EditionView(EditionContent? Content, bool IsOnlyEditor)
{
    /// <summary>Why what was asked for could not be; null where all is well.</summary>
    public string? Problem { get; init; }

    /// <summary>As it was typed.</summary>
    public string? Reason { get; init; }
}
