using MoroccoCT.Requests;

namespace MoroccoCT.Certainty;

/// <summary>Word of an alarm on its way to one of those who look after the schedule: one row of the ledger, which is the queue.</summary>
public sealed record AlarmNotice
{
    /// <summary>Part of the mail's id, the same at each try.</summary>
    public required Guid Id { get; init; }

    public required Guid AlarmId { get; init; }

    /// <summary>Counts the changes of the row, so that of several processes one sends.</summary>
    public int Revision { get; init; }

    public required DeliveryChannel Channel { get; init; }

    public required string Address { get; init; }

    /// <summary>Whether it says that it is over, to somebody who was told that it began.</summary>
    public bool IsEnd { get; init; }

    public string? Name { get; init; }

    public string? Language { get; init; }

    public required NoticeState State { get; init; }

    public int Attempts { get; init; }

    /// <summary>When it is tried next; while a process is at work on it, when another may take it for dead.</summary>
    public required DateTimeOffset NextAt { get; init; }

    /// <summary>What the other side said last, or why it was not asked; English.</summary>
    public string? Answer { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether what was sent says that it is over: whoever was told without it is told of the end.</summary>
    public bool SaysEnd { get; init; }
}

public enum NoticeState
{
    Queued,
    Accepted,

    /// <summary>It was refused for good, nobody took it for as long as it was tried, or it is no matter of his any more.</summary>
    Failed,

    /// <summary>A newer version of the service has set it; this one leaves it alone.</summary>
    Unknown,
}
