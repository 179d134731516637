namespace MoroccoCT.Typesetting;

/// <summary>The outcome of setting a tiny document with the real engine.</summary>
/// <param name="Status">Whether documents can be set now.</param>
/// <param name="EngineVersion">The engine and its version, such as <c>Typst 0.14.2</c>, once one has started.</param>
/// <param name="Elapsed">How long the check took, waiting included.</param>
/// <param name="Problem">What is wrong and what to do about it, unless all is well.</param>
public sealed record EngineHealth(EngineStatus Status, string? EngineVersion, TimeSpan Elapsed, string? Problem);

public enum EngineStatus
{
    Healthy,

    /// <summary>All engines are at work and the queue is full, so the check had no turn.</summary>
    Busy,

    Failing,
}

/// <summary>The pool at one moment, and what it has done since it started.</summary>
/// <param name="Engines">Processes it may run.</param>
/// <param name="Busy">Engines that are at work.</param>
/// <param name="Idle">Engines that run and wait for work.</param>
/// <param name="Waiting">Documents that wait for an engine.</param>
/// <param name="Started">Processes started.</param>
/// <param name="Recycled">Processes replaced because of their age or size.</param>
/// <param name="Failed">Processes that crashed or were killed.</param>
/// <param name="Completed">Documents set.</param>
public sealed record EngineCounters(
    int Engines, int Busy, int Idle, int Waiting, long Started, long Recycled, long Failed, long Completed);
