using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using MoroccoCT.Briefings.Content;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Tests.Web.Pages;

namespace MoroccoCT.Tests.Web.SignIn;

/// <summary>What lies above somebody's clearance, or belongs to another desk, is not there for him: whatever id he writes, wherever.</summary>
[Collection(SharedCollection.Name)]
public sealed partial class VisibilityTests(SharedService shared)
{
    public static TheoryData<string, int> Hidden => new() { { "elsewhere", 0 }, { "main", 1 }, { "elsewhere", 4 } };

    private static readonly (string Method, string Address)[] places =
    [
        ("GET", "/api/v1/requests/{id}"), ("HEAD", "/api/v1/requests/{id}"), ("GET", "/api/v1/requests/{id}/document"),
        ("GET", "/api/v1/requests/{id}/events"), ("HEAD", "/api/v1/requests/{id}/events"), ("POST", "/api/v1/requests/{id}/cancel"),
        ("POST", "/api/v1/requests/{id}/retry"), ("GET", "/requests/{id}"), ("POST", "/requests/{id}?handler=Cancel"),
        ("POST", "/requests/{id}?handler=Retry"), ("POST", "/requests/{id}?handler=Share&shared=true"), ("POST", "/requests/{id}?handler=HandOn"),
        ("GET", "/requests/{id}/delete"), ("POST", "/requests/{id}/delete"), ("DELETE", "/api/v1/requests/{id}"), ("GET", "/api/v1/requests/archive?ids={id}"),
    ];

