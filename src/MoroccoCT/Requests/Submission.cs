using MoroccoCT.Audit;
using MoroccoCT.Briefings.Composition;
using MoroccoCT.People;

namespace MoroccoCT.Requests;

/// <summary>Who submits an order, and how a second submission of it is known.</summary>
/// <param name="By">Entered in the audit; the door is kept with the request too.</param>
/// <param name="Key">Idempotency key, unique among all doors; null when each submission counts.</param>
/// <param name="Edition">Set by schedules alone.</param>
/// <param name="Viewer">
/// Whose desk it becomes a request of, and what he may see: nobody orders what he could not look at afterwards. Null for the service itself.
/// </param>
/// <param name="Person">What whoever orders is called on paper, where the desk names him there.</param>
public sealed record Submission(Actor By, string? Key = null, Edition? Edition = null, Viewer? Viewer = null, string? Person = null)
{
    /// <summary>To whom the finished briefing is sent. It is no part of the order: equal orders share a document, whoever gets it.</summary>
    public IReadOnlyList<Recipient> DeliverTo { get; init; } = [];

    /// <summary>Of an order in several languages, those who get one of them: each his own language, or else the first.</summary>
    internal IReadOnlyList<Recipient> DeliverToIn(IReadOnlyList<string> languages, int place) => languages.Count == 1
        ? DeliverTo
        : [.. DeliverTo.Where(recipient => place == languages.Index().FirstOrDefault(one => one.Item == recipient.Language).Index)];

    internal string Desk => Edition?.Desk ?? Viewer?.Desk ?? NewPerson.FirstDesk;
}

/// <summary>A schedule's briefing for one period.</summary>
/// <param name="Number">Such as <c>MCT-W-2026-47</c>.</param>
/// <param name="Period">The days it covers.</param>
/// <param name="Desk">Whose schedule it is of; null for the first.</param>
public sealed record Edition(string Schedule, string Number, DateOnly IssueDate, Period Period, string? Desk = null)
{
    /// <summary>When it shall go out; null as soon as it is made.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Whether a person has to release it before it goes out.</summary>
    public bool NeedsRelease { get; init; }

    /// <summary>The edition that it corrects; null for any other.</summary>
    public string? Supersedes { get; init; }

    /// <summary>Whether news have raised the marking above that of its order.</summary>
    public bool IsMarkingRaised { get; init; }

    /// <summary>What each of its orders tells besides the standing sections; none where nothing was gathered.</summary>
    public IReadOnlyList<KeptEdition> Contents { get; init; } = [];
}

/// <summary>What became of a submission.</summary>
/// <param name="IsNew">False when the key or edition was there already, and <paramref name="Request"/> is that first one.</param>
public sealed record Submitted(BriefingRequest Request, bool IsNew);
