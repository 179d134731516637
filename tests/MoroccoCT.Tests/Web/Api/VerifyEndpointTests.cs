using System.Net;
using System.Net.Http.Headers;

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
        (await response.JsonAsync()).Text("verdict").ShouldBe("noBriefing");
    }

    [Fact]
    public async Task A_larger_file_is_refused() => (await (await SendAsync(LargestFile + 1, "application/pdf")).ProblemAsync(413)).Text("detail").ShouldContain("20 MB");

    [Fact]
    public async Task A_body_of_another_kind_is_refused() => (await (await SendAsync(1, "text/plain")).ProblemAsync(415)).Text("detail").ShouldContain("application/pdf");

    /// <summary>The body goes out once the service asks for it, so that a refusal finds nobody still writing.</summary>
    private Task<HttpResponseMessage> SendAsync(int bytes, string contentType)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/verify") { Content = new ByteArrayContent(new byte[bytes]) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        request.Headers.ExpectContinue = true;
        return service.Client.SendAsync(request);
    }
}
