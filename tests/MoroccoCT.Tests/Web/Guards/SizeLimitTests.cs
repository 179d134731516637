using System.Net;
using MoroccoCT.Tests.Web.Pages;

namespace MoroccoCT.Tests.Web.Guards;

/// <summary>What is larger than anything that belongs here is not read.</summary>
[Collection(WebCollection.Name)]
public sealed class SizeLimitTests(TestService service)
{
    [Theory]
    [InlineData(60, 10, 200)]
    [InlineData(70, 10, 431)]
    [InlineData(10, 1400, 200)]
    [InlineData(10, 1700, 431)]
    public async Task A_head_has_so_many_headers_and_bytes(int headers, int length, int status)
    {
        var all = Enumerable.Range(0, headers).Select(number => $"X-{number}: {new string('a', length)}").ToArray();

        var answer = await RawHttp.SendAsync(service.Client.BaseAddress!, RawHttp.Request("GET /health/live", null, all));

        answer.Status.ShouldBe(status);
    }

    [Theory]
    [InlineData(2000, HttpStatusCode.Redirect)]
    [InlineData(2100, HttpStatusCode.BadRequest)]
    public async Task The_name_of_a_field_has_so_many_characters(int length, HttpStatusCode status)
    {
        using var browser = service.Browser();
        var page = await FormPage.OpenAsync(browser);

        (await page.SendAsync(("Sections", "domestic"), ("Language", "en"), (new string('k', length), "v"))).StatusCode.ShouldBe(status);
    }
}
