using System.Globalization;
using System.Text.Json;
using MoroccoCT.Audit;
using MoroccoCT.Language;
using MoroccoCT.People;

namespace MoroccoCT.Requests;

/// <summary>What is left of a request that was deleted: enough to know its document by, and to know who may hear of it.</summary>
/// <param name="Sha256">Of its document; null when it had none.</param>
/// <param name="Fingerprint">As its document bears it.</param>
public sealed record Tombstone(string Number, string? Sha256, string? Fingerprint, DateTimeOffset DeletedAt)
{
    private const string Hash = "sha256";
    private const string Origin = "fingerprint";
    private const string Desk = "desk";
    private const string Shared = "shared";
    private const string Level = "markingLevel";

    private string? OfDesk { get; init; }

    private bool IsShared { get; init; }

    private int MarkingLevel { get; init; }

    /// <summary>As <see cref="RequestRows.VisibleTo"/> has it of the request while it was there.</summary>
    public bool IsVisibleTo(Viewer viewer) =>
        MarkingLevel <= viewer.Clearance && (viewer.Desk is null || OfDesk == VisibleText.Escape(viewer.Desk) || IsShared);

    internal static AuditEvent Of(BriefingRequest request, Actor by) => new(by, Deed.Deleted, request.Number, new Dictionary<string, string?>
    {
        [Hash] = request.Sha256,
        [Origin] = request.Fingerprint,
        [Desk] = request.Desk,
        [Shared] = request.IsShared ? "true" : null,
        [Level] = request.MarkingLevel.ToString(CultureInfo.InvariantCulture),
    });

    /// <returns>Null for an entry that was tampered with, or that a newer version wrote in another form.</returns>
    internal static Tombstone? Of(AuditEntry entry)
    {
        try
        {
            var details = JsonSerializer.Deserialize<Dictionary<string, string>>(entry.Details)!;
            return new(entry.Subject!, details.GetValueOrDefault(Hash), details.GetValueOrDefault(Origin), entry.At)
            {
                OfDesk = details[Desk],
                IsShared = details.ContainsKey(Shared),
                MarkingLevel = int.Parse(details[Level], CultureInfo.InvariantCulture),
            };
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or FormatException or OverflowException)
        {
            return null;
        }
    }
}
