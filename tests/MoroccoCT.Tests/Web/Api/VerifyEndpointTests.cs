using System.Net;
using System.Text;
using MoroccoCT.Tests.Verification;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Writer;

namespace MoroccoCT.Tests.Web.Api;

[Collection(WebCollection.Name)]
public sealed class VerifyEndpointTests(TestService service)
{
    private const int LargestFile = 20_000_000;
    private const string Pdf = "application/pdf";

    [Fact]
    public async Task The_largest_file_is_looked_at()
    {
        var response = await SendAsync(new byte[LargestFile], Pdf);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.JsonAsync()).Text("verdict").ShouldBe("notPdf");
    }

    [Theory]
    [InlineData("", "notPdf")]
    [InlineData("A letter.", "notPdf")]
    [InlineData("%PDF-1.7", "damagedPdf")]
    [InlineData("%PDF-1.7 and nothing more\n%%EOF\n", "damagedPdf")]
    public async Task What_cannot_be_read_as_a_pdf_is_told_so(string content, string verdict) =>
        (await VerdictAsync(Encoding.ASCII.GetBytes(content))).ShouldBe(verdict);

    [Fact]
    public async Task A_pdf_without_a_manifest_is_no_briefing() => (await VerdictAsync(StrangersPdf())).ShouldBe("noBriefing");

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public async Task A_pdf_that_is_cut_short_is_told_so(double part)
    {
        var whole = StrangersPdf();

        (await VerdictAsync(whole[..(int)(whole.Length * part)])).ShouldBe("damagedPdf");
    }

    [Fact]
    public async Task A_larger_file_is_refused() =>
        (await (await SendAsync(new byte[LargestFile + 1], Pdf)).ProblemAsync(413)).Text("detail").ShouldContain("20 MB");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("text/plain")]
    [InlineData("application/pdfx")]
    [InlineData("application/*")]
    [InlineData("*/*")]
    [InlineData("text/plain, application/pdf")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task A_body_of_another_kind_or_of_none_is_refused(string? contentType) =>
        (await (await SendAsync([1], contentType)).ProblemAsync(415)).Text("detail").ShouldContain("application/pdf");

    [Theory]
    [InlineData("Application/PDF")]
    [InlineData("application/pdf; version=1.7; charset=\"UTF-8\"")]
    public async Task A_pdf_may_be_described_more_closely(string contentType) => (await SendAsync([1], contentType)).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task A_file_that_ends_its_reader_is_not_checked_and_the_next_one_is()
    {
        (await VerdictAsync(HostileFiles.Make("a name tree that is its own child"))).ShouldBe("notChecked");

        (await VerdictAsync(Manifests.Pdf())).ShouldBe("notIssuedHere");
    }

    [Fact]
    public async Task What_a_file_says_of_itself_is_told_as_plain_text()
    {
        var manifest = Manifests.Json();
        manifest["reference"] = "MCT\u001b[2J\u202e\r\nx";

        var answer = await (await SendAsync(Manifests.Pdf(manifest), Pdf)).JsonAsync();

        answer.GetProperty("manifest").Text("reference").ShouldBe("MCT\ufffd[2J\ufffd\ufffd\ufffdx");
        answer.GetProperty("manifest").GetProperty("order").Text("title").ShouldBe("For a test");
    }

    [Fact]
    public async Task When_too_many_files_wait_a_program_is_told_when_to_come_back()
    {
        await using var busy = await CheckingService.BusyAsync();

        var response = await busy.Client.SendAsync(Upload(Manifests.Pdf(), Pdf));

        (await response.ProblemAsync(429)).Text("title").ShouldBe("Too many files are being checked");
        response.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public async Task Where_no_reader_starts_the_fault_is_the_service_s()
    {
        await using var crippled = await CheckingService.CrippledAsync();

        var response = await crippled.Client.SendAsync(Upload(Manifests.Pdf(), Pdf));

        (await response.ProblemAsync(503)).Text("title").ShouldBe("Files cannot be checked now");
        response.Headers.RetryAfter.ShouldNotBeNull();
    }

    private static byte[] StrangersPdf()
    {
        using var pdf = new PdfDocumentBuilder();
        pdf.AddPage(PageSize.A4);
        return pdf.Build();
    }

    private async Task<string> VerdictAsync(byte[] content) => (await (await SendAsync(content, Pdf)).JsonAsync()).Text("verdict");

    private Task<HttpResponseMessage> SendAsync(byte[] content, string? contentType) => service.Client.SendAsync(Upload(content, contentType));

    /// <summary>The body goes out once the service asks for it, so that a refusal finds nobody still writing.</summary>
    private static HttpRequestMessage Upload(byte[] content, string? contentType)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/verify") { Content = new ByteArrayContent(content) };
        if (contentType is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        request.Headers.ExpectContinue = true;
        return request;
    }
}
