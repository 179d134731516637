namespace MoroccoCT.Tests.Web.Description;

[Collection(WebCollection.Name)]
public sealed class DescriptionReaderTests(TestService service)
{
    [Fact]
    public async Task The_page_widens_the_policy_for_styles_alone_and_anew_each_time()
    {
        var strict = (await PolicyAsync("/")).Split("; ");
        var first = (await PolicyAsync("/docs")).Split("; ");
        var second = (await PolicyAsync("/docs")).Split("; ");

        first.Except(strict).Select(rule => rule.Split(' ')[0]).ShouldBe(["style-src", "style-src-attr"]);
        strict.Except(first).ShouldBe(["style-src 'self'"]);
        first.Single(rule => rule.StartsWith("style-src ", StringComparison.Ordinal)).ShouldNotContain("unsafe");
        first.ShouldNotBe(second);
    }

    [Fact]
    public async Task Its_script_is_served_from_here()
    {
        var script = await service.Client.GetAsync("/docs/reader/scalar.js");

        script.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        (await script.Content.ReadAsStringAsync()).ShouldContain("createApiReference");
    }

    [Theory]
    [InlineData("/docs/reader")]
    [InlineData("/docs/reader/")]
    [InlineData("/docs/reader/v1")]
    [InlineData("/docs/reader/favicon.svg")]
    public async Task What_else_the_package_brings_is_not_shown(string address) => ((int)(await service.Client.GetAsync(address)).StatusCode).ShouldBe(404);

    private async Task<string> PolicyAsync(string address) => (await service.Client.GetAsync(address)).Headers.GetValues("Content-Security-Policy").Single();
}
