namespace MoroccoCT.Storage;

/// <summary>What others must hear of a change, written in the transaction of that change.</summary>
internal sealed record OutboxEntry
{
    /// <summary>Who must hear of it.</summary>
    public required string Kind { get; init; }

    /// <summary>The row it is about. Of each row there is one entry of a kind at most: who hears of it looks at the row.</summary>
    public required Guid Subject { get; init; }

    public required DateTimeOffset DueAt { get; init; }
}
