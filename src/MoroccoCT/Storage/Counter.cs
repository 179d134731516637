namespace MoroccoCT.Storage;

/// <summary>The last number given in a series.</summary>
internal sealed record Counter
{
    public required string Name { get; init; }

    public required long Value { get; init; }
}
