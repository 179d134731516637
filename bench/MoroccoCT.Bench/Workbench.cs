using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MoroccoCT.Briefings;
using MoroccoCT.Briefings.Composition;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Desk;
using MoroccoCT.Library;
using MoroccoCT.Rendering;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Bench;

/// <summary>
/// The shipped library, the renderer and one engine, put together as the service does it. Each contender has its own, so that none warms
/// another's engine.
/// </summary>
internal sealed class Workbench : IAsyncDisposable
{
    /// <summary>Fixed, so that two runs set the same pages.</summary>
    public static readonly DateOnly Date = new(2026, 11, 22);

    /// <summary>The library as it was built with the program: nobody edits it in the middle of a run.</summary>
    public static readonly string Templates = Path.Combine(AppContext.BaseDirectory, "templates");

    private readonly ServiceProvider services;

    public Workbench(params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Typesetting:Engines", "1"), new("Library:Folder", Templates), .. settings]).Build();
        services = new ServiceCollection().AddLogging().AddDesk(configuration).AddLibrary(configuration).AddRendering(configuration).BuildServiceProvider();
    }

    public EnginePool Engines => services.GetRequiredService<EnginePool>();

    public BriefingRenderer Renderer => services.GetRequiredService<BriefingRenderer>();

    public LibrarySnapshot Snapshot => services.GetRequiredService<CurrentLibrary>().Snapshot;

    public BriefingOrder Order(int number) => OrderValidator.Normalize(TailoredOrders.Number(number, Snapshot.Library), Snapshot.Library);

    public Task<RenderedBriefing> RenderAsync(BriefingOrder order) => Renderer.RenderAsync(order, new(Date), CancellationToken.None);

    public Task<TypesetDocument> TypesetAsync(TypesettingJob job) => Engines.TypesetAsync(job, CancellationToken.None);

    /// <summary>The renderer's first half: everything up to the engine.</summary>
    public async Task<(Briefing Briefing, BriefingManifest Manifest)> ComposeAsync(BriefingOrder order, ContentLibrary? library = null)
    {
        library ??= Snapshot.Library;
        var issue = new IssueDetails
        {
            Date = Date,
            Fingerprint = library == Snapshot.Library
                ? (await Renderer.PrepareAsync(order, new(Date), CancellationToken.None)).Fingerprint
                : new string('0', 64),
            LayoutVersion = Snapshot.Layout.Hash,
            EngineVersion = await Engines.GetEngineVersionAsync(CancellationToken.None),
        };
        var composed = BriefingComposer.Compose(library, order, LibraryVersion.Of(library, order), issue);
        return (composed.Briefing, composed.Manifest);
    }

    public TypesettingJob Job((Briefing Briefing, BriefingManifest Manifest) composed) =>
        Job(JsonSerializer.SerializeToUtf8Bytes(composed.Briefing, BriefingJson.Options), composed.Manifest);

    public TypesettingJob Job(byte[] data, BriefingManifest manifest) => new()
    {
        Layout = Snapshot.Layout,
        Main = "briefing.typ",
        Files = new Dictionary<string, ReadOnlyMemory<byte>>
        {
            ["data.json"] = data,
            ["manifest.json"] = JsonSerializer.SerializeToUtf8Bytes(manifest, BriefingJson.Indented),
        },
    };

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
