using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace MoroccoCT.Tests.Web.Api;

/// <summary>Making and changing schedules by the API.</summary>
[Collection(WebCollection.Name)]
public sealed class ScheduleKeepingEndpointsTests(TestService service)
{
    [Fact]
    public async Task What_is_shown_of_a_schedule_can_be_sent_as_the_next()
    {
        using var made = await service.Client.PostAsJsonAsync("/api/v1/schedules", Schedule("shown", "SA"));
        made.StatusCode.ShouldBe(HttpStatusCode.Created);
        made.Headers.Location!.OriginalString.ShouldEndWith("/api/v1/schedules/shown");
        var body = await made.JsonAsync();
        (body.Text("cron"), body.GetProperty("revision").GetInt32(), body.GetProperty("next").GetArrayLength()).ShouldBe(("0 7 * * 1", 1, 5));

        using var changed = await service.Client.PutAsJsonAsync(
            "/api/v1/schedules/shown", At("0 8 * * 1"));
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var stale = await service.Client.PutAsJsonAsync(
            "/api/v1/schedules/shown", At("0 9 * * 1"));

        stale.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await (await service.Client.GetAsync("/api/v1/schedules/shown")).JsonAsync()).Text("cron").ShouldBe("0 8 * * 1");
        await EndAsync("shown");

        object At(string cron) => new { revision = 1, order = body.GetProperty("order"), cron, timeZone = "Africa/Casablanca", series = "SA" };
    }

    [Fact]
    public async Task Each_wrong_field_is_named()
    {
        using var refused = await service.Client.PostAsJsonAsync(
            "/api/v1/schedules",
            new
            {
                name = "Wrong!",
                order = new { sections = new[] { "nowhere" } },
                cron = "soon",
                timeZone = "Mars/Olympus",
                series = "s",
                alsoIn = new[] { "de" },
            });

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.JsonAsync()).GetProperty("errors").EnumerateObject().Select(field => field.Name).ShouldBe(
            ["name", "series", "order.sections", "alsoIn", "timeZone", "cron"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_schedule_of_the_settings_is_shown_and_not_changed()
    {
        var weekly = await (await service.Client.GetAsync("/api/v1/schedules/weekly")).JsonAsync();
        weekly.GetProperty("revision").ValueKind.ShouldBe(JsonValueKind.Null);

        using var refused = await service.Client.PostAsync("/api/v1/schedules/weekly/pause", null);

        refused.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task It_is_run_paused_resumed_and_ended()
    {
        await service.Client.PostAsJsonAsync("/api/v1/schedules", Schedule("run", "SB"));
        using var run = await service.Client.PostAsync("/api/v1/schedules/run/run", null);
        run.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var editions = (await run.JsonAsync()).GetProperty("items").EnumerateArray().ToList();
        editions.Select(edition => edition.GetProperty("order").Text("language")).ShouldBe(["en", "fr"]);
        editions.Select(edition => edition.Text("number")).Distinct().ShouldHaveSingleItem().ShouldStartWith("MCT-SB-");

        (await (await service.Client.PostAsync("/api/v1/schedules/run/pause", null)).JsonAsync()).GetProperty("isPaused").GetBoolean().ShouldBeTrue();
        (await (await service.Client.PostAsync("/api/v1/schedules/run/resume", null)).JsonAsync()).GetProperty("isPaused").GetBoolean().ShouldBeFalse();
        await EndAsync("run");
        using var gone = await service.Client.GetAsync("/api/v1/schedules/run");
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Its_next_editions_are_a_calendar()
    {
        using var calendar = await service.Client.GetAsync("/api/v1/schedules/calendar.ics");

        calendar.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
        var lines = (await calendar.Content.ReadAsStringAsync()).Split("\r\n");
        lines[0].ShouldBe("BEGIN:VCALENDAR");
        lines.Count(line => line == "SUMMARY:weekly (W)").ShouldBe(5);
    }

    private async Task EndAsync(string name) =>
        (await service.Client.DeleteAsync($"/api/v1/schedules/{name}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

    private static object Schedule(string name, string series) => new
    {
        name,
        order = new { sections = new[] { "regional" } },
        alsoIn = new[] { "fr" },
        cron = "0 7 * * 1",
        timeZone = "Africa/Casablanca",
        series,
    };
}
