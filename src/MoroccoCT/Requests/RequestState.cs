namespace MoroccoCT.Requests;

/// <summary>Where a request stands. All but <c>queued</c> and <c>rendering</c> are final.</summary>
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
