namespace MoroccoCT.Typesetting;

/// <summary>A document could not be set. The message is for clients; an inner exception is for the log.</summary>
public abstract class TypesettingException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>
/// The layout or its data are at fault, or the result would break the PDF standard. The same job
/// fails again, so it is not worth retrying.
/// </summary>
public sealed class LayoutRejectedException(IReadOnlyList<TypesettingDiagnostic> diagnostics)
    : TypesettingException(Summary(diagnostics))
{
    public IReadOnlyList<TypesettingDiagnostic> Diagnostics { get; } = diagnostics;

    private static string Summary(IReadOnlyList<TypesettingDiagnostic> diagnostics) => diagnostics.Count switch
    {
        0 => "The layout was rejected without a reason.",
        1 => diagnostics[0].ToString(),
        var count => $"{diagnostics[0]} – and {count - 1} more",
    };
}

/// <summary>The engine failed at a job that may be sound: worth retrying.</summary>
public sealed class EngineFailedException(EngineFault fault, string message, Exception? cause = null)
    : TypesettingException(message, cause)
{
    public EngineFault Fault { get; } = fault;

    /// <summary>Whether a fresh engine ended over this document, which was its first, and nobody killed it.</summary>
    public bool IsDocumentSuspect { get; init; }
}

/// <summary>More documents wait than the queue may hold, or the wait took up the whole deadline.</summary>
public sealed class EngineBusyException(string message, TimeSpan retryAfter) : TypesettingException(message)
{
    /// <summary>When a place is likely to be free, judged by the pace of the last documents.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;
}

public enum EngineFault
{
    /// <summary>The process could not be started: something is not installed.</summary>
    Unavailable,

    /// <summary>The process ended in the middle of a document.</summary>
    Crashed,

    /// <summary>The process was killed from outside.</summary>
    Killed,

    /// <summary>The document needed more memory than an engine may have.</summary>
    OutOfMemory,

    /// <summary>The document was not ready in time.</summary>
    DeadlineExceeded,

    /// <summary>The process answered something that is not an answer.</summary>
    Protocol,

    /// <summary>The service is shutting down.</summary>
    Stopped,
}
