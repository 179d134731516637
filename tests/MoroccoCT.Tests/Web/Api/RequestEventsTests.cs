using System.Net.ServerSentEvents;
using System.Text.Json;

namespace MoroccoCT.Tests.Web.Api;

[Collection(WebCollection.Name)]
public sealed class RequestEventsTests(TestService service)
{
    [Fact]
    public async Task Each_state_is_told_and_the_final_one_ends_the_stream()
    {
        var request = await service.SubmitAsync();
        using var response = await service.Client.GetAsync($"/api/requests/{request.Id}/events", HttpCompletionOption.ResponseHeadersRead);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        var events = SseParser.Create(await response.Content.ReadAsStreamAsync());

        var states = new List<string>();
        await foreach (var item in events.EnumerateAsync())
        {
            item.EventType.ShouldBe("state");
            states.Add(JsonDocument.Parse(item.Data).RootElement.Text("state"));
            if (states.Count == 1)
                await service.FinishAsync(request);
        }

        states[0].ShouldBe("queued");
        states[^1].ShouldBe("completed");
    }

    [Fact]
    public async Task A_finished_request_is_told_at_once()
    {
        var done = await service.FinishAsync(await service.SubmitAsync());

        var text = await service.Client.GetStringAsync($"/api/requests/{done.Id}/events");

        text.ShouldStartWith("event: state\ndata: {");
        text.Split("event: ", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1);
    }
}
