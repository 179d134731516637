using System.Net;
using System.Net.Http.Json;

namespace MoroccoCT.Tests.Web.Api;

[Collection(WebCollection.Name)]
public sealed class PreviewEndpointsTests(TestService service)
{
    private const string Address = "/api/v1/preview";

    private const string Choice =
        "?sections=regional&topics=tsctp,gctf&language=fr&depth=short&paper=letter&title=Vu%20avant&preparedFor=Un%20visiteur&marking=TLP:GREEN";

    [Fact]
    public async Task The_pages_are_a_pdf_and_nothing_is_stored()
    {
        var before = (await service.Ledger.ListAsync()).Count;

        using var response = await service.Client.GetAsync(Address + Choice);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        response.Content.Headers.ContentDisposition!.ToString().ShouldContain("preview_Vu-avant_fr_TLP-GREEN.pdf");
        (await response.Content.ReadAsByteArrayAsync()).AsSpan().StartsWith("%PDF-"u8).ShouldBeTrue();
        (await service.Ledger.ListAsync()).Count.ShouldBe(before);
    }

    [Fact]
    public async Task A_body_asks_for_the_same_pages_as_an_address()
    {
        using var asked = await service.Client.GetAsync(Address + Choice);
        using var sent = await service.Client.PostAsJsonAsync(Address, new
        {
            sections = new[] { "regional" },
            topics = new[] { "tsctp", "gctf" },
            language = "fr",
            depth = "short",
            paper = "letter",
            title = "Vu avant",
            preparedFor = "Un visiteur",
            marking = "TLP:GREEN",
        });

        (await sent.Content.ReadAsByteArrayAsync()).ShouldBe(await asked.Content.ReadAsByteArrayAsync());
        sent.Headers.ETag.ShouldBe(asked.Headers.ETag);
    }

    [Fact]
    public async Task Pages_that_would_be_the_same_are_not_made_again()
    {
        using var first = await service.Client.GetAsync(Address + Choice);

        using var again = await AskAsync(Choice, first.Headers.ETag!.Tag);
        using var other = await AskAsync(Choice.Replace("short", "full", StringComparison.Ordinal), first.Headers.ETag.Tag);

        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await again.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
        other.Headers.ETag.ShouldNotBe(first.Headers.ETag);
    }

    [Fact]
    public async Task Another_order_of_topics_makes_other_pages()
    {
        using var one = await service.Client.GetAsync(Address + Choice);
        using var turned = await service.Client.GetAsync(Address + Choice.Replace("tsctp,gctf", "gctf,tsctp", StringComparison.Ordinal));

        turned.Headers.ETag.ShouldNotBe(one.Headers.ETag);
    }

    [Fact]
    public async Task What_was_seen_is_no_estimate_any_more()
    {
        const string choice = "?sections=us-cooperation&topics=prisons,border&language=ar";
        (await BasisAsync(choice)).ShouldBe("text");

        using var seen = await service.Client.GetAsync($"{Address}{choice}&depth=full");

        (await BasisAsync(choice)).ShouldBe("document");
    }

    [Theory]
    [InlineData("", "sections", "No section is chosen.")]
    [InlineData("?sections=nowhere", "sections", "Unknown section 'nowhere'.")]
    [InlineData("?sections=regional&depth=endless", "depth", "Valid: summary, short, standard, full.")]
    [InlineData("?sections=regional&paper=a5", "paper", "Valid: a4, letter.")]
    [InlineData("?sections=regional&marking=TLP:WHITE", "marking", "Unknown marking")]
    [InlineData("?sections=regional&title=%07", "title", "control character U+0007")]
    [InlineData("?sections=us-cooperation&topics=border&depth=summary", "depth", "A summary shows key points and dated events")]
    public async Task What_cannot_be_ordered_cannot_be_seen_either(string query, string field, string message) =>
        (await (await service.Client.GetAsync(Address + query)).ProblemAsync(400)).Error(field).ShouldContain(message);

    [Fact]
    public async Task Whoever_has_a_preview_checked_is_told_that_it_was_never_issued()
    {
        var file = new ByteArrayContent(await service.Client.GetByteArrayAsync(Address + Choice));
        file.Headers.ContentType = new("application/pdf");

        var report = await (await service.Client.PostAsync("/api/v1/verify", file)).JsonAsync();

        report.Text("verdict").ShouldBe("preview");
        report.GetProperty("number").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task Head_says_what_there_would_be()
    {
        using var response = await service.Client.SendAsync(new(HttpMethod.Head, Address + Choice));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.ETag.ShouldNotBeNull();
    }

    private async Task<string> BasisAsync(string choice)
    {
        var estimate = await (await service.Client.GetAsync($"/api/v1/estimate{choice}")).JsonAsync();
        return estimate.GetProperty("depths").EnumerateArray().Single(depth => depth.Text("depth") == "full").Text("basis");
    }

    private Task<HttpResponseMessage> AskAsync(string query, string tag)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, Address + query);
        message.Headers.IfNoneMatch.Add(new(tag));
        return service.Client.SendAsync(message);
    }
}
