using System.Net;
using System.Net.Http.Json;
using MoroccoCT.People;
using MoroccoCT.Tests.Web.Pages;
using MoroccoCT.Tests.Web.SignIn;

namespace MoroccoCT.Tests.Web.Api;

/// <summary>Who may hold requests, by the API and by the request's page, and what it does to deleting.</summary>
[Collection(SharedCollection.Name)]
public sealed class HoldTests(SharedService shared)
{
    [Fact]
    public async Task An_administrator_holds_a_request_which_nobody_can_delete_until_the_hold_is_lifted()
    {
        var amina = await shared.AddAsync();
        var done = await shared.FinishedAsync(amina);
        var root = await shared.AddAsync(Role.Administrator, displayName: "Root Benali");
        using var administrator = await shared.ProgramAsync(root, "orders", "admin");
        using var own = await shared.ProgramAsync(amina, "orders");
        var hold = $"/api/v1/requests/{done.Id}/hold";

        var held = await (await administrator.PutAsJsonAsync(hold, new { reason = " File 12 of the inspectorate " })).JsonAsync();

        held.GetProperty("hold").Text("reason").ShouldBe("File 12 of the inspectorate");
        held.GetProperty("hold").Text("by").ShouldBe("Root Benali");
        held.GetProperty("keptUntil").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await (await own.DeleteAsync($"/api/v1/requests/{done.Id}")).ProblemAsync(409)).Text("detail")
            .ShouldBe($"Request {done.Number} is held: File 12 of the inspectorate. An administrator can lift the hold.");
        await (await administrator.DeleteAsync($"/api/v1/requests/{done.Id}")).ProblemAsync(409);
        (await own.GetStringAsync("/api/v1/requests?held=true")).ShouldContain(done.Number);
        (await own.GetStringAsync("/api/v1/requests?held=false")).ShouldNotContain(done.Number);
        (await (await own.GetAsync("/api/v1/requests?held=perhaps")).ProblemAsync(400)).Error("held").ShouldContain("true or false");

        var lifted = await (await administrator.DeleteAsync(hold)).JsonAsync();
        lifted.GetProperty("hold").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        lifted.Text("keptUntil").ShouldStartWith("2028-11-21");
        (await administrator.DeleteAsync(hold)).StatusCode.ShouldBe(HttpStatusCode.OK, "nothing holds it already");
        (await own.DeleteAsync($"/api/v1/requests/{done.Id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var entries = (await shared.Service.AuditAsync()).Where(entry => entry.Subject == done.Number && entry.What is "held" or "holdLifted").ToList();
        entries.Select(entry => (entry.What, entry.Who)).ShouldBe([("held", root.Name), ("holdLifted", root.Name)]);
        entries[0].Details.ShouldContain("File 12 of the inspectorate");
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("a\u202Eb", "U+202E")]
    [InlineData("a\r\nb", "U+000D")]
    [InlineData("\u200B", "U+200B")]
    [InlineData(null, "reason")]
    public async Task A_reason_that_is_no_line_is_refused_and_nothing_is_held(string? reason, string named)
    {
        var done = await shared.FinishedAsync(await shared.AddAsync());
        using var administrator = await shared.ProgramAsync(await shared.AddAsync(Role.Administrator), "orders", "admin");

        var problem = await (await administrator.PutAsJsonAsync($"/api/v1/requests/{done.Id}/hold", new { reason })).ProblemAsync(400);

        problem.ToString().ShouldContain(named);
        (await shared.Service.Ledger.FindAsync(done)).IsHeld.ShouldBeFalse();
    }

    [Fact]
    public async Task A_reason_may_have_200_characters_and_no_more()
    {
        var done = await shared.FinishedAsync(await shared.AddAsync());
        using var administrator = await shared.ProgramAsync(await shared.AddAsync(Role.Administrator), "orders", "admin");
        var hold = $"/api/v1/requests/{done.Id}/hold";

        (await administrator.PutAsJsonAsync(hold, new { reason = new string('é', 200) })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await (await administrator.PutAsJsonAsync(hold, new { reason = new string('é', 201) })).ProblemAsync(400)).Error("reason").ShouldContain("200");
        await (await administrator.PutAsJsonAsync($"/api/v1/requests/{Guid.Empty}/hold", new { reason = "one" })).ProblemAsync(404);
    }

    [Fact]
    public async Task The_page_tells_how_long_a_request_is_kept_and_lets_an_administrator_hold_it()
    {
        var amina = await shared.AddAsync();
        var done = await shared.FinishedAsync(amina);
        using var own = await shared.BrowserAsync(amina);
        using var administrator = await shared.BrowserAsync(await shared.AddAsync(Role.Administrator, displayName: "Root <b>"));
        var before = await own.GetStringAsync($"/requests/{done.Id}");
        before.ShouldContain("It is kept until 21 November 2028");
        before.ShouldNotContain("handler=Hold");

        var page = await FormPage.OpenAsync(administrator, $"/requests/{done.Id}");
        (await page.PressAsync($"/requests/{done.Id}?handler=Hold", ("reason", ""))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await page.PressAsync($"/requests/{done.Id}?handler=Hold", ("reason", "File <12>"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var held = await own.GetStringAsync($"/requests/{done.Id}");
        held.ShouldContain("It must not be removed: File &lt;12&gt;.");
        held.ShouldNotContain($"href=\"/requests/{done.Id}/delete\"");
        (await own.GetStringAsync("/requests?held=true")).ShouldContain(done.Number);
        (await own.GetStringAsync($"/requests/{done.Id}/delete")).ShouldContain("It cannot be deleted: it is held.");

        (await page.PressAsync($"/requests/{done.Id}?handler=Lift")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await own.GetStringAsync($"/requests/{done.Id}")).ShouldContain("It is kept until 21 November 2028");
    }
}
