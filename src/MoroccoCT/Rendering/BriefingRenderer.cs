using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;
using MoroccoCT.Briefings;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Desk;
using MoroccoCT.Library;
using MoroccoCT.Telemetry;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Rendering;

/// <summary>From an order to a checked document: prepare, typeset and finish, check. Knows no queue and no database.</summary>
public sealed class BriefingRenderer(CurrentLibrary library, EnginePool engines, IOptions<DeskOptions> desk, ILogger<BriefingRenderer> logger)
{
    private const string EntryFile = "briefing.typ";

    /// <summary>Prepares from the library as it is now.</summary>
    /// <exception cref="OrderRejectedException">The order asks for what the library does not have.</exception>
    /// <exception cref="EngineFailedException">No engine starts to say what it is; worth another try.</exception>
    public Task<PreparedBriefing> PrepareAsync(BriefingOrder order, Issue issue, CancellationToken cancellationToken) => Spans.StepAsync(
        "prepare briefing",
        async () =>
        {
            var engineVersion = await engines.GetEngineVersionAsync(cancellationToken);
            return BriefingPreparation.Prepare(library.Snapshot, order, issue, desk.Value, engines.Setup, engineVersion);
        });

    /// <summary>Prepares and typesets.</summary>
    public async Task<RenderedBriefing> RenderAsync(BriefingOrder order, Issue issue, CancellationToken cancellationToken) =>
        await TypesetAsync(await PrepareAsync(order, issue, cancellationToken), inFreshEngine: false, cancellationToken);

    /// <param name="inFreshEngine">Whether an engine shall be started for it, so that nothing but the document can be blamed for its end.</param>
    /// <exception cref="LayoutRejectedException">The layout cannot set it, or the result would break its PDF standard.</exception>
    /// <exception cref="DocumentRefusedException">The result failed a check.</exception>
    /// <exception cref="EngineFailedException">The engine failed; worth another try.</exception>
    /// <exception cref="EngineBusyException">Too much waits for the engines; worth another try later.</exception>
    public async Task<RenderedBriefing> TypesetAsync(PreparedBriefing prepared, bool inFreshEngine, CancellationToken cancellationToken)
    {
        var job = Job(prepared) with { NeedsFreshEngine = inFreshEngine };
        var document = await Spans.StepAsync("typeset and finish", () => engines.TypesetAsync(job, cancellationToken));
        Instruments.Typeset(document.Elapsed, "document");
        if (document.Warnings.Count > 0)
            logger.LogWarning("The engine warns of the layout at {Title}: {Warnings}", prepared.Briefing.Title, string.Join("; ", document.Warnings));
        return await Spans.StepAsync("check document", () =>
        {
            DocumentCheck.Check(document, prepared.Briefing, prepared.Order.Profile);
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(document.Content));
            return Task.FromResult(new RenderedBriefing(document.Content, document.Pages, sha256, prepared.Manifest));
        });
    }

    internal static TypesettingJob Job(PreparedBriefing prepared) => new()
    {
        Layout = prepared.Snapshot.Layout,
        Main = EntryFile,
        Files = new Dictionary<string, ReadOnlyMemory<byte>>
        {
            ["data.json"] = JsonSerializer.SerializeToUtf8Bytes(prepared.Briefing, BriefingJson.Options),
            ["manifest.json"] = JsonSerializer.SerializeToUtf8Bytes(prepared.Manifest, BriefingJson.Indented),
        },
        Standard = prepared.Order.Profile == Profile.Archive ? PdfStandard.Ua1AndA3a : PdfStandard.Ua1,
        Producer = $"{ProgramVersion.Name} ({prepared.Manifest.EngineVersion})",
    };
}
