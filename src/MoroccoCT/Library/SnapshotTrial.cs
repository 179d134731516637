using MoroccoCT.Briefings.Library;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Library;

/// <summary>Proves before a snapshot comes into use that it can be typeset.</summary>
/// <param name="RunAsync">
/// Throws <see cref="BrokenLibraryException"/> where library or layout are at fault, <see cref="EngineFailedException"/> or
/// <see cref="EngineBusyException"/> where nothing can be said.
/// </param>
public sealed record SnapshotTrial(Func<LibrarySnapshot, CancellationToken, Task> RunAsync);
