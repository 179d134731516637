using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using MoroccoCT.Audit;
using MoroccoCT.Schedules;
using MoroccoCT.Web.Endpoints;
using MoroccoCT.Web.Errors;
using MoroccoCT.Web.Guards;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Api;

/// <summary>Looking at schedules, making and changing them, and having an edition made.</summary>
internal static class ScheduleEndpoints
{
    private const string ScheduleName = "Name of the schedule.";

    public static void MapSchedules(this IEndpointRouteBuilder api)
    {
        var schedules = api.MapGroup("/schedules").WithTags(EndpointTags.Schedules);
        schedules.MapRead("/", ListAsync).WithName("listSchedules").WithSummary("List the schedules with their next and last editions")
            .WithDescription("Those of the service's settings first. An edition is a request like any other: its links lead to its document.");
        schedules.MapRead("/calendar.ics", CalendarAsync).WithName("scheduleCalendar").WithSummary("The next editions as a calendar")
            .WithDescription("An iCalendar file for calendar programs: the next five editions of each schedule.")
            .Produces<string>(200, ScheduleCalendar.ContentType);
        schedules.MapRead("/{name:schedule}", FindAsync).WithName("showSchedule").WithSummary("Show one schedule")
            .WithDescription("With what is wrong with it, if anything: a topic that the library lost is told at once, and not on the day.").Refuses(404);
        schedules.MapPost("/", AddAsync).WithName("addSchedule").WithSummary("Make a schedule")
            .WithDescription("It belongs to the desk of whoever makes it. Its first edition is the next one that falls due.")
            .Refuses(400, 413, 415).RequireAuthorization(Policies.Order).RequireRateLimiting(CallerLimits.Orders);
        schedules.MapPut("/{name:schedule}", ChangeAsync).WithName("changeSchedule").WithSummary("Change a schedule")
            .WithDescription("All of it: what is not sent is as in a new one. Each change is kept with who made it. "
                + "A schedule of the settings is changed there.")
            .Refuses(400, 404, 409, 413, 415).RequireAuthorization(Policies.Order);
        schedules.MapPost("/{name:schedule}/run", RunAsync).WithName("runSchedule").WithSummary("Make the current edition now")
            .WithDescription("The one that was due last. It exists once, however often it is asked for; what of it failed or was cancelled is begun again.")
            .Refuses(404).RequireAuthorization(Policies.Order).RequireRateLimiting(CallerLimits.Orders);
        schedules.MapPost("/{name:schedule}/pause", PauseAsync).WithName("pauseSchedule").WithSummary("Have nothing made until further notice")
            .WithDescription("Editions that were made stay, and one can still be made on demand.").Refuses(404, 409).RequireAuthorization(Policies.Order);
        schedules.MapPost("/{name:schedule}/resume", ResumeAsync).WithName("resumeSchedule").WithSummary("Have a paused schedule go on")
            .WithDescription("What fell due in the pause is not made up for.").Refuses(404, 409).RequireAuthorization(Policies.Order);
        schedules.MapDelete("/{name:schedule}", EndAsync).WithName("endSchedule").WithSummary("End a schedule")
            .WithDescription("Its editions stay. Neither its name nor its series is given again.").Refuses(404, 409).RequireAuthorization(Policies.Order);
    }

    private static async Task<Ok<ScheduleListBody>> ListAsync(
        ScheduleList schedules, Caller caller, ScheduleBodies bodies, CancellationToken cancellationToken)
    {
        var items = new List<ScheduleBody>();
        foreach (var schedule in await schedules.ListAsync(caller.Viewer, cancellationToken))
            items.Add(await bodies.OfAsync(schedule, cancellationToken));
        return TypedResults.Ok(new ScheduleListBody(items));
    }

    private static async Task<ContentHttpResult> CalendarAsync(
        ScheduleList schedules, Caller caller, TimeProvider time, CancellationToken cancellationToken) => TypedResults.Content(
        ScheduleCalendar.Of(await schedules.ListAsync(caller.Viewer, cancellationToken), time.GetUtcNow()), ScheduleCalendar.ContentType);

