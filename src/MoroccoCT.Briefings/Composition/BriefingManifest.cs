using System.Text.Json.Serialization;
using MoroccoCT.Briefings.Editions;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Briefings.Composition;

/// <summary>Where a document comes from, attached to it as <c>manifest.json</c> so that anyone can trace and verify it.</summary>
public sealed record BriefingManifest
{
    /// <summary>Name and version of this format.</summary>
    public string Format { get; init; } = "moroccoct-briefing-manifest/1";

    public required string? Number { get; init; }

    /// <summary>Whether it is a preview, which was never issued; left out of an issued one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Preview { get; init; }

    public required string Reference { get; init; }

    /// <summary>Hash of all that decided the bytes of the document; the ledger knows documents by it.</summary>
    public required string Fingerprint { get; init; }

    public required DateOnly Issued { get; init; }

    /// <summary>Null for a single briefing.</summary>
    public Period? Period { get; init; }

    /// <summary>What an edition tells besides its standing sections, as it was kept; left out of a single briefing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EditionContent? Edition { get; init; }

    public required BriefingOrder Order { get; init; }

    /// <summary>SHA-256 of the composed briefing before it was typeset.</summary>
    public required string ContentHash { get; init; }

    public required LibraryVersion Library { get; init; }

    public required IReadOnlyList<ManifestSection> Sections { get; init; }

    /// <summary>Ids of the sources cited.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    public required string LayoutVersion { get; init; }

    public required string EngineVersion { get; init; }

    internal static BriefingManifest Of(
        ContentLibrary library, BriefingOrder order, LibraryVersion version, IssueDetails issue, Choice chosen, Briefing briefing, string contentHash) => new()
        {
            Number = issue.Number,
            Preview = issue.IsPreview,
            Reference = issue.Reference,
            Fingerprint = issue.Fingerprint,
            Issued = issue.Date,
            Period = issue.Period,
            Edition = issue.Edition,
            Order = order,
            ContentHash = contentHash,
            Library = version,
            Sections = [.. chosen.Sections.Select(section => new ManifestSection(
            section.Id, section.Title, library.FileHashes[section.File], section.InformationAsOf.ToString(), section.Review?.Date, section.Review?.Reviewer,
            section.DraftedWithModel, section.TranslationReviewed))],
            Sources = [.. briefing.Sources.Select(source => source.Id)],
            LayoutVersion = issue.LayoutVersion,
            EngineVersion = issue.EngineVersion,
        };
}

/// <param name="Sha256">Of the section's file in the language of the briefing.</param>
/// <param name="InformationAsOf">As exactly as the library gives it: <c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>.</param>
public sealed record ManifestSection(
    string Id, string Title, string Sha256, string InformationAsOf, DateOnly? LastReviewed, string? Reviewer, bool DraftedWithModel, bool TranslationReviewed);
