using MoroccoCT.Audit;
using MoroccoCT.People;
using MoroccoCT.Requests;

namespace MoroccoCT.Schedules;

/// <summary>Submits the editions of schedules, each once, however often and by however many processes it is asked to.</summary>
public sealed class EditionMaker
{
    /// <summary>No edition is late by less: a service that was started anew has missed nothing.</summary>
    internal static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(15);

    private readonly ScheduleBook book;
    private readonly RequestSubmitter submitter;
    private readonly RequestTransitions transitions;
    private readonly EditionCutter cutter;
    private readonly EditionNumbers numbers;
    private readonly ScheduleMemory memory;
    private readonly TimeProvider time;
    private readonly ILogger<EditionMaker> logger;

    internal EditionMaker(
        ScheduleBook book, RequestSubmitter submitter, RequestTransitions transitions, EditionCutter cutter, EditionNumbers numbers,
        ScheduleMemory memory, TimeProvider time, ILogger<EditionMaker> logger) =>
        (this.book, this.submitter, this.transitions, this.cutter, this.numbers, this.memory, this.time, this.logger) =
            (book, submitter, transitions, cutter, numbers, memory, time, logger);

    /// <summary>
    /// The current edition on somebody's demand, in all its languages: the one that was due last, or would have been. What of it failed or was
    /// cancelled is begun again.
    /// </summary>
    /// <exception cref="UnknownScheduleException">These eyes see no schedule of that name.</exception>
    public async Task<IReadOnlyList<Submitted>> MakeDueAsync(string name, Viewer viewer, Actor by, CancellationToken cancellationToken)
    {
        var schedule = await book.GetAsync(name, viewer, cancellationToken);
        var now = time.GetUtcNow();
        var made = new List<Submitted>();
        var due = schedule.Times.LatestDue(now + schedule.Definition.Ahead) ?? schedule.Times.Before(now);
        foreach (var one in await MakeAsync(schedule, due, by, cancellationToken))
        {
            made.Add(one.Request.MayBeRetried
                ? one with { Request = await transitions.RetryAsync(one.Request.Id, by, cancellationToken) ?? one.Request }
                : one);
        }

        return made;
    }

    /// <summary>
    /// Makes the latest edition of each schedule if it fell due since the schedule has had its timing: the one due now, or the last
    /// one of those that fell due while nothing ran. One that failed stays failed, so that nobody is served twice.
    /// </summary>
    public async Task MakeMissingAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var schedules = await book.AllAsync(cancellationToken);
        var since = await memory.SinceAsync(schedules, now, cancellationToken);
        var faults = new List<Exception>();
        foreach (var schedule in schedules.Where(schedule => !schedule.IsPaused))
        {
            try
            {
                if (schedule.Times.LatestDue(now + schedule.Definition.Ahead) is { } due && due > since[schedule.Name] && !IsLeftOut(schedule, due, now))
                    await MakeAsync(schedule, due, Actor.Schedule, cancellationToken);
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                // What keeps one back is no reason for the others to wait.
                faults.Add(fault);
            }
        }

        if (faults.Count > 0)
            throw new AggregateException($"{faults.Count} of {schedules.Count} schedules could not make what is due.", faults);
    }

    /// <summary>Whether it is too late for one that was not made.</summary>
    internal static bool IsLeftOut(Schedule schedule, DateTimeOffset due, DateTimeOffset now) =>
        schedule.Definition.Misfire == Misfire.Skip && now - due > Tolerance;

    private async Task<IReadOnlyList<Submitted>> MakeAsync(Schedule schedule, DateTimeOffset due, Actor by, CancellationToken cancellationToken)
    {
        var plan = await numbers.FreeAsync(EditionPlan.Of(schedule, due), cancellationToken);
        if (await submitter.EarlierEditionAsync(plan.Number, plan.Key, cancellationToken) is { } earlier)
            return earlier;
        var cut = await cutter.CutAsync(schedule, due, plan.Period, corrects: null, cancellationToken);
        var edition = new Edition(schedule.Name, plan.Number, plan.IssueDate, plan.Period, schedule.Desk)
        {
            DueAt = due,
            NeedsRelease = schedule.Definition.ReleaseAhead is not null,
            IsMarkingRaised = cut.IsMarkingRaised,
            Contents = cut.Contents,
        };
        var submission = new Submission(by, plan.Key, edition) { DeliverTo = schedule.Definition.Recipients };
        var made = await submitter.SubmitAsync(cut.Orders, submission, cancellationToken);
        if (made[0].IsNew)
        {
            logger.LogInformation(
                "Schedule {Schedule} made edition {Number} of {From} to {To}, due {Due:u}",
                schedule.Name, plan.Number, plan.Period.From, plan.Period.To, due);
        }

        return made;
    }
}
