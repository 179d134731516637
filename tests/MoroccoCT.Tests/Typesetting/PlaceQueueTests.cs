using MoroccoCT.Typesetting;
using static MoroccoCT.Tests.Typesetting.TestEngines;

namespace MoroccoCT.Tests.Typesetting;

public sealed class PlaceQueueTests
{
    private static readonly TimeSpan longest = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Places_are_given_in_the_order_of_arrival()
    {
        using var queue = Queue(count: 1, limit: 10);
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
    public async Task A_full_queue_refuses_in_its_owner_s_words()
    {
        using var queue = Queue(count: 1, limit: 0);
        using var place = await queue.EnterAsync(None);

        (await Should.ThrowAsync<InvalidOperationException>(() => queue.EnterAsync(None))).Message.ShouldBe("Come back in 1 seconds.");
    }

    [Fact]
    public async Task The_advice_to_come_back_follows_the_pace_of_the_work()
    {
        using var queue = Queue(count: 1, limit: 100);
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
