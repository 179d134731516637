using System.Collections.Concurrent;

namespace MoroccoCT.Requests;

/// <summary>Documents found damaged since the service started, for its health to tell.</summary>
public sealed class DamagedDocuments
{
    private readonly ConcurrentDictionary<string, bool> found = new();

    /// <summary>Their names, which are the hashes they should have.</summary>
    public IReadOnlyCollection<string> All => [.. found.Keys.Order(StringComparer.Ordinal)];

    internal void Found(string sha256) => found[sha256] = true;

    internal void Mended(string sha256) => found.TryRemove(sha256, out _);
}
