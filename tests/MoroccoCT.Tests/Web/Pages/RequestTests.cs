using System.Net;
using System.Text.RegularExpressions;
using MoroccoCT.Requests;

namespace MoroccoCT.Tests.Web.Pages;

[Collection(WebCollection.Name)]
public sealed class RequestTests(TestService service) : IDisposable
{
    private readonly HttpClient browser = service.Browser();

    public void Dispose() => browser.Dispose();

    [Fact]
    public async Task A_waiting_request_shows_its_progress_and_refreshes_without_javascript()
    {
        var request = await service.SubmitAsync();

        var page = await PageOf(request);

        page.ShouldContain("The briefing is waiting for its turn.");
        page.ShouldContain($"data-events=\"/api/v1/requests/{request.Id}/events\"");
        page.ShouldContain("<noscript><meta http-equiv=\"refresh\"");
        page.ShouldContain("role=\"progressbar\"");
    }

    [Fact]
    public async Task A_completed_request_offers_its_document_with_its_facts()
    {
        var done = await service.FinishAsync(await service.SubmitAsync());

        var page = await PageOf(done);

        page.ShouldContain($"href=\"/api/v1/requests/{done.Id}/document\" download");
        page.ShouldContain($"<iframe src=\"/api/v1/requests/{done.Id}/document#view=FitH&amp;navpanes=0\" title=\"Briefing {done.Number} as PDF\"");
        page.ShouldContain(done.Sha256!);
        page.ShouldContain($"href=\"/?from={done.Id}\"");
        page.ShouldContain("22 November 2026, 13:00");
        page.ShouldContain("Africa/Casablanca (UTC&#x2B;01:00)");
        page.ShouldNotContain("http-equiv=\"refresh\"");
        page.ShouldContain("data-events=\"\"");
    }

    [Fact]
    public async Task A_failed_request_says_what_went_wrong_and_what_to_do()
    {
        var request = await service.SubmitAsync();
        await service.FailAsync(request, "The layout was refused", "briefing.typ:12: <unknown>");

        var page = await PageOf(request);

        page.ShouldContain("The layout was refused: briefing.typ:12: &lt;unknown&gt;");
        page.ShouldContain("Change the order and try again");
    }

    [Fact]
    public async Task A_failed_request_is_begun_again_by_its_button()
    {
        var request = await service.SubmitAsync();
        await service.FailAsync(request, "It failed", "once");

        (await PageOf(request)).ShouldContain($"action=\"/requests/{request.Id}?handler=Retry\"");
        (await PostAsync(request, "Retry")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await service.Ledger.FindAsync(request)).State.ShouldBe(RequestState.Queued);
    }

    [Fact]
    public async Task A_request_of_a_newer_version_is_shown_and_listed()
    {
        var request = await service.SubmitAsync();
        // Braces are doubled: the statement is a pattern with places to fill.
        await service.ExecuteAsync($$$"""
            UPDATE requests SET state = 'approved', "order" = '{{"format":"moroccoct-order/9"}}' WHERE number = '{{{request.Number}}}'
            """);

        var page = await PageOf(request);

        page.ShouldContain("A newer version of the service has this request in hand.");
        foreach (var address in new[] { "/", "/requests", "/api/v1/requests", $"/api/v1/requests/{request.Id}", $"/?from={request.Id}", "/health/ready" })
            (await service.Client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK, address);
    }

    [Fact]
    public async Task A_second_attempt_is_mentioned()
    {
        var request = await service.SubmitAsync();
        var first = await service.TakeAsync(request);
        await service.Ledger.ReleaseAsync(first);
        await service.TakeAsync(request);

        (await PageOf(request)).ShouldContain("Attempt 2:");
    }

    [Fact]
    public async Task A_waiting_request_can_be_cancelled()
    {
        var request = await service.SubmitAsync();

        var response = await PostAsync(request, "Cancel");

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await PageOf(request)).ShouldContain("It was cancelled before it was finished.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("?handler=Nope")]
    public async Task What_the_page_cannot_do_is_not_found(string deed)
    {
        var request = await service.SubmitAsync();
        var token = Regex.Match(await PageOf(request), "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;

        var response = await browser.PostAsync($"/requests/{request.Id}{deed}", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));

        await response.ProblemAsync(404);
    }

    [Fact]
    public async Task A_foreign_page_cannot_cancel_a_request()
    {
        var request = await service.SubmitAsync();

        var response = await browser.PostAsync($"/requests/{request.Id}?handler=Cancel", new FormUrlEncodedContent([]));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await service.Ledger.FindAsync(request)).State.ShouldBe(RequestState.Queued);
    }

    [Fact]
    public async Task What_a_person_wrote_is_shown_as_text_in_its_own_direction()
    {
        var request = await service.SubmitAsync(new() { Sections = ["domestic"], Title = "<script>alert(1)</script>", Language = "ar" });

        var page = await PageOf(request);

        page.ShouldContain("<h1><bdi lang=\"ar\">&lt;script&gt;alert(1)&lt;/script&gt;</bdi></h1>");
    }

    [Fact]
    public async Task An_unknown_request_is_not_found() =>
        (await browser.GetAsync("/requests/00000000-0000-0000-0000-000000000001")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    /// <summary>Presses a button of the request's page.</summary>
    private async Task<HttpResponseMessage> PostAsync(BriefingRequest request, string handler)
    {
        var token = Regex.Match(await PageOf(request), "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;
        return await browser.PostAsync($"/requests/{request.Id}?handler={handler}", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
    }

    /// <summary>As it is in the file: what a person wrote must be encoded there.</summary>
    private Task<string> PageOf(BriefingRequest request) => browser.GetStringAsync($"/requests/{request.Id}");
}
