using System.Net;
using System.Text.Json;

namespace MoroccoCT.Tests.Web.Pages;

/// <summary>What the order form asks for while it is filled in.</summary>
[Collection(WebCollection.Name)]
public sealed class PreviewPageTests(TestService service) : IDisposable
{
    private readonly HttpClient browser = service.Browser();

    public void Dispose() => browser.Dispose();

    [Fact]
    public async Task The_pages_are_made_and_known_again()
    {
        using var first = await browser.GetAsync("/preview?sections=regional&depth=Short&numbered=true");

        first.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        browser.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);
        (await browser.GetAsync("/preview?sections=regional&depth=Short&numbered=true")).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("sections=regional&title=%07", "title", "“Title” holds the control character U+0007")]
    [InlineData("sections=us-cooperation&topics=border&depth=Summary", "depth", "A summary shows key points and dated events")]
    [InlineData("sections=regional&depth=endless", "depth", "“Depth” has a value that this form does not offer.")]
    [InlineData("sections=regional&title=a&title=b", "title", "“Title” came twice.")]
    public async Task What_keeps_them_from_being_made_is_told_by_its_field(string query, string field, string message)
    {
        using var response = await browser.GetAsync($"/preview?{query}");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var told = (await response.JsonAsync()).GetProperty("messages").EnumerateArray().ShouldHaveSingleItem();
        told.Text("field").ShouldBe(field);
        told.Text("text").ShouldContain(message);
    }

    [Fact]
    public async Task Each_depth_has_its_pages_or_says_why_there_are_none()
    {
        var counts = await (await browser.GetAsync("/preview?handler=Counts&sections=us-cooperation&topics=border&depth=Short")).JsonAsync();

        var depths = counts.GetProperty("depths").EnumerateArray().ToDictionary(depth => depth.Text("depth"));
        depths["summary"].Text("pages").ShouldBe("");
        depths["summary"].Text("problem").ShouldContain("A summary shows key points and dated events");
        depths["short"].Text("pages").ShouldEndWith("page");
        depths["short"].GetProperty("problem").ValueKind.ShouldBe(JsonValueKind.Null);
        counts.Text("title").ShouldBe("Cooperation with the United States");
    }

    [Theory]
    [InlineData("extremism prison", "en", "prisons")]
    [InlineData("réforme pénitentiaire", "fr", "prisons")]
    [InlineData("REFORME penitentiaire", "fr", "prisons")]
    [InlineData("prison reform", "fr", "prisons")]
    public async Task Topics_are_found_by_what_they_say(string words, string language, string topic)
    {
        var found = await (await browser.GetAsync($"/preview?handler=Search&language={language}&words={Uri.EscapeDataString(words)}")).JsonAsync();

        found.GetProperty("topics").EnumerateArray().Select(id => id.GetString()).ShouldContain(topic);
        found.Text("sentence").ShouldContain("found");
    }

    [Fact]
    public async Task What_no_topic_says_is_told_as_well()
    {
        var found = await (await browser.GetAsync("/preview?handler=Search&language=en&words=unheard-of")).JsonAsync();

        found.GetProperty("topics").GetArrayLength().ShouldBe(0);
        found.Text("sentence").ShouldBe("0 topics found.");
    }

    [Fact]
    public async Task Without_JavaScript_a_button_shows_the_pages_or_says_what_is_wrong()
    {
        var form = await FormPage.OpenAsync(browser);

        using var shown = await form.PressAsync("/?handler=Pages", ("Sections", "regional"), ("Depth", "Short"));
        using var refused = await form.PressAsync("/?handler=Pages", ("Title", "Nothing chosen"));

        (await shown.Content.ReadAsByteArrayAsync()).AsSpan().StartsWith("%PDF-"u8).ShouldBeTrue();
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("Choose at least one section or topic.");
    }
}
