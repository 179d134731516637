using MoroccoCT.Schedules;

namespace MoroccoCT.Web.Api;

/// <summary>Schedules as the API shows them.</summary>
internal sealed class ScheduleBodies(RequestBodies requests, ScheduleRecipients recipients)
{
    public async Task<ScheduleBody> OfAsync(ScheduleView view, CancellationToken cancellationToken)
    {
        var (schedule, definition) = (view.Schedule, view.Schedule.Definition);
        return new(
            schedule.Name,
            schedule.Revision,
            OrderBody.Of(definition.Order),
            definition.AlsoIn,
            definition.Cron,
            definition.TimeZone,
            definition.Series,
            definition.First,
            definition.Last,
            [.. definition.Holidays.Select(holiday => new HolidayBody { Date = holiday.Date, Name = holiday.Name })],
            definition.OnHoliday,
            definition.Misfire,
            definition.Standing,
            definition.ReleaseAhead,
            await recipients.ShownAsync(definition.Recipients, cancellationToken),
            KeeperBody.Of(definition.Keeper),
            schedule.IsPaused,
            schedule.Desk,
            [.. view.Problems.Select(problem => ScheduleProblemWords.English.Line(problem, field => field))],
            [.. view.Next.Select(due => new DueBody(due.Local, due.Utc))],
            view.LastEdition is { } edition ? await requests.OfAsync(edition, cancellationToken) : null);
    }
}
