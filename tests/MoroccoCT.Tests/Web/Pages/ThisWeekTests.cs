using System.Net;
using System.Text.Json;
using MoroccoCT.Certainty;
using MoroccoCT.Delivery;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Schedules;
using MoroccoCT.Tests.Delivery;
using MoroccoCT.Tests.Web.SignIn;

namespace MoroccoCT.Tests.Web.Pages;

/// <summary>The week's editions on their page, in the API and in health: the three agree.</summary>
public sealed class ThisWeekTests : IAsyncLifetime
{
    private const string Week = "/this-week?day=2026-11-18";
    private const string Number = "MCT-W-2026-47";

    private readonly SharedService shared = new(DeliverySettings.Some);
    private HttpClient editor = null!;
    private HttpClient administrator = null!;

    public async Task InitializeAsync()
    {
        await shared.InitializeAsync();
        editor = await shared.BrowserAsync(await shared.AddAsync(Role.Editor, clearance: 4));
        administrator = await shared.BrowserAsync(await shared.AddAsync(Role.Administrator, clearance: 4));
    }

    public async Task DisposeAsync()
    {
        editor.Dispose();
        administrator.Dispose();
        await shared.DisposeAsync();
    }

    [Fact]
    public async Task What_is_missing_stands_on_the_page_in_the_API_and_in_health_and_is_made_from_the_page()
    {
        await MissAsync();

        var page = await FormPage.OpenAsync(editor, Week);
        page.Html.ShouldContain(Number);
        page.Html.ShouldContain("0 of 1 edition that was due is out. 1 edition is missing or failed.");
        page.Html.ShouldContain("Nobody has begun it although its time is past.");
        page.Html.ShouldContain(">Late<");
        var edition = (await EditionsAsync()).ShouldHaveSingleItem();
        (edition.Text("state"), edition.GetProperty("isLate").GetBoolean()).ShouldBe(("missing", true));
        var ready = await administrator.GetAsync("/health/ready");
        ready.StatusCode.ShouldBe(HttpStatusCode.OK, "a process is not taken out of service for it");
        var health = await ready.JsonAsync();
        health.Text("status").ShouldBe("degraded");
        health.GetProperty("checks").GetProperty("editions").Text("status").ShouldBe("unhealthy");
        health.GetProperty("checks").GetProperty("editions").Text("detail").ShouldContain(Number);

        using var made = await page.PressAsync($"{Week}&handler=Make", ("schedule", "weekly"), ("number", Number));

        made.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await EditionAsync()).State.ShouldBe(RequestState.Queued);
        (await editor.GetStringAsync(Week)).ShouldContain("Being made");
    }

    [Fact]
    public async Task What_failed_is_made_again_once()
    {
        await shared.Service.FailAsync(await MakeAsync(), "title", "detail");
        var page = await FormPage.OpenAsync(editor, Week);
        page.Html.ShouldContain("It could not be made; the page of the request says why.");

        using var made = await page.PressAsync($"{Week}&handler=Make", ("schedule", "weekly"), ("number", Number));
        made.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await EditionAsync()).State.ShouldBe(RequestState.Queued);

        using var again = await page.PressAsync($"{Week}&handler=Make", ("schedule", "weekly"), ("number", Number));
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await again.Content.ReadAsStringAsync()).ShouldContain("is in work or finished already");
    }

    [Fact]
    public async Task Each_recipient_stands_there_with_what_was_said_and_what_to_do_and_is_sent_it_again()
    {
        var request = await shared.Service.FinishAsync(await MakeAsync());
        var deliveries = shared.Service.Get<Deliveries>();
        await deliveries.SendAsync(request.Id, [new(DeliveryChannel.Mail, "x@ministry.example")], SharedService.By, default);
        await shared.Service.ExecuteAsync("UPDATE deliveries SET state = 'uncertain', answer = 'the <line> broke', finished_at = 1");
        var page = await FormPage.OpenAsync(editor, Week);
        page.Html.ShouldContain("1 of 1 edition that was due is out. 1 delivery failed.");
        page.Html.ShouldContain("x@ministry.example");
        page.Html.ShouldContain("the &lt;line&gt; broke");
        page.Html.ShouldContain("he may get it twice");
        var row = (await deliveries.ListAsync(request.Id, default)).ShouldHaveSingleItem();

        using var sent = await page.PressAsync($"{Week}&handler=SendAgain", ("request", $"{request.Id}"), ("delivery", $"{row.Id}"));

        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await deliveries.ListAsync(request.Id, default))[1].State.ShouldBe(DeliveryState.Queued);
        (await editor.GetStringAsync(Week)).ShouldContain("It is sent by itself.");
        using var again = await page.PressAsync($"{Week}&handler=SendAgain", ("request", $"{request.Id}"), ("delivery", $"{row.Id}"));
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Another_desk_sees_that_it_is_out_and_not_to_whom_it_goes_and_a_reader_has_nothing_to_press()
    {
        var request = await shared.Service.FinishAsync(await MakeAsync());
        await shared.Service.Get<Deliveries>().SendAsync(request.Id, [new(DeliveryChannel.Mail, "x@ministry.example")], SharedService.By, default);
        await shared.Service.ExecuteAsync("UPDATE deliveries SET state = 'failed', finished_at = 1");
        using var other = await shared.BrowserAsync(await shared.AddAsync(Role.Editor, clearance: 4, desk: "press"));
        using var reader = await shared.BrowserAsync(await shared.AddAsync(Role.Reader, clearance: 4));

        var seen = await other.GetStringAsync(Week);
        seen.ShouldContain(Number);
        seen.ShouldNotContain("x@ministry.example");
        var read = await reader.GetStringAsync(Week);
        read.ShouldContain("x@ministry.example");
        read.ShouldNotContain("Send again");
        (await (await other.GetAsync("/api/v1/editions?from=2026-11-16")).JsonAsync()).GetProperty("items")[0].GetProperty("recipients").ValueKind
            .ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task What_is_to_come_is_expected_and_weeks_follow_each_other()
    {
        await shared.Service.Get<EditionWatch>().LookAsync(default);

        var next = await editor.GetStringAsync("/this-week?day=2026-11-29");
        next.ShouldContain("23 November 2026");
        next.ShouldContain("MCT-W-2026-48");
        next.ShouldContain("Expected");
        next.ShouldContain("1 is still to come.");
        next.ShouldContain("/this-week?day=2026-11-16");
        next.ShouldContain("/this-week?day=2026-11-30");
        (await editor.GetStringAsync("/this-week")).ShouldContain("No edition is expected in this week");
        (await editor.GetAsync("/this-week?day=9999-12-31")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await editor.GetAsync("/this-week?day=soon")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("from=soon", "from")]
    [InlineData("to=2026-13-01", "to")]
    [InlineData("from=2026-11-23&to=2026-11-22", "from")]
    [InlineData("from=2026-01-01&to=2026-12-31", "to")]
    public async Task Days_that_are_none_are_named(string query, string field)
    {
        using var refused = await editor.GetAsync($"/api/v1/editions?{query}");

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.JsonAsync()).GetProperty("errors").EnumerateObject().Select(error => error.Name).ShouldBe([field]);
    }

    [Fact]
    public async Task The_page_of_a_schedule_says_who_is_told_and_its_form_says_what_is_wrong_with_a_keeper()
    {
        (await administrator.GetStringAsync("/schedules/weekly")).ShouldContain("Nobody can be told");
        var nadia = await shared.AddAsync(Role.Administrator, clearance: 4, displayName: "Nadia");
        await shared.Service.Get<Accounts>().ChangeAsync(nadia.Id, new() { Email = "nadia@ministry.example" }, SharedService.By, default);
        (await administrator.GetStringAsync("/schedules/weekly")).ShouldContain("Nadia");
        using var other = await shared.BrowserAsync(await shared.AddAsync(Role.Editor, clearance: 4, desk: "press"));
        var seen = await other.GetStringAsync("/schedules/weekly");
        seen.ShouldNotContain("Nadia");
        seen.ShouldContain("1 person of the desk main");

        var form = await FormPage.OpenAsync(administrator, "/schedules/new?sections=domestic");
        (string, string)[] fields =
        [
            ("Name", "kept"), ("When", "Cron"), ("Cron", "0 7 * * 1"), ("TimeZone", "Africa/Casablanca"), ("Series", "K"), ("Keeper.Role", "Approver"),
            ("Keeper.Desk", " night  desk ")
        ];
        using var refused = await form.PressAsync("/schedules/new", [.. fields, ("Keeper.Mail", "nadia@ministry.example"), ("Keeper.Webhook", "nowhere")]);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var html = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        html.ShouldContain("'nadia@ministry.example' is the address of one person");
        html.ShouldContain("The settings name no webhook 'nowhere'");
        using var kept = await form.PressAsync("/schedules/new", [.. fields, ("Keeper.Mail", "Desk@Ministry.example"), ("Keeper.Webhook", "intranet")]);
        kept.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var schedule = await shared.Service.Get<ScheduleBook>().GetAsync("kept", Viewer.Everything, default);
        schedule.Definition.Keeper.ShouldBe(new() { Desk = "night desk", Role = Role.Approver, Mail = "desk@ministry.example", Webhook = "intranet" });
    }

    private async Task<BriefingRequest> MakeAsync() =>
        (await shared.Service.Get<EditionMaker>().MakeDueAsync("weekly", Viewer.Everything, SharedService.By, default))[0].Request;

    /// <summary>The schedule has been there for long, and Monday's edition was not made.</summary>
    private async Task MissAsync()
    {
        await shared.Service.Get<EditionWatch>().LookAsync(default);
        await shared.Service.ExecuteAsync("UPDATE schedules SET since = 1");
        await shared.Service.Get<EditionWatch>().LookAsync(default);
    }

    private async Task<BriefingRequest> EditionAsync() =>
        (await shared.Service.Get<RequestQueries>().LastEditionAsync("weekly", Viewer.Everything, default)).ShouldNotBeNull();

    private async Task<JsonElement[]> EditionsAsync() =>
        [.. (await (await editor.GetAsync("/api/v1/editions?from=2026-11-16")).JsonAsync()).GetProperty("items").EnumerateArray()];
}
