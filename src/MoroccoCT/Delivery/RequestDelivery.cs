using MoroccoCT.Requests;

namespace MoroccoCT.Delivery;

/// <summary>Where a delivery stands. All but <c>queued</c> and <c>sending</c> are final.</summary>
public enum DeliveryState
{
    /// <summary>It waits for its turn, or for another try.</summary>
    Queued,

    /// <summary>A process is at work on it.</summary>
    Sending,

    /// <summary>The other side said that it has it.</summary>
    Accepted,

    /// <summary>It was refused for good, or must not be sent.</summary>
    Failed,

    /// <summary>Nobody took it for as long as it was tried.</summary>
    GaveUp,

    /// <summary>All of a mail was handed over, and no answer was kept: it may have arrived. It is not sent again unless a person says so.</summary>
    Uncertain,

    /// <summary>A newer version of the service has set a state that this one does not know; it leaves the delivery alone.</summary>
    Unknown,
}

/// <summary>One finished briefing on its way to one recipient: one row of the ledger.</summary>
public sealed record RequestDelivery
{
    /// <summary>A version 7 UUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>Counts the changes of the row: who writes names the one it has seen, so that of two only one succeeds.</summary>
    public int Revision { get; init; }

    public required Guid RequestId { get; init; }

    public required DeliveryChannel Channel { get; init; }

    /// <summary>As in <see cref="Recipient.Address"/>.</summary>
    public required string Address { get; init; }

    /// <summary>0 for the first; each time a person has it sent again, one more.</summary>
    public int Round { get; init; }

    /// <summary>What the recipient is called; null where only the address is known.</summary>
    public string? Name { get; init; }

    /// <summary>Tag of the language the recipient is written to in.</summary>
    public required string Language { get; init; }

    public Guid? PersonId { get; init; }

    public required DeliveryState State { get; init; }

    /// <summary>Tries that were begun.</summary>
    public int Attempts { get; init; }

    /// <summary>When it is tried next, while it is queued.</summary>
    public required DateTimeOffset NextAt { get; init; }

    /// <summary>What the other side said last, or what went wrong here, in English; one line.</summary>
    public string? Answer { get; init; }

    /// <summary>Why it must not be sent, for words in any language: a <see cref="DeliveryFault"/>; null for anything else.</summary>
    public string? Fault { get; init; }

    /// <summary>The same at each try, so that a receiver can drop what it has already: what a message id begins with, and the id of a call.</summary>
    public required string MessageId { get; init; }

    /// <summary>Whether the present try has begun to hand it over: from then on the other side may have it.</summary>
    public bool IsHandedOver { get; init; }

    /// <summary>Moved on by whoever is at work on it, as a sign of life.</summary>
    public long Beat { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When the state became final.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    public bool IsFinal => State is not (DeliveryState.Queued or DeliveryState.Sending);

    /// <summary>Whether a person may have it sent once more as it is.</summary>
    public bool MayBeSentAgain => State is DeliveryState.Failed or DeliveryState.GaveUp or DeliveryState.Uncertain;

    public Recipient Recipient => new(Channel, Address, Name, Language, PersonId);
}
