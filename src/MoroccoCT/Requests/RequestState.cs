namespace MoroccoCT.Requests;

/// <summary>Where a request stands. <see cref="Completed"/>, <see cref="Failed"/> and <see cref="Cancelled"/> are final.</summary>
public enum RequestState
{
    Queued,
    Rendering,
    Completed,
    Failed,
    Cancelled,
}
