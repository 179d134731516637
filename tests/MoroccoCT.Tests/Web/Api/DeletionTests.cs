using System.Net;
using MoroccoCT.People;
using MoroccoCT.Tests.Web.Pages;
using MoroccoCT.Tests.Web.SignIn;

namespace MoroccoCT.Tests.Web.Api;

/// <summary>Who may delete what, by the API and by the page that asks once more.</summary>
[Collection(SharedCollection.Name)]
public sealed class DeletionTests(SharedService shared)
{
    [Fact]
    public async Task Whoever_asked_deletes_and_afterwards_nothing_is_there()
    {
        var amina = await shared.AddAsync();
        var done = await shared.FinishedAsync(amina);
        using var program = await shared.ProgramAsync(amina, "orders");

        (await program.DeleteAsync($"/api/v1/requests/{done.Id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        foreach (var address in new[] { $"/api/v1/requests/{done.Id}", $"/api/v1/requests/{done.Id}/document", $"/api/v1/requests/{done.Id}/events" })
            await (await program.GetAsync(address)).ProblemAsync(404);
        await (await program.DeleteAsync($"/api/v1/requests/{done.Id}")).ProblemAsync(404);
        using var browser = await shared.BrowserAsync(amina);
        foreach (var address in new[] { $"/requests/{done.Id}", $"/requests/{done.Number}", $"/requests/{done.Id}/delete" })
            (await browser.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        (await shared.Service.AuditAsync()).ShouldContain(entry => entry.What == "deleted" && entry.Subject == done.Number && entry.Who == amina.Name);
    }

    [Fact]
    public async Task Others_of_the_desk_are_told_whose_it_is_and_an_administrator_may()
    {
        var done = await shared.FinishedAsync(await shared.AddAsync());
        using var other = await shared.ProgramAsync(await shared.AddAsync(), "orders");
        using var reader = await shared.ProgramAsync(await shared.AddAsync(Role.Reader), "read");
        using var keyForOrders = await shared.ProgramAsync(await shared.AddAsync(Role.Administrator), "orders");
        using var root = await shared.ProgramAsync(await shared.AddAsync(Role.Administrator), "orders", "admin");

        (await (await other.DeleteAsync($"/api/v1/requests/{done.Id}")).ProblemAsync(403)).Text("detail").ShouldContain(done.Number);
        (await reader.DeleteAsync($"/api/v1/requests/{done.Id}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await keyForOrders.DeleteAsync($"/api/v1/requests/{done.Id}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden, "the key is not for administering");
        (await root.DeleteAsync($"/api/v1/requests/{done.Id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task What_is_in_work_and_what_a_schedule_made_stays()
    {
        var root = await shared.AddAsync(Role.Administrator, clearance: 4);
        var waiting = await shared.SubmitAsync(root);
        var edition = await shared.Service.FinishAsync(await shared.Service.SubmitAsync(
            edition: new("weekly", $"MCT-W-{Guid.CreateVersion7():N}", new(2026, 11, 16), new(new(2026, 11, 9), new(2026, 11, 15)))));
        using var program = await shared.ProgramAsync(root, "orders", "admin");
        using var browser = await shared.BrowserAsync(root);

        (await (await program.DeleteAsync($"/api/v1/requests/{waiting.Id}")).ProblemAsync(409)).Text("detail").ShouldContain("Cancel it first");
        (await (await program.DeleteAsync($"/api/v1/requests/{edition.Id}")).ProblemAsync(409)).Text("detail").ShouldContain("Editions stay");
        var page = await FormPage.OpenAsync(browser, $"/requests/{edition.Id}/delete");
        page.Html.ShouldContain("It cannot be deleted now.");
        page.Html.ShouldNotContain("Delete for good");
        (await page.PressAsync($"/requests/{edition.Id}/delete")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await shared.Service.Ledger.FindAsync(edition)).ShouldNotBeNull();
    }

    [Fact]
    public async Task The_page_asks_once_more_and_the_list_says_what_was_deleted()
    {
        var amina = await shared.AddAsync();
        var done = await shared.FinishedAsync(amina);
        using var browser = await shared.BrowserAsync(amina);
        (await browser.GetStringAsync($"/requests/{done.Id}")).ShouldContain($"href=\"/requests/{done.Id}/delete\"");
        var asked = await FormPage.OpenAsync(browser, $"/requests/{done.Id}/delete");
        asked.Html.ShouldContain(done.Number);
        (await shared.Service.Ledger.FindAsync(done)).ShouldNotBeNull("looking deletes nothing");

        var pressed = await asked.PressAsync($"/requests/{done.Id}/delete");

        pressed.Headers.Location!.OriginalString.ShouldBe($"/requests?deleted={done.Number}");
        (await browser.GetStringAsync(pressed.Headers.Location)).ShouldContain($"{done.Number} was deleted.");
        (await browser.GetStringAsync("/requests?deleted=MCT-1999-0001")).ShouldNotContain("was deleted.");
        using var stranger = await shared.BrowserAsync(await shared.AddAsync(desk: "elsewhere"));
        (await stranger.GetStringAsync(pressed.Headers.Location)).ShouldNotContain("was deleted.");
    }

    [Fact]
    public async Task Others_are_not_offered_to_delete()
    {
        var done = await shared.FinishedAsync(await shared.AddAsync());
        using var browser = await shared.BrowserAsync(await shared.AddAsync());

        (await browser.GetStringAsync($"/requests/{done.Id}")).ShouldNotContain("/delete\"");
        (await browser.GetStringAsync("/requests")).ShouldNotContain($"{done.Id}/delete");
        (await browser.GetAsync($"/requests/{done.Id}/delete")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_file_whose_request_was_deleted_is_told_to_be_so_to_those_who_could_see_it_and_to_nobody_else()
    {
        var amina = await shared.AddAsync(clearance: 2);
        var submitted = await shared.SubmitAsync(amina, marking: 2);
        var content = $"%PDF-1.7 {submitted.Id}";
        await shared.Service.Ledger.CompleteAsync(await shared.Service.TakeAsync(submitted), MoroccoCT.Tests.Requests.TestLedger.Finished(content));
        using var program = await shared.ProgramAsync(amina, "orders");
        await program.DeleteAsync($"/api/v1/requests/{submitted.Id}");
        using var low = await shared.ProgramAsync(await shared.AddAsync(), "read");

        var report = await VerifiedAsync(program);
        (report.Text("verdict"), report.Text("number")).ShouldBe(("deleted", submitted.Number));
        report.Text("deletedAt").ShouldStartWith("2026-11-22");
        var other = await VerifiedAsync(low);
        other.Text("verdict").ShouldNotBe("deleted");
        other.ToString().ShouldNotContain(submitted.Number);

        async Task<System.Text.Json.JsonElement> VerifiedAsync(HttpClient client)
        {
            using var body = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(content));
            body.Headers.ContentType = new("application/pdf");
            return await (await client.PostAsync("/api/v1/verify", body)).JsonAsync();
        }
    }
}
