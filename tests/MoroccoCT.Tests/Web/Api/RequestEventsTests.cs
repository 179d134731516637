using System.IO.Pipelines;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using MoroccoCT.Briefings;
using MoroccoCT.Requests;
using MoroccoCT.Web.Api;

namespace MoroccoCT.Tests.Web.Api;

[Collection(WebCollection.Name)]
public sealed class RequestEventsTests(TestService service)
{
    /// <summary>Far more than anything here takes, and less than a host waits for its connections.</summary>
    private static IAsyncEnumerable<RequestBody> Bodies(IAsyncEnumerable<BriefingRequest> states) =>
        states.Select(state => RequestBody.Of(state, person: null, holder: null, keptUntil: null, at: ""));

    private static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Each_state_is_told_and_the_final_one_ends_the_stream()
    {
        var request = await service.SubmitAsync();
        using var response = await service.Client.GetAsync($"/api/v1/requests/{request.Id}/events", HttpCompletionOption.ResponseHeadersRead);
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

        var text = await service.Client.GetStringAsync($"/api/v1/requests/{done.Id}/events");

        text.ShouldStartWith("event: state\ndata: {");
        text.Split("event: ", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1);
    }

    [Fact]
    public async Task While_nothing_changes_a_comment_comes_every_15_seconds()
    {
        var time = new FakeTimeProvider();
        var change = new TaskCompletionSource();
        var pipe = new Pipe();
        var states = TwiceAsync(await service.SubmitAsync(), change.Task);
        var writing = RequestEvents.WriteAsync(pipe.Writer.AsStream(), Bodies(states), BriefingJson.Options, time, CancellationToken.None);
        using var reader = new StreamReader(pipe.Reader.AsStream());
        (await EventAsync(reader)).ShouldStartWith("event: state");

        time.Advance(TimeSpan.FromSeconds(15));
        (await EventAsync(reader)).ShouldBe(": keep-alive");
        time.Advance(TimeSpan.FromSeconds(15));
        (await EventAsync(reader)).ShouldBe(": keep-alive");
        time.Advance(TimeSpan.FromSeconds(14));
        change.SetResult();
        (await EventAsync(reader)).ShouldStartWith("event: state");

        await writing.WaitAsync(patience);
    }

    [Fact]
    public async Task A_stream_that_breaks_ends_the_watch()
    {
        using var gone = new CancellationTokenSource();
        var watch = new Watch();

        var writing = RequestEvents.WriteAsync(Stream.Null, Bodies(watch.StatesAsync()), BriefingJson.Options, new FakeTimeProvider(), gone.Token);
        await gone.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(writing.WaitAsync(patience));
        watch.HasEnded.ShouldBeTrue();
    }

    [Fact]
    public async Task The_service_keeps_its_streams_alive_by_its_own_clock()
    {
        var clock = new NoticingClock();
        var quiet = new TestService([], services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        await quiet.InitializeAsync();
        try
        {
            var request = await quiet.SubmitAsync();
            using var reader = new StreamReader(await quiet.Client.GetStreamAsync($"/api/v1/requests/{request.Id}/events"));
            (await EventAsync(reader)).ShouldStartWith("event: state");

            await clock.Waited.Task.WaitAsync(patience);
            clock.Advance(RequestEvents.KeepAlive);

            (await EventAsync(reader)).ShouldBe(": keep-alive");
        }
        finally
        {
            await quiet.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_service_that_shuts_down_ends_its_streams_and_does_not_wait_for_them()
    {
        var ending = new TestService();
        await ending.InitializeAsync();
        try
        {
            var request = await ending.SubmitAsync();
            using var reader = new StreamReader(await ending.Client.GetStreamAsync($"/api/v1/requests/{request.Id}/events"));
            (await EventAsync(reader)).ShouldStartWith("event: state");

            var stopping = ending.StopAsync();

            (await reader.ReadToEndAsync().WaitAsync(patience)).ShouldBeEmpty();
            await stopping.WaitAsync(patience);
        }
        finally
        {
            await ending.DisposeAsync();
        }
    }

    private static async IAsyncEnumerable<BriefingRequest> TwiceAsync(
        BriefingRequest request, Task change, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return request;
        await change.WaitAsync(cancellationToken);
        yield return request;
    }

    /// <summary>The lines up to the next empty one.</summary>
    private static async Task<string> EventAsync(StreamReader reader)
    {
        var lines = new List<string>();
        while (await reader.ReadLineAsync().WaitAsync(patience) is { Length: > 0 } line)
            lines.Add(line);
        return string.Join('\n', lines);
    }

    /// <summary>A watch on a request on which nothing happens.</summary>
    private sealed class Watch
    {
        public bool HasEnded { get; private set; }

        public async IAsyncEnumerable<BriefingRequest> StatesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
                yield break;
            }
            finally
            {
                HasEnded = true;
            }
        }
    }

    /// <summary>Notices that somebody waits for the time after which a comment is due.</summary>
    private sealed class NoticingClock : FakeTimeProvider
    {
        public TaskCompletionSource Waited { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            if (dueTime == RequestEvents.KeepAlive)
                Waited.TrySetResult();
            return timer;
        }
    }
}
