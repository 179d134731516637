using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using MoroccoCT.Certainty;
using MoroccoCT.Web.Endpoints;
using MoroccoCT.Web.Errors;
using MoroccoCT.Web.Language;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Api;

/// <summary>Which editions there should be, and what there is of them.</summary>
internal static class EditionEndpoints
{
    private const string FromName = "from";
    private const string ToName = "to";
    private const int MostDays = 92;
    private const int Week = 7;

    public static void MapEditions(this IEndpointRouteBuilder api) =>
        api.MapGroup("/editions").WithTags(EndpointTags.Schedules).MapRead("/", ListAsync).WithName("listEditions")
            .WithSummary("List the editions that are expected, with what there is of them")
            .WithDescription("Seven days from today where no days are given, 92 at most; of each schedule at most 200. Days count on the desk's clock. "
                + "What is missing here has not been made although its time is past.")
            .Refuses(400);

    private static async Task<Results<Ok<DueEditionListBody>, ProblemHttpResult>> ListAsync(
        [Description("The first day, such as 2026-11-23; today where it is left out."), FromQuery(Name = FromName)] string? from,
        [Description("The last day; six days after the first where it is left out."), FromQuery(Name = ToName)] string? to,
        EditionReports reports, Caller caller, DeskTime desk, HttpRequest request, CancellationToken cancellationToken)
    {
        var problems = new Dictionary<string, string>();
        var first = Day(FromName, from, problems) ?? DateOnly.FromDateTime(desk.Local(desk.Now).DateTime);
        var last = Day(ToName, to, problems) ?? first.AddDays(Week - 1);
        if (problems.Count == 0 && last < first)
            problems[FromName] = $"'{FromName}' is later than '{ToName}'.";
        if (problems.Count == 0 && last.DayNumber - first.DayNumber >= MostDays)
            problems[ToName] = $"From '{FromName}' to '{ToName}' are more than {MostDays} days. Ask for fewer at once.";
        if (problems.Count > 0)
            return TypedResults.Problem(ProblemMap.OfParameters(problems).ToDetails());
        var editions = await reports.BetweenAsync(desk.StartOf(first)!.Value, desk.StartOf(last.AddDays(1))!.Value, caller.Viewer, cancellationToken);
        return TypedResults.Ok(
            new DueEditionListBody(first, last, [.. editions.Select(edition => DueEditionBody.Of(edition, caller.Viewer, request.PathBase))]));
    }

    private static DateOnly? Day(string name, string? given, Dictionary<string, string> problems)
    {
        if (string.IsNullOrEmpty(given))
            return null;
        if (DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1970 and <= 2900)
            return day;
        problems[name] = $"'{name}' must be a day such as 2026-11-28.";
        return null;
    }
}
