using System.Text.RegularExpressions;

namespace MoroccoCT.Tests.Web.Pages;

public sealed class ListTests : IAsyncLifetime
{
    private readonly TestService service = new();

    public Task InitializeAsync() => service.InitializeAsync();

    public Task DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task Without_requests_the_list_leads_to_the_form()
    {
        var page = await service.Client.GetStringAsync("/requests");

        page.ShouldContain("No briefing has been made yet.");
        page.ShouldContain("<a href=\"/\">New briefing</a>");
    }

    [Fact]
    public async Task Older_requests_are_a_page_away()
    {
        for (var i = 0; i < 26; i++)
            await service.SubmitAsync();

        var first = await service.Client.GetStringAsync("/requests");
        var older = Regex.Match(first, "href=\"(/requests\\?cursor=[^\"]+)\"").Groups[1].Value;
        var second = await service.Client.GetStringAsync(older);

        Numbers(first).Count().ShouldBe(25);
        Numbers(second).Count().ShouldBe(1);
        Numbers(first).Concat(Numbers(second)).Distinct().Count().ShouldBe(26);
        second.ShouldContain("Newest requests");
        second.ShouldNotContain("Older requests");
    }

    [Fact]
    public async Task The_page_of_schedules_tells_the_next_and_the_last_edition()
    {
        var edition = await service.SubmitAsync(edition: new("weekly", "MCT-W-2026-46", new(2026, 11, 16), new(new(2026, 11, 9), new(2026, 11, 15))));

        var page = await service.Client.GetStringAsync("/schedules");

        page.ShouldContain("Monday, 23 November 2026, 07:00");
        page.ShouldContain("UTC&#x2B;01:00");
        page.ShouldContain($"<a href=\"/requests/{edition.Id}\">MCT-W-2026-46</a>");
        Regex.Count(page, "<tr>").ShouldBe(6);
    }

    private static IEnumerable<string> Numbers(string page) =>
        Regex.Matches(page, "<span class=\"number\">(MCT-2026-\\d{4})</span>").Select(match => match.Groups[1].Value);
}
