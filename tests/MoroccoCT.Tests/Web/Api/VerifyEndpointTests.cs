using System.Net;
using System.Net.Http.Headers;
using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Writer;

namespace MoroccoCT.Tests.Web.Api;

[Collection(WebCollection.Name)]
public sealed class VerifyEndpointTests(TestService service)
{
    private const int LargestFile = 20_000_000;

    [Fact]
    public async Task The_largest_file_is_looked_at()
    {
        var response = await SendAsync(LargestFile, "application/pdf");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.JsonAsync()).Text("verdict").ShouldBe("notPdf");
    }

    [Theory]
    [InlineData("", "notPdf")]
    [InlineData("A letter.", "notPdf")]
    [InlineData("%PDF-1.7", "damagedPdf")]
    [InlineData("%PDF-1.7 and nothing more\n%%EOF\n", "damagedPdf")]
    public async Task What_cannot_be_read_as_a_pdf_is_told_so(string content, string verdict) => (await VerdictAsync(Encoding.ASCII.GetBytes(content))).ShouldBe(verdict);

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
    public async Task A_larger_file_is_refused() => (await (await SendAsync(LargestFile + 1, "application/pdf")).ProblemAsync(413)).Text("detail").ShouldContain("20 MB");

    [Fact]
    public async Task A_body_of_another_kind_is_refused() => (await (await SendAsync(1, "text/plain")).ProblemAsync(415)).Text("detail").ShouldContain("application/pdf");

    private static byte[] StrangersPdf()
    {
        using var pdf = new PdfDocumentBuilder();
        pdf.AddPage(PageSize.A4);
        return pdf.Build();
    }

    private async Task<string> VerdictAsync(byte[] content) => (await (await SendAsync(content, "application/pdf")).JsonAsync()).Text("verdict");

    private Task<HttpResponseMessage> SendAsync(int bytes, string contentType) => SendAsync(new byte[bytes], contentType);

    /// <summary>The body goes out once the service asks for it, so that a refusal finds nobody still writing.</summary>
    private Task<HttpResponseMessage> SendAsync(byte[] content, string contentType)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/verify") { Content = new ByteArrayContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        request.Headers.ExpectContinue = true;
        return service.Client.SendAsync(request);
    }
}
