namespace MoroccoCT.Typesetting;

/// <summary>An errand came back without an answer. The message is for the log: what it means depends on the errand.</summary>
public sealed class ErrandFailedException(ErrandFault fault, string message, Exception? cause = null) : Exception(message, cause)
{
    public ErrandFault Fault { get; } = fault;
}

/// <summary>As many errands wait as may.</summary>
public sealed class ErrandsBusyException(string message, TimeSpan retryAfter) : Exception(message)
{
    /// <summary>When a place is likely to be free, judged by the pace of the last errands.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;
}

public enum ErrandFault
{
    /// <summary>The command could not be started, or never showed a sign of life: its input has nothing to do with it.</summary>
    Unavailable,

    /// <summary>It ended by itself, and not well.</summary>
    Died,

    /// <summary>It was not done in time and was killed.</summary>
    TooLate,

    /// <summary>Its answer was longer than allowed; it was killed.</summary>
    TooBig,
}
