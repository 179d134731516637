namespace MoroccoCT.Tests.Web;

[Collection(WebCollection.Name)]
public sealed class SecurityHeadersTests(TestService service)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/requests")]
    [InlineData("/site.css")]
    [InlineData("/api/v1/library")]
    [InlineData("/api/v1/requests?cursor=nonsense")]
    [InlineData("/nothing")]
    public async Task Every_answer_limits_what_a_browser_may_do_with_it(string address)
    {
        var response = await service.Client.GetAsync(address);

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'self'");
        policy.ShouldNotContain("unsafe");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
        response.Headers.GetValues("Cross-Origin-Opener-Policy").ShouldBe(["same-origin"]);
        response.Headers.GetValues("Cross-Origin-Resource-Policy").ShouldBe(["same-origin"]);
        response.Headers.GetValues("Permissions-Policy").Single().ShouldContain("camera=()");
        response.Headers.Contains("Strict-Transport-Security").ShouldBeFalse("over a line that is not encrypted it means nothing");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/requests")]
    [InlineData("/schedules")]
    public async Task Pages_load_everything_from_this_service_and_hold_no_script_or_style(string address)
    {
        var page = await service.Client.GetStringAsync(address);

        page.ShouldNotContain("<style");
        page.ShouldNotContain("style=\"");
        page.ShouldNotContain(" onclick");
        System.Text.RegularExpressions.Regex.Matches(page, "(?:src|href)=\"([^\"#]*)\"").Select(match => match.Groups[1].Value)
            .ShouldAllBe(link => link.StartsWith('/') && !link.StartsWith("//"));
    }

    [Theory]
    [InlineData("/lib/bootstrap.min.css", "text/css")]
    [InlineData("/lib/bootstrap.rtl.min.css", "text/css")]
    [InlineData("/site.css", "text/css")]
    [InlineData("/app.js", "text/javascript")]
    [InlineData("/theme.js", "text/javascript")]
    [InlineData("/icon.svg", "image/svg+xml")]
    public async Task What_pages_need_is_served(string address, string type) =>
        (await service.Client.GetAsync(address)).Content.Headers.ContentType!.MediaType.ShouldBe(type);
}
