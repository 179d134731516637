using System.Globalization;
using System.Text.Json;
using MoroccoCT.Library;
using MoroccoCT.Tests.Typesetting;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Tests.Library;

public sealed class SlotsFileTests
{
    private const int Blocks = 60;
    private const int Rounds = 15;

    private const string Body = """
        #import "slots.typ": slot
        #for it in json("data.json") { slot(it.key, breakable: false, hide(list(..it.items))) }
        """;

    /// <summary>
    /// The engine tells nobody what it remembered, so time has to. In one engine, documents that are made of some of the known lists alternate
    /// with documents whose lists are all new, and the middle one of each kind is compared, so that a busy machine slows both. With slots the
    /// first took a quarter of the others’ time; with all keys in one slot, where each list after a gap
    /// is another one, half of it. (Leaving out one more each time would not do: a list that moves up by one place is soon known there, too.)
    /// </summary>
    [Fact]
    public async Task What_an_order_leaves_out_does_not_cost_what_it_keeps()
    {
        await using var engines = TestEngines.Start();
        var random = new Random(5);
        var (known, renewed) = (new List<TimeSpan>(), new List<TimeSpan>());
        await ElapsedAsync(engines, "known", _ => true);
        for (var round = 0; round < Rounds; round++)
        {
            renewed.Add(await ElapsedAsync(engines, string.Create(CultureInfo.InvariantCulture, $"new{round}"), _ => true));
            known.Add(await ElapsedAsync(engines, "known", _ => random.NextDouble() < 0.7));
        }

        Middle(known).ShouldBeLessThan(Middle(renewed) * 0.42);
    }

    [Fact]
    public void Every_slot_is_made_by_code_of_its_own() =>
        SlotsFile.Text.Split("a => block(..a)").Length.ShouldBeGreaterThan(1000);

    private static async Task<TimeSpan> ElapsedAsync(EnginePool engines, string text, Func<int, bool> isKept)
    {
        var items = Enumerable.Range(0, Blocks).Where(isKept).Select(number => new { key = $"topic-{number}", items = Items($"{text} {number}") });
        var job = TestEngines.Job(Body, JsonSerializer.Serialize(items));
        job = job with { Layout = job.Layout.With(SlotsFile.Name, TestEngines.Utf8(SlotsFile.Text)) };
        return (await engines.TypesetAsync(job, CancellationToken.None)).Elapsed;
    }

    private static IEnumerable<string> Items(string text) =>
        Enumerable.Range(0, 3).Select(item => string.Join(' ', Enumerable.Range(0, 10).Select(word => $"{text} {item} {word}")));

    private static TimeSpan Middle(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);
}
