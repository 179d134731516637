namespace MoroccoCT.Faults;

/// <summary>What a person is told of a fault.</summary>
/// <param name="Title">What failed, in a few words; the same each time.</param>
/// <param name="Detail">What failed this time and what to do, each place to mend on a line of its own. Nothing about our insides.</param>
public sealed record Fault(FaultKind Kind, string Title, string Detail)
{
    /// <summary>Of what was rejected, each field that is wrong, with a sentence about it.</summary>
    public IReadOnlyList<(string Field, string Sentence)> Fields { get; init; } = [];

    /// <summary>When another try is likely to succeed; null where nobody can tell.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The same order would fail again: another attempt is of no use.</summary>
    public bool IsFinal => Kind is FaultKind.Order or FaultKind.Layout or FaultKind.Library or FaultKind.Document;
}
