using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;

namespace MoroccoCT.Tests.Web.Guards;

[Collection(WebCollection.Name)]
public sealed partial class OriginRuleTests(TestService service)
{
    private static readonly string[] safe = ["GET", "HEAD", "OPTIONS"];

    [Fact]
    public async Task Nothing_that_changes_something_listens_to_a_page_of_another_origin()
    {
        var changing = service.Routes.SelectMany(Changing).Distinct().ToList();

        string[] known = ["/", "/check", "/api/v1/requests", "/api/v1/verify", $"/api/v1/requests/{Guid.Empty}/cancel"];
        known.ShouldBeSubsetOf(changing.Select(route => route.Address));
        foreach (var (method, address) in changing)
        {
            await (await SendAsync(method, address, site: "cross-site")).ProblemAsync(403);
            (await SendAsync(method, address, site: "same-origin")).StatusCode.ShouldNotBe(HttpStatusCode.Forbidden, address);
        }
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("same-origin", null, true)]
    [InlineData("none", null, true)]
    [InlineData("same-site", null, false)]
    [InlineData("cross-site", null, false)]
    [InlineData("Same-Origin", null, false)]
    [InlineData("same-origin, cross-site", null, false)]
    [InlineData("same-origin", "http://evil.example", true)]
    [InlineData("cross-site", "{own}", false)]
    [InlineData(null, "{own}", true)]
    [InlineData(null, "null", false)]
    [InlineData(null, "nonsense", false)]
    [InlineData(null, "http://evil.example", false)]
    [InlineData(null, "http://127.0.0.1:1", false)]
    [InlineData(null, "https://127.0.0.1:{port}", false)]
    [InlineData(null, "{own}.evil.example", false)]
    [InlineData(null, "{own} http://evil.example", false)]
    public async Task The_browser_s_judgement_counts_and_without_it_the_origin_it_names(string? site, string? origin, bool isLetIn)
    {
        var own = service.Client.BaseAddress!;
        var authority = own.GetLeftPart(UriPartial.Authority);
        origin = origin?.Replace("{own}", authority, StringComparison.Ordinal).Replace("{port}", $"{own.Port}", StringComparison.Ordinal);

        var response = await SendAsync("POST", $"/api/v1/requests/{Guid.Empty}/cancel", site, origin);

        await response.ProblemAsync(isLetIn ? 404 : 403);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("TRACE")]
    [InlineData("BREW")]
    public async Task Every_other_method_counts_as_changing_something(string method) =>
        await (await SendAsync(method, "/api/v1/requests", site: "cross-site")).ProblemAsync(403);

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task Looking_is_free(string method) =>
        (await SendAsync(method, "/health/live", "cross-site", "http://evil.example")).StatusCode.ShouldNotBe(HttpStatusCode.Forbidden);

    [Fact]
    public async Task A_person_is_told_on_a_page()
    {
        var response = await SendAsync("POST", "/", site: "cross-site", accept: "text/html");

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await response.Content.ReadAsStringAsync()).ShouldContain("<h1>The request was refused</h1>");
    }

    private static IEnumerable<(string Method, string Address)> Changing(RouteEndpoint route)
    {
        // Pages take what comes; a form is sent with POST.
        var methods = route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["POST"];
        var address = "/" + Parameter().Replace(route.RoutePattern.RawText!.Trim('/'), $"{Guid.Empty}");
        return methods.Except(safe).Select(method => (method, address));
    }

    private Task<HttpResponseMessage> SendAsync(string method, string address, string? site = null, string? origin = null, string? accept = null)
    {
        var request = new HttpRequestMessage(new(method), address);
        if (site is not null)
            request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", site);
        if (origin is not null)
            request.Headers.TryAddWithoutValidation("Origin", origin);
        if (accept is not null)
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        return service.Client.SendAsync(request);
    }

    [GeneratedRegex("\\{[^}]+\\}")]
    private static partial Regex Parameter();
}
