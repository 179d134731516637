using System.Net;
using System.Text.RegularExpressions;
using MoroccoCT.Tests.Verification;

namespace MoroccoCT.Tests.Web.Pages;

[Collection(WebCollection.Name)]
public sealed partial class CheckTests(TestService service)
{
    [Fact]
    public async Task What_a_file_says_of_itself_is_shown_as_plain_text_and_not_confirmed()
    {
        var manifest = Manifests.Json();
        manifest["reference"] = "<b>MCT</b>\u202e";
        manifest["library"]!["hash"] = "abc";

        var page = await PageAsync(await SendAsync(service.Client, Manifests.Pdf(manifest)));

        page.ShouldContain("Not issued here");
        page.ShouldContain("What the file claims of itself – not confirmed");
        page.ShouldContain("<dd>&lt;b&gt;MCT&lt;/b&gt;\ufffd</dd>");
        page.ShouldContain("<code>abc</code>");
    }

    [Fact]
    public async Task A_file_that_ends_its_reader_is_told_to_be_damaged_or_hostile() =>
        (await PageAsync(await SendAsync(service.Client, HostileFiles.Make("a name tree that is its own child"))))
            .ShouldContain("Damaged or hostile: not checked");

    [Fact]
    public async Task Of_a_genuine_file_without_a_readable_manifest_freshness_is_not_claimed()
    {
        var issued = await service.FinishAsync(await service.SubmitAsync());
        issued.Sha256.ShouldNotBeNull();

        var page = await PageAsync(await SendAsync(service.Client, System.Text.Encoding.UTF8.GetBytes(TestService.Pdf)));

        page.ShouldContain("Genuine: issued here and unchanged");
        page.ShouldContain("Whether what it was made from has changed since cannot be said");
        page.ShouldNotContain("Nothing it was made from has changed");
    }

    [Fact]
    public async Task When_too_many_files_wait_a_person_is_asked_to_try_again()
    {
        await using var busy = await CheckingService.BusyAsync();

        var response = await SendAsync(busy.Client, Manifests.Pdf());

        response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter.ShouldNotBeNull();
        (await PageAsync(response)).ShouldContain("Too many files are being checked at the moment. Try again in a few seconds.");
    }

    [Fact]
    public async Task A_form_that_this_service_did_not_give_out_is_refused() =>
        (await SendAsync(service.Client, Manifests.Pdf(), withToken: false)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    private static async Task<HttpResponseMessage> SendAsync(HttpClient browser, byte[] file, bool withToken = true)
    {
        var token = Token().Match(await browser.GetStringAsync("/check")).Groups[1].Value;
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "briefing.pdf" } };
        if (withToken)
            form.Add(new StringContent(token), "__RequestVerificationToken");
        return await browser.PostAsync("/check", form);
    }

    private static async Task<string> PageAsync(HttpResponseMessage response) => await response.Content.ReadAsStringAsync();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
