using MoroccoCT.Delivery;
using MoroccoCT.Requests;
using MoroccoCT.Schedules;

namespace MoroccoCT.Certainty;

/// <summary>One edition: what is expected of it, and what there is.</summary>
/// <param name="Name">Of its schedule.</param>
/// <param name="Schedule">Null for one that was ended since.</param>
/// <param name="Number">Such as <c>MCT-W-2026-47</c>.</param>
/// <param name="Due">In the schedule's zone where that is known.</param>
/// <param name="IsLast">Whether it is the schedule's last one so far: that one can be made on demand.</param>
public sealed record EditionReport(
    string Name, Schedule? Schedule, string Number, DateTimeOffset Due, bool IsLast, IReadOnlyList<LanguageReport> Languages)
{
    /// <summary>What of it is raised and not over.</summary>
    public IReadOnlyList<AlarmKind> Alarms { get; init; } = [];

    public EditionState State => Languages.Max(language => language.State);

    public IEnumerable<RecipientReport> Recipients => Languages.SelectMany(language => language.Recipients);

    /// <summary>To whom it should have gone and who has not got it.</summary>
    public IEnumerable<RecipientReport> Lacking => Recipients.Where(recipient => recipient is { IsWanted: true, HasIt: false });

    /// <summary>When the last of its languages could go out: was finished, or released after that; null while one cannot.</summary>
    internal DateTimeOffset? FinishedAt =>
        State == EditionState.Completed ? Languages.Max(language => language.Request?.ReleasedAt ?? language.Request?.FinishedAt) : null;
}

/// <param name="Request">Null where there is none yet.</param>
public sealed record LanguageReport(string Language, EditionState State, BriefingRequest? Request, IReadOnlyList<RecipientReport> Recipients);

/// <param name="Request">What goes to him.</param>
/// <param name="Delivery">The last one on its way to him; null while there is none.</param>
/// <param name="HasIt">Whether any of them was accepted.</param>
/// <param name="IsWanted">Whether it goes to him by the schedule, and not only because somebody sent it by hand.</param>
public sealed record RecipientReport(BriefingRequest Request, Recipient To, RequestDelivery? Delivery, bool HasIt, bool IsWanted)
{
    public bool MayBeSentAgain => Delivery is { MayBeSentAgain: true };
}
