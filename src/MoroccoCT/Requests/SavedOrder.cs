using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Requests;

/// <summary>A choice that somebody keeps under a name, to order it again and again. It follows the library: a topic that is gone is left out.</summary>
public sealed record SavedOrder
{
    public const int NameLength = 80;

    public required Guid Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Whose it is; null for whoever is alone with the service.</summary>
    public Guid? PersonId { get; init; }

    public required string Desk { get; init; }

    /// <summary>Whether all of the desk have it.</summary>
    public bool IsShared { get; init; }

    /// <summary>As it was chosen: what was left open stays open.</summary>
    public required BriefingOrder Order { get; init; }

    /// <summary>More languages, each of which gets a briefing of its own, separated by spaces.</summary>
    public string AlsoIn { get; init; } = "";

    public required DateTimeOffset SavedAt { get; init; }
}