    [Theory]
    [MemberData(nameof(Hidden))]
    public async Task Its_id_is_answered_as_one_that_does_not_exist(string desk, int marking)
    {
        var hidden = await HiddenAsync(desk, marking);
        var waiting = await shared.SubmitAsync(await shared.AddAsync(Role.Administrator, clearance: 4, desk), marking);
        using var browser = await shared.BrowserAsync(await shared.AddAsync());
        var form = await FormPage.OpenAsync(browser);

        foreach (var (method, address) in places)
        {
            var unknown = await AnswerAsync(form, method, address, Guid.CreateVersion7());
            unknown.ShouldContain("404", Case.Sensitive, address);
            (await AnswerAsync(form, method, address, hidden.Id)).ShouldBe(unknown, $"{method} {address}");
            (await AnswerAsync(form, method, address, waiting.Id)).ShouldBe(unknown, $"{method} {address}");
        }

        (await shared.Service.Ledger.FindAsync(waiting)).State.ShouldBe(RequestState.Queued);
        (await shared.Service.Ledger.FindAsync(hidden)).IsShared.ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Hidden))]
    public async Task It_is_neither_listed_nor_counted_nor_found(string desk, int marking)
    {
        var hidden = await HiddenAsync(desk, marking);
        var me = await shared.AddAsync();
        var mine = await shared.FinishedAsync(me);
        using var browser = await shared.BrowserAsync(me);

        foreach (var address in new[]
        {
            "/api/v1/requests?limit=100", "/api/v1/requests?state=completed&limit=100", $"/api/v1/requests?q={hidden.Number}",
            $"/api/v1/requests?q={hidden.Reference}", $"/api/v1/requests?cursor={Guid.CreateVersion7(DateTimeOffset.MaxValue):N}&limit=100", "/requests",
            "/requests?mine=true", "/", "/schedules", "/api/v1/schedules",
        })
        {
            var answer = await browser.GetStringAsync(address);
            answer.ShouldNotContain(hidden.Number);
            answer.ShouldNotContain($"{hidden.Id}");
        }

        (await browser.GetStringAsync($"/api/v1/requests?q={mine.Number}")).ShouldContain(mine.Number);
    }

    [Theory]
    [MemberData(nameof(Hidden))]
    public async Task It_fills_no_form_for_another_order(string desk, int marking)
    {
        var owner = await shared.AddAsync(Role.Administrator, clearance: 4, desk);
        var hidden = await shared.Service.Ledger.SubmitAsync(
            new() { Sections = ["domestic"], Title = "A title of theirs", Marking = Marking.All[marking].Label },
            new(SharedService.By with { Id = owner.Id }, Viewer: Viewer.Of(owner)));
        using var browser = await shared.BrowserAsync(await shared.AddAsync());
        using var owners = await shared.BrowserAsync(owner);

        (await owners.GetStringAsync($"/?from={hidden.Id}")).ShouldContain("A title of theirs");
        (await browser.GetStringAsync($"/?from={hidden.Id}")).ShouldNotContain("A title of theirs");
    }

    [Theory]
    [MemberData(nameof(Hidden))]
    public async Task Its_document_is_a_file_that_nobody_knows(string desk, int marking)
    {
        var owner = await shared.AddAsync(Role.Administrator, clearance: 4, desk);
        var hidden = await shared.SubmitAsync(owner, marking);
        var taken = await shared.Service.TakeAsync(hidden);
        var content = $"%PDF-1.7 {hidden.Id}";
        await shared.Service.Ledger.CompleteAsync(taken, Requests.TestLedger.Finished(content));
        using var browser = await shared.BrowserAsync(await shared.AddAsync());
        using var owners = await shared.BrowserAsync(owner);

        (await VerifiedAsync(owners, content)).Verdict.ShouldBe("genuine");
        var (verdict, number) = await VerifiedAsync(browser, content);
        verdict.ShouldBe((await VerifiedAsync(browser, "%PDF-1.7 never issued")).Verdict);
        number.ShouldBeNull();
    }

    [Fact]
    public async Task What_another_desk_shares_is_looked_at_and_not_changed()
    {
        var owner = await shared.AddAsync(Role.Administrator, desk: "elsewhere");
        var waiting = await shared.SubmitAsync(owner);
        await shared.Service.Get<RequestOwnership>().ShareAsync(waiting, isShared: true, SharedService.By, default);
        using var browser = await shared.BrowserAsync(await shared.AddAsync());
        var form = await FormPage.OpenAsync(browser);

        ((int)(await browser.GetAsync($"/requests/{waiting.Id}")).StatusCode).ShouldBe(200);
        ((int)(await browser.GetAsync($"/api/v1/requests/{waiting.Id}")).StatusCode).ShouldBe(200);
        ((int)(await form.PressAsync($"/requests/{waiting.Id}?handler=Cancel")).StatusCode).ShouldBe(403);
        ((int)(await form.PressAsync($"/requests/{waiting.Id}?handler=Share&shared=false")).StatusCode).ShouldBe(403);
        ((int)(await browser.PostAsync($"/api/v1/requests/{waiting.Id}/cancel", null)).StatusCode).ShouldBe(404);
        (await shared.Service.Ledger.FindAsync(waiting)).State.ShouldBe(RequestState.Queued);
    }

    [Fact]
    public async Task Keys_of_two_peoples_orders_do_not_meet()
    {
        using var one = await shared.ProgramAsync(await shared.AddAsync(), "orders");
        using var other = await shared.ProgramAsync(await shared.AddAsync(), "orders");

        var first = await OrderAsync(one, "the same", new { sections = new[] { "domestic" } });
        var second = await OrderAsync(other, "the same", new { sections = new[] { "regional" } });

        (first.Status, second.Status).ShouldBe((202, 202));
        second.Number.ShouldNotBe(first.Number);
        (await OrderAsync(one, "the same", new { sections = new[] { "domestic" } })).Number.ShouldBe(first.Number);
    }

    [Fact]
    public async Task Nobody_orders_above_the_clearance_and_learns_which_field_is_wrong()
    {
        var amina = await shared.AddAsync(clearance: 2);
        using var program = await shared.ProgramAsync(amina, "orders");
        using var browser = await shared.BrowserAsync(amina);

        var refused = await program.PostAsync("/api/v1/requests", JsonContent.Create(new { sections = new[] { "domestic" }, marking = "TLP:RED" }));
        (await refused.ProblemAsync(400)).Error("marking").ShouldContain("TLP:AMBER");

        var page = await (await FormPage.OpenAsync(browser)).SendAsync(("sections", "domestic"), ("marking", "TLP:RED"));
        ((int)page.StatusCode).ShouldBe(400);
        (await shared.Service.Get<RequestQueries>().ListAsync(null, 100, Viewer.Everything, amina.Id, default)).Items.ShouldBeEmpty();
    }

    private async Task<BriefingRequest> HiddenAsync(string desk, int marking) =>
        await shared.FinishedAsync(await shared.AddAsync(Role.Administrator, clearance: 4, desk), marking);

    /// <summary>The whole answer but what differs between any two: trace, date, and the id itself.</summary>
    private static async Task<string> AnswerAsync(FormPage form, string method, string address, Guid id)
    {
        var message = new HttpRequestMessage(new(method), address.Replace("{id}", $"{id}", StringComparison.Ordinal));
        if (address[1] != 'a')
            message.Headers.Add("Accept", "text/html");
        if (method == "POST" && address[1] != 'a')
            message.Content = form.Fields();
        var answer = await form.Browser.SendAsync(message);
        var whole = new StringBuilder($"{(int)answer.StatusCode}\n");
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date"))
            whole.AppendLine($"{name}: {string.Join(", ", values)}");
        whole.Append(await answer.Content.ReadAsStringAsync());
        return Token().Replace(Trace().Replace(whole.Replace($"{id}", "id").ToString(), "trace"), "token");
    }

    private static async Task<(string Verdict, string? Number)> VerifiedAsync(HttpClient client, string content)
    {
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        body.Headers.ContentType = new("application/pdf");
        var report = await (await client.PostAsync("/api/v1/verify", body)).JsonAsync();
        return (report.Text("verdict"), report.TryGetProperty("number", out var number) ? number.GetString() : null);
    }

    private static async Task<(int Status, string Number)> OrderAsync(HttpClient client, string key, object order)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, "/api/v1/requests") { Content = JsonContent.Create(order) };
        message.Headers.Add("Idempotency-Key", key);
        var answer = await client.SendAsync(message);
        return ((int)answer.StatusCode, (await answer.JsonAsync()).Text("number"));
    }

    [GeneratedRegex("0H[0-9A-Z]+:[0-9A-F]+")]
    private static partial Regex Trace();

    /// <summary>Of a form, which is another each time.</summary>
    [GeneratedRegex("CfDJ8[A-Za-z0-9_-]+")]
    private static partial Regex Token();
}
