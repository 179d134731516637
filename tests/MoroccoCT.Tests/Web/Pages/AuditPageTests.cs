using System.Net;
using System.Text.RegularExpressions;
using MoroccoCT.Audit;

namespace MoroccoCT.Tests.Web.Pages;

public sealed class AuditPageTests : IAsyncLifetime
{
    private readonly TestService service = new();

    public Task InitializeAsync() => service.InitializeAsync();

    public Task DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task Without_entries_it_says_so() => (await PageAsync()).ShouldContain("No entry matches.");

    [Fact]
    public async Task An_entry_is_shown_in_words_with_its_details()
    {
        var request = await service.SubmitAsync();

        var page = await PageAsync();

        page.ShouldContain($"Ordered: <bdi>{request.Number}</bdi>");
        page.ShouldContain("22 November 2026, 13:00");
        page.ShouldContain("<bdi>somebody unknown</bdi>");
        page.ShouldContain("<dt class=\"text-break\">sections</dt><dd class=\"text-break\"><bdi>domestic</bdi></dd>");
        page.ShouldContain((await service.AuditAsync())[0].Hash);
    }

    [Fact]
    public async Task Filters_narrow_the_list_and_stay_in_the_form_and_the_links()
    {
        await service.SubmitAsync();
        await service.EnterAsync(new(new(Doors.Form, "Amina"), Deed.SignIn, "Amina"));

        var page = await PageAsync("?who=amina&what=signIn&from=2026-11-22&to=2026-11-22");

        Numbers(page).ShouldBe([2]);
        page.ShouldContain("value=\"amina\"");
        page.ShouldContain("<option value=\"signIn\" selected=\"selected\">Signed in</option>");
        page.ShouldContain("href=\"/audit?who=amina&amp;what=signIn&amp;from=2026-11-22&amp;to=2026-11-22&amp;handler=Csv\"");
        Numbers(await PageAsync("?to=2026-11-21")).ShouldBeEmpty();
        Numbers(await PageAsync("?from=2026-11-23")).ShouldBeEmpty();
        Numbers(await PageAsync("?from=0001-01-01&to=9999-12-31")).ShouldBe([2, 1]);
    }

    [Fact]
    public async Task Pages_lead_to_older_entries_and_back_with_the_filters()
    {
        for (var i = 0; i < 51; i++)
            await service.EnterAsync(new(new(Doors.Form, "Amina"), Deed.SignIn));

        var first = await PageAsync("?who=Amina");
        var older = await service.Client.GetStringAsync(Link(first, "next"));

        Numbers(first).Count().ShouldBe(50);
        Numbers(older).ShouldBe([1]);
        first.ShouldNotContain("Newer entries");
        older.ShouldNotContain("Older entries");
        older.ShouldContain("value=\"Amina\"");
        Numbers(await service.Client.GetStringAsync(Link(older, "prev"))).ShouldBe(Numbers(first));
    }

    [Fact]
    public async Task Nothing_that_somebody_calls_himself_breaks_the_page()
    {
        await service.EnterAsync(new(new(Doors.Form, "<script>alert(1)</script>\n\u202Eevil"), Deed.SignInFailed, new string('W', 10_000)));

        var page = await PageAsync();

        page.ShouldContain(@"&lt;script&gt;alert(1)&lt;/script&gt;\n\u202Eevil");
        page.ShouldNotContain("<script>alert");
        page.ShouldNotContain(new string('W', 201));
    }

    [Theory]
    [InlineData("csv", "text/csv", "audit-2026-11-22.csv")]
    [InlineData("json", "application/json", "audit-2026-11-22.json")]
    public async Task All_that_matches_can_be_fetched_and_that_is_entered(string format, string type, string name)
    {
        await service.EnterAsync(new(new(Doors.Form, "Amina"), Deed.SignIn));
        await service.EnterAsync(new(new(Doors.Form, "Brahim"), Deed.SignIn));

        var answer = await service.Client.GetAsync($"/audit?who=Amina&handler={format}");

        answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe(name);
        var text = await answer.Content.ReadAsStringAsync();
        text.ShouldContain("Amina");
        text.ShouldNotContain("Brahim");
        var entry = (await service.AuditAsync())[^1];
        (entry.What, entry.Door, entry.Details).ShouldBe(("export", "form", $$"""{"format":"{{format}}","who":"Amina"}"""));
    }

    [Fact]
    public async Task Whoever_asks_only_for_the_head_gets_and_leaves_nothing()
    {
        var answer = await service.Client.SendAsync(new(HttpMethod.Head, "/audit?handler=csv"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await service.AuditAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("?from=yesterday")]
    [InlineData("?before=x")]
    [InlineData("?handler=csv&to=2026-13-01")]
    public async Task What_no_form_sends_is_refused(string query) =>
        (await service.Client.GetAsync($"/audit{query}")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    private static IEnumerable<long> Numbers(string page) =>
        Regex.Matches(page, "<span class=\"number\">(\\d+)</span>").Select(match => long.Parse(match.Groups[1].Value));

    private static string Link(string page, string rel) => WebUtility.HtmlDecode(Regex.Match(page, $"href=\"([^\"]+)\" rel=\"{rel}\"").Groups[1].Value);

    private Task<string> PageAsync(string query = "") => service.Client.GetStringAsync($"/audit{query}");
}
