namespace MoroccoCT.Requests;

/// <summary>Where a request stands. All but <see cref="Queued"/> and <see cref="Rendering"/> are final.</summary>
public enum RequestState
{
    Queued,
    Rendering,
    Completed,
    Failed,
    Cancelled,

    /// <summary>A newer version of the service has set a state that this one does not know; it leaves the request alone.</summary>
    Unknown,
}
