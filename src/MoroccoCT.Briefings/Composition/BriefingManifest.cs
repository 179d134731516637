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

    /// <summary>Left out of a single briefing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ManifestEdition? Edition { get; init; }

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
            Edition = ManifestEdition.Of(issue.Edition),
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

/// <summary>What an edition tells besides its standing sections, by name: the texts are on its pages.</summary>
/// <param name="Cut">The moment up to which news were taken in.</param>
/// <param name="Since">Number of the edition it is compared with; null for the first.</param>
/// <param name="Developments">Numbers of those it tells.</param>
/// <param name="Withdrawn">Numbers of those that it tells to be withdrawn.</param>
/// <param name="Changed">Ids of the topics that it shows to have changed.</param>
/// <param name="Supersedes">Number of the edition that it corrects; null for any other.</param>
public sealed record ManifestEdition(
    DateTimeOffset Cut, string? Since, Standing Standing, IReadOnlyList<string> Developments, IReadOnlyList<string> Withdrawn, IReadOnlyList<string> Changed,
    string? Supersedes)
{
    internal static ManifestEdition? Of(EditionContent? content) => content is null ? null : new(
        content.Cut, content.Since, content.Standing, [.. content.Developments.Select(one => one.Number)], [.. content.Withdrawn.Select(one => one.Number)],
        [.. content.Changes.Select(one => one.Topic)], content.Corrects?.Number);
}

/// <param name="Sha256">Of the section's file in the language of the briefing.</param>
/// <param name="InformationAsOf">As exactly as the library gives it: <c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>.</param>
public sealed record ManifestSection(
    string Id, string Title, string Sha256, string InformationAsOf, DateOnly? LastReviewed, string? Reviewer, bool DraftedWithModel, bool TranslationReviewed);
