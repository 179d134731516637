using Microsoft.AspNetCore.Http.HttpResults;
using MoroccoCT.Schedules;
using MoroccoCT.Web.Endpoints;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Api;

internal static class ScheduleEndpoints
{
    public static void MapSchedules(this IEndpointRouteBuilder api) =>
        api.MapRead("/schedules", ListAsync).WithTags(EndpointTags.Schedules).WithName("listSchedules")
            .WithSummary("List the schedules with their next and last editions")
            .WithDescription("Schedules stand in the service's settings. An edition is a request like any other: its links lead to its document.");

    private static async Task<Ok<ScheduleListBody>> ListAsync(ScheduleList schedules, Caller caller, HttpRequest http, CancellationToken cancellationToken) =>
        TypedResults.Ok(new ScheduleListBody(
            [.. (await schedules.ListAsync(caller.Viewer, cancellationToken)).Select(schedule => ScheduleBody.Of(schedule, http.PathBase))]));
}
