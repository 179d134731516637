using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Desk;
using MoroccoCT.Library;
using MoroccoCT.Rendering;
using MoroccoCT.Tests.Briefings;
using MoroccoCT.Tests.Briefings.Composition;
using MoroccoCT.Tests.Rendering.Conformance;
using MoroccoCT.Tests.Typesetting;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Tests.Rendering;

/// <summary>The library and layout that ship, with two real engines. Each order is set and read back once for all tests.</summary>
public sealed class RenderingFixture : IAsyncLifetime
{
    internal static readonly DateOnly Date = new(2026, 11, 22);

    private readonly ConcurrentDictionary<string, Lazy<Task<RenderedBriefing>>> rendered = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<TaggedPdf>>> read = new();

    internal static DeskOptions Desk { get; } = new() { Contact = "The desk, desk@example.org" };

    internal static CurrentLibrary Shipped { get; } = LibraryIn(TestLibrary.RealFolder);

    /// <summary>Each language at each depth.</summary>
    public static TheoryData<string, Depth> LanguagesAndDepths => TestBriefings.LanguagesAndDepths();

    internal EnginePool Engines { get; } = TestEngines.Start(options => options.Engines = 2);

    internal static CurrentLibrary LibraryIn(string folder, SnapshotTrial? trial = null, TimeProvider? time = null) =>
        new(Options.Create(new LibraryOptions { Folder = folder }), time ?? TimeProvider.System, NullLogger<CurrentLibrary>.Instance, trial);

    internal static BriefingOrder Order(string language, Depth depth) => TestBriefings.Everything with { Language = language, Depth = depth };

    internal BriefingRenderer Renderer(
        CurrentLibrary? library = null, EnginePool? engines = null, DeskOptions? desk = null, ILogger<BriefingRenderer>? logger = null) =>
        new(library ?? Shipped, engines ?? Engines, Options.Create(desk ?? Desk), logger ?? NullLogger<BriefingRenderer>.Instance);

    internal Task<RenderedBriefing> RenderAsync(BriefingOrder order) =>
        rendered.GetOrAdd(TestBriefings.Json(order), _ => new(() => Renderer().RenderAsync(order, new(Date), CancellationToken.None))).Value;

    internal Task<TaggedPdf> ReadAsync(BriefingOrder order) =>
        read.GetOrAdd(TestBriefings.Json(order), _ => new(async () => TaggedPdf.Read((await RenderAsync(order)).Pdf))).Value;

    internal Task<TaggedPdf> ReadAsync(string language, Depth depth) => ReadAsync(Order(language, depth));

    /// <summary>Starts on the documents that most tests look at, so that both engines have work at once.</summary>
    public Task InitializeAsync()
    {
        foreach (var language in TestLibrary.Real.Languages)
        {
            foreach (var depth in Enum.GetValues<Depth>())
                _ = RenderAsync(Order(language, depth));
        }

        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await Engines.DisposeAsync();
}

/// <summary>Tests that share the engines and their documents.</summary>
[CollectionDefinition(Name)]
public sealed class RenderingCollection : ICollectionFixture<RenderingFixture>
{
    public const string Name = "rendering";
}
