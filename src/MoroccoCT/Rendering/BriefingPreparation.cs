using System.Security.Cryptography;
using System.Text.Json;
using MoroccoCT.Briefings;
using MoroccoCT.Briefings.Composition;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Desk;
using MoroccoCT.Library;

namespace MoroccoCT.Rendering;

/// <summary>From an order to all that decides its document. Pure: the same snapshot, order, issue, desk and engine prepare the same.</summary>
internal static class BriefingPreparation
{
    /// <param name="engine">Hash of what the engines are made of.</param>
    /// <param name="engineVersion">Name and version of the engine, as printed.</param>
    /// <exception cref="OrderRejectedException">The order asks for what the library does not have.</exception>
    public static PreparedBriefing Prepare(LibrarySnapshot snapshot, BriefingOrder order, Issue issue, DeskOptions desk, string engine, string engineVersion)
    {
        order = OrderValidator.Normalize(order, snapshot.Library);
        var version = LibraryVersion.Of(snapshot.Library, order);
        var details = new IssueDetails
        {
            Date = issue.Date,
            Number = issue.Number,
            Period = issue.Period,
            Edition = issue.Edition,
            Service = issue.Service,
            IsPreview = issue.IsPreview,
            Fingerprint = Fingerprint(new
            {
                order,
                issue,
                version.Hash,
                // Page one names them, and the original's file is none of the order's own.
                behind = BehindParts.Of(snapshot.Library, order, issue.Edition).Select(part => $"{part.Translation.Id}#{part.Part}"),
                layout = snapshot.Layout.Hash,
                engine,
                ProgramVersion.Modules,
                desk.Name,
                desk.Contact
            }),
            PreparedBy = issue.PreparedBy is { } person ? string.Join(" · ", new[] { person, desk.Name }.OfType<string>()) : desk.Name,
            Contact = desk.Contact,
            LayoutVersion = snapshot.Layout.Hash,
            EngineVersion = engineVersion,
        };
        var composed = BriefingComposer.Compose(snapshot.Library, order, version, details);
        return new(snapshot, order, details.Fingerprint, composed.Briefing, composed.Manifest);
    }

    private static string Fingerprint(object all) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(all, BriefingJson.Options)));
}
