using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MoroccoCT.Tests.Web.Endpoints;

/// <summary>HEAD is answered wherever GET is.</summary>
[Collection(WebCollection.Name)]
public sealed class ReadEndpointsTests(TestService service)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/requests")]
    [InlineData("/schedules")]
    [InlineData("/check")]
    [InlineData("/docs")]
    [InlineData("/status")]
    [InlineData("/site.css")]
    [InlineData("/lib/bootstrap.min.css")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/api/v1/library")]
    [InlineData("/api/v1/estimate")]
    [InlineData("/api/v1/requests")]
    [InlineData("/api/v1/schedules")]
    public async Task It_has_status_and_type_of_the_answer_to_get_and_no_body(string address) => await ShouldAnswerAlikeAsync(address);

    [Fact]
    public async Task It_is_answered_for_a_request_and_all_that_belongs_to_it()
    {
        var done = await service.FinishAsync(await service.SubmitAsync());

        foreach (var address in new[] { $"/requests/{done.Id}", $"/api/v1/requests/{done.Id}", $"/api/v1/requests/{done.Id}/document" })
            await ShouldAnswerAlikeAsync(address);
    }

    [Fact]
    public async Task Of_an_event_stream_it_gives_the_head_and_does_not_wait()
    {
        var waiting = await service.SubmitAsync();

        var head = await service.Client.SendAsync(new(HttpMethod.Head, $"/api/v1/requests/{waiting.Id}/events"));

        ((int)head.StatusCode, head.Content.Headers.ContentType!.MediaType).ShouldBe((200, "text/event-stream"));
    }

    [Fact]
    public void No_address_that_takes_get_refuses_it()
    {
        static IEnumerable<string> Taking(IEnumerable<RouteEndpoint> routes, string method) => routes
            .Where(route => route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(method) == true)
            .Select(route => $"/{route.RoutePattern.RawText?.Trim('/')}").Distinct();

        Taking(service.Routes, HttpMethods.Get).ShouldNotBeEmpty();
        Taking(service.Routes, HttpMethods.Get).Except(Taking(service.Routes, HttpMethods.Head)).ShouldBeEmpty();
    }

    private async Task ShouldAnswerAlikeAsync(string address)
    {
        var get = await service.Client.GetAsync(address);
        get.IsSuccessStatusCode.ShouldBeTrue(address);
        var head = await service.Client.SendAsync(new(HttpMethod.Head, address));

        (head.StatusCode, head.Content.Headers.ContentType?.ToString()).ShouldBe((get.StatusCode, get.Content.Headers.ContentType?.ToString()), address);
        (await head.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }
}
