using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;
using MoroccoCT.Briefings;
using MoroccoCT.Briefings.Composition;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Desk;
using MoroccoCT.Library;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Rendering;

/// <summary>From an order to a checked document: compose, typeset, check. Knows no queue and no database.</summary>
public sealed class BriefingRenderer(CurrentLibrary library, EnginePool engines, IOptions<DeskOptions> desk)
{
    private const string EntryFile = "briefing.typ";

    private static readonly string program = typeof(BriefingRenderer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <param name="date">Date issued.</param>
    /// <param name="number">Number to print, or null for a reference made from the content.</param>
    /// <exception cref="OrderRejectedException">The order asks for what the library does not have.</exception>
    /// <exception cref="LayoutRejectedException">The layout cannot set it, or the result would break its PDF standard.</exception>
    /// <exception cref="DocumentRefusedException">The result failed a check.</exception>
    /// <exception cref="EngineFailedException">The engine failed; worth another try.</exception>
    /// <exception cref="EngineBusyException">Too much waits for the engines; worth another try later.</exception>
    public async Task<RenderedBriefing> RenderAsync(BriefingOrder order, DateOnly date, string? number, CancellationToken cancellationToken)
    {
        var snapshot = library.Snapshot;
        order = OrderValidator.Normalize(order, snapshot.Library);
        var issue = new IssueDetails
        {
            Date = date,
            Number = number,
            Fingerprint = Fingerprint(order, date, number, snapshot),
            PreparedBy = desk.Value.Name,
            Contact = desk.Value.Contact,
            LayoutVersion = snapshot.Layout.Hash,
            EngineVersion = await engines.GetEngineVersionAsync(cancellationToken),
        };
        var briefing = BriefingComposer.Compose(snapshot.Library, order, issue);
        var manifest = BriefingManifest.Of(snapshot.Library, order, issue, briefing);

        var document = await engines.TypesetAsync(Job(snapshot.Layout, order.Profile, briefing, manifest), cancellationToken);
        DocumentCheck.Check(document, briefing, order.Profile);
        return new(document.Content, document.Pages, Convert.ToHexStringLower(SHA256.HashData(document.Content)), briefing.Title, manifest);
    }

    /// <summary>A hash of all that decides the bytes of a document: two orders with the same fingerprint get the same file.</summary>
    public string Fingerprint(BriefingOrder order, DateOnly date, string? number)
    {
        var snapshot = library.Snapshot;
        return Fingerprint(OrderValidator.Normalize(order, snapshot.Library), date, number, snapshot);
    }

    private string Fingerprint(BriefingOrder order, DateOnly date, string? number, LibrarySnapshot snapshot)
    {
        var version = LibraryVersion.Of(snapshot.Library, order).Hash;
        var all = new { order, date, number, version, layout = snapshot.Layout.Hash, engine = engines.Setup, program, desk.Value.Name, desk.Value.Contact };
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(all, BriefingJson.Options)));
    }

    private static TypesettingJob Job(LayoutSet layout, Profile profile, Briefing briefing, BriefingManifest manifest) => new()
    {
        Layout = layout,
        Main = EntryFile,
        Files = new Dictionary<string, ReadOnlyMemory<byte>>
        {
            ["data.json"] = JsonSerializer.SerializeToUtf8Bytes(briefing, BriefingJson.Options),
            ["manifest.json"] = JsonSerializer.SerializeToUtf8Bytes(manifest, BriefingJson.Indented),
        },
        Standard = profile == Profile.Archive ? PdfStandard.A3a : PdfStandard.Ua1,
    };
}
