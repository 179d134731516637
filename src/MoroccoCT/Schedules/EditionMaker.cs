using MoroccoCT.Audit;
using MoroccoCT.Requests;

namespace MoroccoCT.Schedules;

/// <summary>Submits the editions of schedules, each once, however often and by however many processes it is asked to.</summary>
public sealed class EditionMaker
{
    private readonly ScheduleBook book;
    private readonly RequestSubmitter submitter;
    private readonly RequestTransitions transitions;
    private readonly ScheduleMemory memory;
    private readonly TimeProvider time;
    private readonly ILogger<EditionMaker> logger;

    internal EditionMaker(
        ScheduleBook book, RequestSubmitter submitter, RequestTransitions transitions, ScheduleMemory memory, TimeProvider time,
        ILogger<EditionMaker> logger) =>
        (this.book, this.submitter, this.transitions, this.memory, this.time, this.logger) = (book, submitter, transitions, memory, time, logger);

    /// <summary>The current edition on somebody's demand: the one that was due last. One that failed or was cancelled is begun again.</summary>
    /// <exception cref="UnknownScheduleException">No schedule has that name.</exception>
    public async Task<Submitted> MakeDueAsync(string name, Actor by, CancellationToken cancellationToken)
    {
        var schedule = book.Get(name);
        var made = await MakeAsync(schedule, schedule.Clock.LatestDue(time.GetUtcNow()), by, cancellationToken);
        return made.Request.MayBeRetried
            ? made with { Request = await transitions.RetryAsync(made.Request.Id, by, cancellationToken) ?? made.Request }
            : made;
    }

    /// <summary>
    /// Makes the latest edition of each schedule if it fell due since the schedule has had its timing: the one due now, or the last
    /// one of those that fell due while nothing ran. One that failed stays failed, so that nobody is served twice.
    /// </summary>
    public async Task MakeMissingAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await memory.ForgetOthersAsync([.. book.All.Select(schedule => schedule.Name)], cancellationToken);
        foreach (var schedule in book.All)
        {
            var since = await memory.SinceAsync(schedule, now, cancellationToken);
            var due = schedule.Clock.LatestDue(now);
            if (due > since)
                await MakeAsync(schedule, due, Actor.Schedule, cancellationToken);
        }
    }

    private async Task<Submitted> MakeAsync(Schedule schedule, DateTimeOffset due, Actor by, CancellationToken cancellationToken)
    {
        var plan = EditionPlan.Of(schedule, due);
        var edition = new Edition(schedule.Name, plan.Number, plan.IssueDate, plan.Period);
        var made = await submitter.SubmitAsync(schedule.Order, new(by, plan.Key, edition), cancellationToken);
        if (made.IsNew)
        {
            logger.LogInformation(
                "Schedule {Schedule} made edition {Number} of {From} to {To}, due {Due:u}",
                schedule.Name, plan.Number, plan.Period.From, plan.Period.To, due);
        }

        return made;
    }
}