    private static async Task<Ok<ScheduleBody>> FindAsync(
        [Description(ScheduleName)] string name, ScheduleList schedules, Caller caller, ScheduleBodies bodies,
        CancellationToken cancellationToken) =>
        TypedResults.Ok(await bodies.OfAsync(await schedules.GetAsync(name, caller.Viewer, cancellationToken), cancellationToken));

    private static async Task<Created<ScheduleBody>> AddAsync(
        NewScheduleInput schedule, ScheduleKeeping keeping, ScheduleRecipients recipients, ScheduleList schedules, ScheduleBodies bodies, Caller caller,
        HttpContext context, CancellationToken cancellationToken)
    {
        var definition = await recipients.WithAsync(schedule.ToDefinition(), schedule.DeliverTo, cancellationToken);
        await keeping.AddAsync(schedule.Name, definition, caller.Viewer, context.Actor(Doors.Api), cancellationToken);
        var body = await bodies.OfAsync(await schedules.GetAsync(schedule.Name, caller.Viewer, cancellationToken), cancellationToken);
        return TypedResults.Created($"{context.Request.PathBase}{ApiAddress.Root}/schedules/{body.Name}", body);
    }

    private static Task<Ok<ScheduleBody>> ChangeAsync(
        [Description(ScheduleName)] string name, ChangedScheduleInput schedule, ScheduleKeeping keeping, ScheduleRecipients recipients,
        ScheduleList schedules, ScheduleBodies bodies, Caller caller, HttpContext context, CancellationToken cancellationToken) => DoAsync(
        name,
        async _ =>
        {
            var definition = await recipients.WithAsync(schedule.ToDefinition(), schedule.DeliverTo, cancellationToken);
            await keeping.ChangeAsync(name, schedule.Revision, definition, caller.Viewer, context.Actor(Doors.Api), cancellationToken);
        },
        schedules, bodies, caller, cancellationToken);

    private static async Task<Accepted<RequestListBody>> RunAsync(
        [Description(ScheduleName)] string name, EditionMaker editions, Caller caller, HttpContext context, RequestBodies bodies,
        CancellationToken cancellationToken)
    {
        var made = await editions.MakeDueAsync(name, caller.Viewer, context.Actor(Doors.Api), cancellationToken);
        var body = await bodies.OfAsync([.. made.Select(one => one.Request)], cancellationToken);
        return TypedResults.Accepted(body[0].Links.Self, new RequestListBody(body, null));
    }

    private static Task<Ok<ScheduleBody>> PauseAsync(
        [Description(ScheduleName)] string name, ScheduleKeeping keeping, ScheduleList schedules, ScheduleBodies bodies, Caller caller, HttpContext context,
        CancellationToken cancellationToken) => DoAsync(
        name,
        revision => keeping.PauseAsync(name, revision, caller.Viewer, context.Actor(Doors.Api), cancellationToken),
        schedules, bodies, caller, cancellationToken);

    private static Task<Ok<ScheduleBody>> ResumeAsync(
        [Description(ScheduleName)] string name, ScheduleKeeping keeping, ScheduleList schedules, ScheduleBodies bodies, Caller caller, HttpContext context,
        CancellationToken cancellationToken) => DoAsync(
        name,
        revision => keeping.ResumeAsync(name, revision, caller.Viewer, context.Actor(Doors.Api), cancellationToken),
        schedules, bodies, caller, cancellationToken);

    private static async Task<NoContent> EndAsync(
        [Description(ScheduleName)] string name, ScheduleKeeping keeping, ScheduleList schedules, Caller caller, HttpContext context,
        CancellationToken cancellationToken)
    {
        var seen = await schedules.GetAsync(name, caller.Viewer, cancellationToken);
        await keeping.EndAsync(name, seen.Schedule.Revision ?? 0, caller.Viewer, context.Actor(Doors.Api), cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Does something with the schedule as it is now, and shows it as it is then.</summary>
    private static async Task<Ok<ScheduleBody>> DoAsync(
        string name, Func<int, Task> deed, ScheduleList schedules, ScheduleBodies bodies, Caller caller, CancellationToken cancellationToken)
    {
        var seen = await schedules.GetAsync(name, caller.Viewer, cancellationToken);
        await deed(seen.Schedule.Revision ?? 0);
        return TypedResults.Ok(await bodies.OfAsync(await schedules.GetAsync(name, caller.Viewer, cancellationToken), cancellationToken));
    }
}
