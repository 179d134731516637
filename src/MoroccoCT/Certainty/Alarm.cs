namespace MoroccoCT.Certainty;

/// <summary>Something that did not happen although it should have: one row of the ledger, which whoever is fastest writes.</summary>
public sealed record Alarm
{
    public required Guid Id { get; init; }

    /// <summary>Name of the schedule.</summary>
    public required string Schedule { get; init; }

    public required AlarmKind Kind { get; init; }

    /// <summary>What of the schedule: an edition's time, or what broke and on which day. Nothing is raised twice.</summary>
    public required string Occasion { get; init; }

    /// <summary>When the edition was due; null where it is no matter of one.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>The edition's.</summary>
    public string? Number { get; init; }

    /// <summary>Where the edition stood when it was raised, an <see cref="EditionState"/>; null where it is no matter of one.</summary>
    public string? State { get; init; }

    /// <summary>How many recipients had not got it.</summary>
    public int Lacking { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>When it was found to be over: put right, or not expected any more.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}

public enum AlarmKind
{
    /// <summary>An edition is not finished in all its languages.</summary>
    Incomplete,

    /// <summary>Somebody to whom a finished edition goes has not got it.</summary>
    Undelivered,

    /// <summary>The library has lost what the schedule asks for.</summary>
    Broken,

    /// <summary>A newer version of the service has raised it; this one leaves it alone.</summary>
    Unknown,
}
