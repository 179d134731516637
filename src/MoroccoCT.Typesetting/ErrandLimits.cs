namespace MoroccoCT.Typesetting;

/// <summary>What one errand may cost, and how many are under way.</summary>
public sealed record ErrandLimits
{
    /// <summary>Memory (MiB) at which the operating system refuses more.</summary>
    public required int MemoryMiB { get; init; }

    /// <summary>From the command's sign of life to the end of its answer.</summary>
    public required TimeSpan Deadline { get; init; }

    /// <summary>From the start to the sign of life, which on a busy machine can take a while.</summary>
    public TimeSpan StartDeadline { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The longest answer, in bytes.</summary>
    public required int AnswerLimit { get; init; }

    /// <summary>Errands under way at the same time.</summary>
    public int AtOnce { get; init; } = Environment.ProcessorCount;

    /// <summary>Errands that may wait for their turn; the next one is refused with the advice to come back.</summary>
    public int QueueLimit { get; init; } = 4 * Environment.ProcessorCount;
}
