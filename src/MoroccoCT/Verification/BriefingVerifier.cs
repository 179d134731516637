using System.Text.Json;
using MoroccoCT.Audit;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Library;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Verification;

/// <summary>
/// Tells of a file whether it was issued here, whether it is unchanged, and what has changed since. Keeps nothing of it but its hash, in the audit.
/// </summary>
public sealed class BriefingVerifier
{
    /// <summary>In bytes. A long briefing takes about a quarter of a megabyte.</summary>
    public const int LargestFile = 20_000_000;

    private readonly RequestQueries queries;
    private readonly Tombstones tombstones;
    private readonly CurrentLibrary library;
    private readonly ManifestReader reader;
    private readonly AuditTrail audit;

    internal BriefingVerifier(RequestQueries queries, Tombstones tombstones, CurrentLibrary library, ManifestReader reader, AuditTrail audit) =>
        (this.queries, this.tombstones, this.library, this.reader, this.audit) = (queries, tombstones, library, reader, audit);

    /// <param name="source">The file, read once from where it stands.</param>
    /// <param name="viewer">Who asks: of what he does not see, he learns no more than of a file that was never issued here.</param>
    /// <exception cref="ForeignFileTooLargeException">It is larger than <see cref="LargestFile"/>.</exception>
    /// <exception cref="ErrandsBusyException">Too many files are being checked.</exception>
    /// <exception cref="ErrandFailedException">The process that reads files does not start.</exception>
    public async Task<VerificationReport> VerifyAsync(Stream source, Viewer viewer, Actor by, CancellationToken cancellationToken)
    {
        await using var file = await ForeignFile.ReceiveAsync(source, cancellationToken);
        var report = await ReportAsync(file, viewer, cancellationToken);
        var verdict = JsonNamingPolicy.CamelCase.ConvertName(report.Verdict.ToString());
        var details = new Dictionary<string, string?> { ["sha256"] = report.Sha256, ["verdict"] = verdict };
        await audit.AppendAsync(new(by, Deed.Verification, report.Number, details), cancellationToken);
        return report;
    }

    private async Task<VerificationReport> ReportAsync(ForeignFile file, Viewer viewer, CancellationToken cancellationToken)
    {
        if (await queries.FindByDocumentAsync(file.Sha256, viewer, cancellationToken) is { } issued)
            return await GenuineAsync(file, issued, viewer, cancellationToken);
        if (await tombstones.FindByDocumentAsync(file.Sha256, viewer, cancellationToken) is { } deleted)
            return new(Verdict.Deleted, file.Sha256, await OwnAccountAsync(file, cancellationToken), deleted.Number, null, null, deleted.DeletedAt);

        var (manifest, without) = await reader.ReadAsync(file, cancellationToken);
        if (manifest is null)
            return new(without, file.Sha256, null, null, null, null);
        if (manifest.Preview)
            return new(Verdict.Preview, file.Sha256, manifest, null, null, null);

        var original = await queries.FindIssuedAsync(manifest.Number, manifest.Fingerprint, viewer, cancellationToken);
        if (original is not null)
            return new(Verdict.Altered, file.Sha256, manifest, original.Number, original.FinishedAt, null);
        var gone = await tombstones.FindIssuedAsync(manifest.Number, manifest.Fingerprint, viewer, cancellationToken);
        return new(gone is null ? Verdict.NotIssuedHere : Verdict.Altered, file.Sha256, manifest, gone?.Number, null, null, gone?.DeletedAt);
    }

    private async Task<VerificationReport> GenuineAsync(ForeignFile file, BriefingRequest issued, Viewer viewer, CancellationToken cancellationToken)
    {
        var manifest = await OwnAccountAsync(file, cancellationToken);
        return new(Verdict.Genuine, file.Sha256, manifest, issued.Number, issued.FinishedAt, await ChangesAsync(manifest, issued, viewer, cancellationToken));
    }

    /// <summary>Where the hash has settled it: without the manifest nothing can be said of what has changed, and that is all.</summary>
    private async Task<ManifestClaim?> OwnAccountAsync(ForeignFile file, CancellationToken cancellationToken)
    {
        try
        {
            var (manifest, _) = await reader.ReadAsync(file, cancellationToken);
            return manifest;
        }
        catch (ErrandFailedException)
        {
            // Told to the log where it happened.
            return null;
        }
    }

    /// <summary>Only for a file that was issued here: of any other, nobody knows what it was made from.</summary>
    private async Task<IReadOnlyList<Change>?> ChangesAsync(ManifestClaim? manifest, BriefingRequest issued, Viewer viewer, CancellationToken cancellationToken)
    {
        if (manifest is null)
            return null;
        var changes = LibraryChanges(manifest, library.Snapshot.Library).ToList();
        if (issued.Schedule is { } schedule && await queries.LastEditionAsync(schedule, viewer, cancellationToken) is { } latest
            && latest.IssueDate > issued.IssueDate && latest.Number != issued.SupersededBy)
            changes.Add(new(ChangeKind.NewerEdition, latest.Number));
        if (issued.SupersededBy is { } number)
            changes.Insert(0, new(ChangeKind.Superseded, number));
        return changes;
    }

    private static IEnumerable<Change> LibraryChanges(ManifestClaim manifest, ContentLibrary now)
    {
        foreach (var section in manifest.Sections)
        {
            foreach (var change in SectionChanges(section, now.Sections(manifest.Order.Language).FirstOrDefault(current => current.Id == section.Id), now))
                yield return change;
        }

        foreach (var (file, hash) in manifest.Library.Files.Where(file => !file.Key.EndsWith(".md", StringComparison.Ordinal)))
        {
            if (now.FileHashes.GetValueOrDefault(file) != hash)
                yield return new(ChangeKind.LibraryFile, file);
        }
    }

    private static IEnumerable<Change> SectionChanges(ClaimedSection made, Section? now, ContentLibrary library)
    {
        if (now is null)
        {
            yield return new(ChangeKind.SectionRemoved, made.Title);
            yield break;
        }

        if (library.FileHashes[now.File] == made.Sha256)
            yield break;
        yield return new(ChangeKind.SectionText, made.Title);
        if (now.InformationAsOf.ToString() != made.InformationAsOf)
            yield return new(ChangeKind.SectionInformation, made.Title, made.InformationAsOf, now.InformationAsOf.ToString());
        if (now.Review?.Date != made.LastReviewed)
            yield return new(ChangeKind.SectionReview, made.Title, $"{made.LastReviewed:yyyy-MM-dd}", $"{now.Review?.Date:yyyy-MM-dd}");
    }
}
