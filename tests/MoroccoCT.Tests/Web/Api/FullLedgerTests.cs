namespace MoroccoCT.Tests.Web.Api;

public sealed class FullLedgerTests : IAsyncLifetime
{
    private readonly TestService service = new(new() { ["Ledger:MaxUnfinished"] = "1", ["Ledger:RetryAfter"] = "00:00:20" }, _ => { });

    public Task InitializeAsync() => service.InitializeAsync();

    public Task DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task The_api_says_when_to_come_back()
    {
        await service.SubmitAsync();

        var response = await service.PostOrderAsync(new { sections = new[] { "domestic" } });

        await response.ProblemAsync(429);
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task The_form_says_so_and_keeps_the_input()
    {
        await service.SubmitAsync();
        using var browser = service.Browser();
        var form = await Pages.FormPage.OpenAsync(browser);

        var response = await form.SendAsync(("Sections", "regional"), ("Title", "Kept for later"));

        ((int)response.StatusCode).ShouldBe(429);
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(20));
        var page = await response.Content.ReadAsStringAsync();
        page.ShouldContain("try again in 20 seconds");
        page.ShouldContain("value=\"Kept for later\"");
    }
}
