using System.Globalization;
using System.Text.Json;
using MoroccoCT.Library;
using MoroccoCT.Tests.Typesetting;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Tests.Library;

public sealed class SlotsFileTests
{
    private const int Blocks = 100;
    private const int Rounds = 9;

    /// <summary>Laid out, but not drawn: writing the file would take most of the time and says nothing of the engine's memory.</summary>
    private const string Body = """
        #import "slots.typ": slot
        #for it in json("data.json") { slot(it.key, breakable: false, width: 100%, hide(it.text)) }
        """;

    /// <summary>
    /// The engine tells nobody what it remembered, so time has to. In one engine, documents whose texts are all known but for one that was
    /// left out alternate with documents whose texts are all new; of each kind the quickest counts, which a busy machine disturbs least. With
    /// slots the first take a tenth of the others' time; when all keys lead to one slot, every block after the gap is another one, and
    /// they take as long. A third is far from both.
    /// </summary>
    [Fact]
    public async Task What_an_order_leaves_out_does_not_cost_what_it_keeps()
    {
        await using var engines = TestEngines.Start();
        var (known, renewed) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        await ElapsedAsync(engines, left: -1, text: "known");
        for (var round = 0; round < Rounds; round++)
        {
            renewed = Min(renewed, await ElapsedAsync(engines, left: -1, text: string.Create(CultureInfo.InvariantCulture, $"new{round}")));
            known = Min(known, await ElapsedAsync(engines, left: round, text: "known"));
        }

        known.ShouldBeLessThan(renewed / 3);
    }

    [Fact]
    public void Every_slot_is_made_by_code_of_its_own() =>
        SlotsFile.Text.Split("a => block(..a)").Length.ShouldBeGreaterThan(1000);

    private static async Task<TimeSpan> ElapsedAsync(EnginePool engines, int left, string text)
    {
        var items = Enumerable.Range(0, Blocks).Where(number => number != left)
            .Select(number => new { key = $"topic-{number}", text = string.Join(' ', Enumerable.Range(0, 120).Select(word => $"{text} {number} {word}")) });
        var job = TestEngines.Job(Body, JsonSerializer.Serialize(items));
        return (await engines.TypesetAsync(job with { Layout = job.Layout.With(SlotsFile.Name, TestEngines.Utf8(SlotsFile.Text)) }, CancellationToken.None))
            .Elapsed;
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
