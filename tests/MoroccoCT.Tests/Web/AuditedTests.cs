using System.Net.Http.Headers;
using MoroccoCT.Tests.Web.Pages;

namespace MoroccoCT.Tests.Web;

/// <summary>What comes in by the web is entered in the audit, with the way it came.</summary>
public sealed class AuditedTests : IAsyncLifetime
{
    private readonly TestService service = new();

    public Task InitializeAsync() => service.InitializeAsync();

    public Task DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task An_order_by_the_api_is_entered_with_address_and_trace()
    {
        var message = new HttpRequestMessage(HttpMethod.Post, "/api/v1/requests")
        {
            Content = new StringContent("""{ "sections": ["domestic"] }""", new MediaTypeHeaderValue("application/json")),
        };

        var number = (await (await service.Client.SendAsync(message)).JsonAsync()).Text("number");

        var entry = (await service.AuditAsync()).ShouldHaveSingleItem();
        (entry.What, entry.Subject, entry.Who, entry.Door, entry.Address).ShouldBe(("order", number, "solo", "api", "127.0.0.1"));
        entry.RequestId.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task What_is_done_on_a_page_is_entered_as_such()
    {
        using var browser = service.Browser();
        var request = await service.SubmitAsync();

        var page = await FormPage.OpenAsync(browser, $"/requests/{request.Id}");

        await page.PressAsync($"/requests/{request.Id}?handler=Cancel");

        var entry = (await service.AuditAsync())[^1];
        (entry.What, entry.Door, entry.Subject).ShouldBe(("cancelled", "form", request.Number));
    }

    [Fact]
    public async Task Whoever_gets_a_document_or_a_part_of_it_is_entered()
    {
        var done = await service.FinishAsync(await service.SubmitAsync());

        await AskAsync(done.Id, HttpMethod.Get);
        await AskAsync(done.Id, HttpMethod.Get, ("Range", "bytes=1-4"));

        var entries = (await service.AuditAsync()).Where(entry => entry.What == "download").ToList();
        entries.ShouldAllBe(entry => entry.Subject == done.Number && entry.Address == "127.0.0.1");
        entries.Select(entry => entry.Details).ShouldBe(
        [
            $$"""{"sha256":"{{done.Sha256}}"}""",
            $$"""{"part":"bytes 1-4/{{TestService.Pdf.Length}}","sha256":"{{done.Sha256}}"}""",
        ]);
    }

    [Theory]
    [InlineData("HEAD", "Range", "bytes=0-4")]
    [InlineData("GET", "Range", "bytes=999999-")]
    [InlineData("GET", "If-Match", "\"another\"")]
    [InlineData("GET", "If-None-Match", "*")]
    public async Task Whoever_gets_nothing_of_it_is_not(string method, string header, string value)
    {
        var done = await service.FinishAsync(await service.SubmitAsync());

        await AskAsync(done.Id, new(method), (header, value));

        (await service.AuditAsync()).ShouldNotContain(entry => entry.What == "download");
    }

    [Fact]
    public async Task A_document_whose_download_cannot_be_entered_is_not_given_out()
    {
        var done = await service.FinishAsync(await service.SubmitAsync());
        await service.ExecuteAsync("DROP TABLE audit");

        var answer = await AskAsync(done.Id, HttpMethod.Get);

        await answer.ProblemAsync(503);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("%PDF");
    }

    [Fact]
    public async Task A_file_that_is_checked_is_entered_with_its_hash_and_the_verdict()
    {
        var done = await service.FinishAsync(await service.SubmitAsync());
        using var body = new ByteArrayContent("no PDF"u8.ToArray());
        body.Headers.ContentType = new("application/pdf");
        await service.Client.PostAsync("/api/v1/verify", body);

        var entry = (await service.AuditAsync())[^1];

        (entry.What, entry.Subject, entry.Door).ShouldBe(("verification", null, "api"));
        entry.Details.ShouldBe("""{"sha256":"73021ec493ded983b12844a89c933d855665c23325377c40bfd2e58940f70851","verdict":"notPdf"}""");
    }

    private Task<HttpResponseMessage> AskAsync(Guid id, HttpMethod method, (string Name, string Value)? header = null)
    {
        var message = new HttpRequestMessage(method, $"/api/v1/requests/{id}/document");
        if (header is { } given)
            message.Headers.TryAddWithoutValidation(given.Name, given.Value);
        return service.Client.SendAsync(message);
    }
}
