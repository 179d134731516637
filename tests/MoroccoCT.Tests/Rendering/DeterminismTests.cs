using System.Text.Json;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Rendering;
using MoroccoCT.Tests.Briefings;
using MoroccoCT.Tests.Rendering.Conformance;
using MoroccoCT.Tests.Typesetting;

namespace MoroccoCT.Tests.Rendering;

/// <summary>The same order gives the same bytes, whichever engine sets it and whatever it set before.</summary>
[Collection(RenderingCollection.Name)]
public sealed class DeterminismTests(RenderingFixture documents)
{
    private static IReadOnlyList<BriefingOrder> Orders { get; } =
    [
        .. from language in TestLibrary.Real.Languages
           from depth in Enum.GetValues<Depth>()
           from paper in Enum.GetValues<Paper>()
           select RenderingFixture.Order(language, depth) with { Paper = paper },
    ];

    [Fact]
    public async Task Warm_and_cold_engines_in_any_order_and_at_once_give_the_same_bytes()
    {
        // Each engine makes way for a cold one several times on the way.
        await using var cold = TestEngines.Start(options => (options.Engines, options.RecycleAfterDocuments) = (2, 5));
        var renderer = documents.Renderer(engines: cold);
        var shuffled = Orders.ToArray();
        new Random(1).Shuffle(shuffled);

        var first = await HashesAsync(Orders, documents.RenderAsync);
        var second = await HashesAsync(shuffled, order => RenderAsync(renderer, order));

        second.ShouldBe(first, ignoreOrder: true);
        first.Values.Distinct().Count().ShouldBe(24);
        cold.Counters.Recycled.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task An_engine_that_has_just_started_gives_the_bytes_of_one_that_was_killed()
    {
        await using var engines = TestEngines.Start();
        var renderer = documents.Renderer(engines: engines);
        var order = RenderingFixture.Order("ar", Depth.Standard) with { Profile = Profile.Archive };

        var before = await RenderAsync(renderer, order);
        var killed = engines.ProcessIds.ShouldHaveSingleItem();
        using (var process = System.Diagnostics.Process.GetProcessById(killed))
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        var after = await RenderAsync(renderer, order);

        engines.ProcessIds.ShouldHaveSingleItem().ShouldNotBe(killed);
        after.Sha256.ShouldBe(before.Sha256);
    }

    [Fact]
    public async Task Thirty_orders_at_once_each_get_their_own_document()
    {
        var orders = Enumerable.Range(1, 30).Select(number => new BriefingOrder
        {
            Sections = ["us-cooperation"],
            Topics = [number % 2 == 0 ? "training" : "prisons"],
            Language = TestLibrary.Real.Languages[number % 3],
            Title = $"Order {number}",
            Numbered = true,
        }).ToList();
        var renderer = documents.Renderer();

        var rendered = await Task.WhenAll(orders.Select(
            (order, index) => renderer.RenderAsync(order, new(RenderingFixture.Date, $"MCT-2026-{index + 1:0000}"), CancellationToken.None)));

        foreach (var (index, document) in rendered.Index())
        {
            var pdf = TaggedPdf.Read(document.Pdf);
            var manifest = JsonDocument.Parse(pdf.Attachments.ShouldHaveSingleItem().Content).RootElement;

            pdf.Information.Title.ShouldBe($"Order {index + 1}");
            manifest.GetProperty("number").GetString().ShouldBe($"MCT-2026-{index + 1:0000}");
            manifest.GetProperty("order").GetProperty("title").GetString().ShouldBe($"Order {index + 1}");
            manifest.GetProperty("fingerprint").GetString().ShouldBe(document.Manifest.Fingerprint);
            pdf.Structure.Text.ShouldContain($"MCT-2026-{index + 1:0000}");
        }
    }

    private static Task<RenderedBriefing> RenderAsync(BriefingRenderer renderer, BriefingOrder order) =>
        renderer.RenderAsync(order, new(RenderingFixture.Date), CancellationToken.None);

    private static async Task<Dictionary<BriefingOrder, string>> HashesAsync(
        IReadOnlyList<BriefingOrder> orders, Func<BriefingOrder, Task<RenderedBriefing>> render)
    {
        var rendered = await Task.WhenAll(orders.Select(render));
        return orders.Zip(rendered).ToDictionary(pair => pair.First, pair => pair.Second.Sha256);
    }
}
