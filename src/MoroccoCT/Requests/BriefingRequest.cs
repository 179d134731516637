using MoroccoCT.Briefings.Composition;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.People;

namespace MoroccoCT.Requests;

/// <summary>An order with an id, a number and a state: one row of the ledger.</summary>
public sealed record BriefingRequest
{
    /// <summary>A version 7 UUID: ids sort by the time of the submission.</summary>
    public required Guid Id { get; init; }

    /// <summary>Counts the changes of the row. Who writes names the one it has seen, so that of two only one succeeds.</summary>
    public int Revision { get; init; }

    /// <summary>
    /// Such as <c>MCT-2026-0042</c>; an edition's is <c>MCT-W-2026-47</c>, in each of its languages. Never given twice to the same language.
    /// </summary>
    public required string Number { get; init; }

    public required RequestState State { get; init; }

    /// <summary>In canonical form, as <see cref="OrderValidator.Normalize"/> makes it.</summary>
    public required BriefingOrder Order { get; init; }

    /// <summary>Of the order, apart from it.</summary>
    public required string Language { get; init; }

    /// <summary>How it came in: one of <see cref="Audit.Doors"/>.</summary>
    public required string Door { get; init; }

    /// <summary>Who asked; null for schedules, and for what was ordered before there were people.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Named on paper as who prepared it; null where the desk's name alone stands there.</summary>
    public string? PreparedBy { get; init; }

    /// <summary>Whose request it is, whoever of the desk asked.</summary>
    public string Desk { get; init; } = NewPerson.FirstDesk;

    /// <summary>Whether other desks see it too.</summary>
    public bool IsShared { get; init; }

    /// <summary>Level of the marking: who sees less does not see the request.</summary>
    public int MarkingLevel { get; init; }

    /// <summary>Whether a person chose the marking; otherwise it is the lowest that was allowed.</summary>
    public bool IsMarkingChosen { get; init; }

    /// <summary>What the requests for one order in several languages have in common; null for a single one.</summary>
    public Guid? SetId { get; init; }

    /// <summary>To whom it is sent once it is completed.</summary>
    public IReadOnlyList<Recipient> DeliverTo { get; init; } = [];

    /// <summary>Idempotency key: a second submission with it gives this request.</summary>
    public string? Key { get; init; }

    /// <summary>Name of the schedule whose edition this is; null for a single briefing.</summary>
    public string? Schedule { get; init; }

    /// <summary>First day of an edition's period.</summary>
    public DateOnly? PeriodFrom { get; init; }

    /// <summary>Last day of an edition's period.</summary>
    public DateOnly? PeriodTo { get; init; }

    /// <summary>When an edition shall go out; null for a single briefing, and for editions of older versions.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Whether a person has to release it before it goes out.</summary>
    public bool NeedsRelease { get; init; }

    /// <summary>Of the file that was released; another one needs a release of its own.</summary>
    public string? ReleasedSha256 { get; init; }

    public DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>By the name of that moment; null for whoever is alone with the service.</summary>
    public string? ReleasedBy { get; init; }

    /// <summary>Number of the edition that this one corrects; null for any other.</summary>
    public string? Supersedes { get; init; }

    /// <summary>Number of the edition that has taken its place.</summary>
    public string? SupersededBy { get; init; }

    /// <summary>The date printed on the briefing.</summary>
    public required DateOnly IssueDate { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When the state became final.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>From when its age counts, where the clock was behind when it ended; null where it counts from <see cref="FinishedAt"/>.</summary>
    public DateTimeOffset? KeptFrom { get; init; }

    /// <summary>Since when it must not be removed, whoever wants to and however old it is; null for what nothing holds.</summary>
    public DateTimeOffset? HeldAt { get; init; }

    /// <summary>Who said so; null where nobody is known by name.</summary>
    public Guid? HeldById { get; init; }

    /// <summary>Why, in a line.</summary>
    public string? HoldReason { get; init; }

    /// <summary>How often the work was begun. The number of the present attempt is its licence to write a result.</summary>
    public int Attempts { get; init; }

    /// <summary>How many attempts ended through no fault of the order: an engine or worker killed, the database away.</summary>
    public int Setbacks { get; init; }

    /// <summary>How many fresh engines in a row ended over this document.</summary>
    public int EngineDeaths { get; init; }

    /// <summary>The job that makes it; null until one is enqueued.</summary>
    public string? JobId { get; init; }

    /// <summary>The trace it was ordered in, so that whoever goes on with it continues that trace; null where there was none.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Hash of all that decided the document's bytes; null until it is completed.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Name of the document in the ledger: its SHA-256 in hexadecimal.</summary>
    public string? Sha256 { get; init; }

    public int? Pages { get; init; }

    public long? Bytes { get; init; }

    /// <summary>What kind of fault it failed by, for words in any language; null unless it failed, and where an older version wrote it down.</summary>
    public string? ErrorKind { get; init; }

    /// <summary>What failed, in a few English words.</summary>
    public string? ErrorTitle { get; init; }

    /// <summary>Why, and what to do, in English.</summary>
    public string? ErrorDetail { get; init; }

    /// <summary>The days an edition covers; null for a single briefing.</summary>
    public Period? Period => PeriodFrom is { } from && PeriodTo is { } to ? new(from, to) : null;

    /// <summary>Whether nobody outside gets it, because nobody has released this file.</summary>
    public bool IsUnreleased => NeedsRelease && (ReleasedSha256 is null || ReleasedSha256 != Sha256);

    /// <summary>Whether its file lies ready and waits for somebody to release it.</summary>
    public bool AwaitsRelease => State == RequestState.Completed && IsUnreleased;

    /// <summary>Nothing more will become of it here.</summary>
    public bool IsFinal => State is not (RequestState.Queued or RequestState.Rendering);

    /// <summary>Whether it may be begun again on somebody's demand.</summary>
    public bool MayBeRetried => State is RequestState.Failed or RequestState.Cancelled;

    /// <summary>Whether nothing may remove it.</summary>
    public bool IsHeld => HeldAt is not null;

    /// <summary>
    /// Whether a person may take it out of the ledger: what is in work has to be cancelled first, editions are the record of their schedule, and what is held
    /// stays.
    /// </summary>
    public bool MayBeDeleted => State is RequestState.Completed or RequestState.Failed or RequestState.Cancelled && Schedule is null && !IsHeld;

    /// <summary>Whether this version can read the order: a newer one may have written it.</summary>
    public bool IsReadable => !ReferenceEquals(Order, StoredOrder.Unreadable);

    /// <summary>Whether these eyes see it.</summary>
    public bool IsVisibleTo(Viewer viewer) => MarkingLevel <= viewer.Clearance && (viewer.Desk is null || Desk == viewer.Desk || IsShared);

    /// <summary>Whether whoever sees it with these eyes may change what becomes of it: others' requests are only looked at.</summary>
    public bool MayBeChangedBy(Viewer viewer) => viewer.Desk is null || Desk == viewer.Desk;

    /// <summary>Printed where no number is, such as <c>MCT-1F2E3D4C</c>; null until it is completed.</summary>
    public string? Reference => Fingerprint is { } fingerprint ? IssueDetails.ReferenceOf(fingerprint) : null;

    /// <summary>The number on the front page. Without one, equal orders of a day share one document.</summary>
    public string? PrintedNumber => Order.Numbered || Schedule is not null ? Number : null;
}
