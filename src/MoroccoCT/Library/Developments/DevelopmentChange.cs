using MoroccoCT.Briefings.Developments;

namespace MoroccoCT.Library.Developments;

/// <summary>One change of a development, as it was after it. Changes are only added.</summary>
public sealed record DevelopmentChange
{
    public required Guid DevelopmentId { get; init; }

    /// <summary>The development's revision after the change; the first is 1.</summary>
    public required int Revision { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who made it, by the name of that moment; null for whoever is alone with the service.</summary>
    public string? Who { get; init; }

    public Guid? PersonId { get; init; }

    public required DevelopmentDeed What { get; init; }

    /// <summary>After the change.</summary>
    public required DevelopmentState State { get; init; }

    public required DevelopmentContent Content { get; init; }

    public required int MarkingLevel { get; init; }

    /// <summary>Why it was sent back or withdrawn.</summary>
    public string? Note { get; init; }

    /// <summary>Of what was published: nobody else than its authors has seen it.</summary>
    public bool IsAlone { get; init; }
}

public enum DevelopmentDeed
{
    Recorded,
    Edited,
    Proposed,
    SentBack,
    Published,
    Withdrawn,

    /// <summary>A newer version of the service has done what this one does not know.</summary>
    Unknown,
}
