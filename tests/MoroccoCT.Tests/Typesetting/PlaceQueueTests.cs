using MoroccoCT.Typesetting;
using static MoroccoCT.Tests.Typesetting.TestEngines;

namespace MoroccoCT.Tests.Typesetting;

public sealed class PlaceQueueTests
{
    private static readonly TimeSpan longest = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Places_are_given_in_the_order_of_arrival()
    {
        var queue = Queue(count: 1, limit: 10);
        var first = await queue.EnterAsync(None);
        var order = new List<int>();
        var others = Enumerable.Range(1, 10).Select(async number =>
        {
            using var place = await queue.EnterAsync(None);
            order.Add(number);
        }).ToList();

        first.Dispose();
        await Task.WhenAll(others);

        order.ShouldBe(Enumerable.Range(1, 10));
    }

    [Fact]
    public async Task Who_gives_way_comes_after_everybody_else_and_leaves_a_place_free()
    {
        var queue = Queue(count: 2, limit: 10);
        var yielding = await queue.EnterAsync(None, givesWay: true);
        var alsoYielding = queue.EnterAsync(None, givesWay: true);
        alsoYielding.IsCompleted.ShouldBeFalse();
        var first = await queue.EnterAsync(None);
        var second = queue.EnterAsync(None);

        yielding.Dispose();
        var taken = await second;
        first.Dispose();
        alsoYielding.IsCompleted.ShouldBeFalse("it would take the last place that is free");
        taken.Dispose();
        using var last = await alsoYielding;

        queue.Busy.ShouldBe(1);
        queue.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task Where_there_is_one_place_who_gives_way_has_it_when_nobody_else_wants_it()
    {
        var queue = Queue(count: 1, limit: 10);
        var first = await queue.EnterAsync(None);
        var yielding = queue.EnterAsync(None, givesWay: true);
        var second = queue.EnterAsync(None);

        first.Dispose();
        (await second).Dispose();

        using var place = await yielding;
    }

    [Fact]
    public async Task Who_gives_up_leaves_the_line()
    {
        var queue = Queue(count: 1, limit: 1);
        var first = await queue.EnterAsync(None);
        using var patience = new CancellationTokenSource();
        var waiting = queue.EnterAsync(patience.Token, givesWay: true);

        await patience.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
        queue.Waiting.ShouldBe(0);
        var next = queue.EnterAsync(None, givesWay: true);
        first.Dispose();
        using var place = await next;
    }

    [Fact]
    public async Task The_lines_do_not_fill_one_another()
    {
        var queue = Queue(count: 1, limit: 1);
        using var place = await queue.EnterAsync(None);
        _ = queue.EnterAsync(None, givesWay: true);

        await Should.ThrowAsync<InvalidOperationException>(() => queue.EnterAsync(None, givesWay: true));
        _ = queue.EnterAsync(None);
        await Should.ThrowAsync<InvalidOperationException>(() => queue.EnterAsync(None));
    }

    [Fact]
    public async Task A_full_queue_refuses_in_its_owner_s_words()
    {
        var queue = Queue(count: 1, limit: 0);
        using var place = await queue.EnterAsync(None);

        (await Should.ThrowAsync<InvalidOperationException>(() => queue.EnterAsync(None))).Message.ShouldBe("Come back in 1 seconds.");
    }

    [Fact]
    public async Task The_advice_to_come_back_follows_the_pace_of_the_work()
    {
        var queue = Queue(count: 1, limit: 100);
        using var running = await queue.EnterAsync(None);
        for (var document = 0; document < 100; document++) queue.Learn(TimeSpan.FromSeconds(4));

        queue.RetryAfter.TotalSeconds.ShouldBe(4, 0.1);
        _ = queue.EnterAsync(None);
        queue.RetryAfter.TotalSeconds.ShouldBe(8, 0.1);
        for (var document = 0; document < 100; document++) queue.Learn(TimeSpan.FromHours(1));
        queue.RetryAfter.ShouldBe(longest);
    }

    private static PlaceQueue Queue(int count, int limit) =>
        new(count, limit, longest, wait => new InvalidOperationException($"Come back in {wait.TotalSeconds:0} seconds."));
}
