using System.Net;
using System.Net.Http.Headers;

namespace MoroccoCT.Tests.Web.Api;

[Collection(WebCollection.Name)]
public sealed class DocumentTests(TestService service)
{
    [Fact]
    public async Task A_finished_document_comes_with_a_speaking_name_and_its_hash()
    {
        var done = await service.FinishAsync(await service.SubmitAsync(new() { Sections = ["us-cooperation"] }));

        var response = await service.Client.GetAsync(Address(done));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        response.Content.Headers.ContentDisposition!.FileName.ShouldBe($"{done.Number}_Cooperation-with-the-United-States_en_TLP-CLEAR.pdf");
        response.Headers.ETag!.Tag.ShouldBe($"\"{done.Sha256}\"");
        response.Headers.CacheControl!.ToString().ShouldBe("no-cache, private", "no cache that others share may keep it");
        (await response.Content.ReadAsStringAsync()).ShouldBe(TestService.Pdf);
    }

    [Fact]
    public async Task A_reader_that_has_it_is_sent_nothing()
    {
        var done = await service.FinishAsync(await service.SubmitAsync());
        var message = new HttpRequestMessage(HttpMethod.Get, Address(done));
        message.Headers.IfNoneMatch.Add(new EntityTagHeaderValue($"\"{done.Sha256}\""));

        var response = await service.Client.SendAsync(message);

        response.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_part_of_it_can_be_asked_for()
    {
        var done = await service.FinishAsync(await service.SubmitAsync());
        var message = new HttpRequestMessage(HttpMethod.Get, Address(done)) { Headers = { Range = new RangeHeaderValue(0, 4) } };

        var response = await service.Client.SendAsync(message);

        response.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await response.Content.ReadAsStringAsync()).ShouldBe("%PDF-");
    }

    [Fact]
    public async Task Its_size_can_be_asked_for()
    {
        var done = await service.FinishAsync(await service.SubmitAsync());

        var response = await service.Client.SendAsync(new(HttpMethod.Head, Address(done)));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentLength.ShouldBe(TestService.Pdf.Length);
    }

    [Theory]
    [InlineData("Range", "bytes=-0", 416)]
    [InlineData("Range", "bytes=999999-", 416)]
    [InlineData("If-Match", "\"another\"", 412)]
    [InlineData("If-Unmodified-Since", "Thu, 01 Jan 1970 00:00:00 GMT", 412)]
    public async Task What_cannot_be_given_is_refused_in_words_that_are_not_taken_for_the_document(string header, string value, int status)
    {
        var done = await service.FinishAsync(await service.SubmitAsync());

        var response = await service.Client.SendAsync(new(HttpMethod.Get, Address(done)) { Headers = { { header, value } } });

        await response.ProblemAsync(status);
        (response.Headers.ETag, response.Content.Headers.ContentDisposition).ShouldBe((null, null));
    }

    [Theory]
    [InlineData("Range", "bytes=0-0,5-5,9-9")]
    [InlineData("Range", "bytes=5-2")]
    [InlineData("Range", "bytes=99999999999999999999-")]
    [InlineData("If-Range", "\"another\"")]
    [InlineData("If-None-Match", "garbage,,\"")]
    [InlineData("If-Match", "*")]
    [InlineData("If-Modified-Since", "yesterday")]
    public async Task What_is_not_understood_is_answered_with_the_whole(string header, string value)
    {
        var done = await service.FinishAsync(await service.SubmitAsync());
        var message = new HttpRequestMessage(HttpMethod.Get, Address(done));
        message.Headers.TryAddWithoutValidation(header, value);

        var response = await service.Client.SendAsync(message);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldBe(TestService.Pdf);
    }

    [Fact]
    public async Task There_is_none_before_the_request_is_completed()
    {
        var waiting = await service.SubmitAsync();

        var response = await service.Client.GetAsync(Address(waiting));

        (await response.ProblemAsync(409)).Text("detail").ShouldContain($"/api/v1/requests/{waiting.Id}/events");
    }

    [Fact]
    public async Task There_is_none_of_a_failed_request_and_the_answer_says_why()
    {
        var request = await service.SubmitAsync();
        await service.FailAsync(request, "The layout was refused", "briefing.typ:12");

        var response = await service.Client.GetAsync(Address(request));

        (await response.ProblemAsync(409)).Text("detail").ShouldContain("briefing.typ:12");
    }

    private static string Address(MoroccoCT.Requests.BriefingRequest request) => $"/api/v1/requests/{request.Id}/document";
}
