using System.Security.Cryptography;
using MoroccoCT.Briefings.Composition;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Library;
using MoroccoCT.Requests;

namespace MoroccoCT.Verification;

/// <summary>Tells of a file whether it was issued here, whether it is unchanged, and what has changed since. Keeps nothing of it.</summary>
public sealed class BriefingVerifier(RequestQueries queries, CurrentLibrary library)
{
    /// <summary>In bytes. A long briefing takes about half a megabyte.</summary>
    public const int LargestFile = 20_000_000;

    public async Task<VerificationReport> VerifyAsync(byte[] file, CancellationToken cancellationToken)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(file));
        var (manifest, without) = AttachedManifest.Read(file);
        if (await queries.FindByDocumentAsync(sha256, cancellationToken) is { } issued)
            return new(Verdict.Genuine, sha256, manifest, issued.Number, issued.FinishedAt, await ChangesAsync(manifest, issued, cancellationToken));
        if (manifest is null)
            return new(without, sha256, null, null, null, null);

        var original = await queries.FindIssuedAsync(manifest.Number, manifest.Fingerprint, cancellationToken);
        return new(original is null ? Verdict.NotIssuedHere : Verdict.Altered, sha256, manifest, original?.Number, original?.FinishedAt, null);
    }

    /// <summary>Only for a file that was issued here: of any other, nobody knows what it was made from.</summary>
    private async Task<IReadOnlyList<Change>?> ChangesAsync(BriefingManifest? manifest, BriefingRequest issued, CancellationToken cancellationToken)
    {
        if (manifest is null)
            return null;
        var changes = LibraryChanges(manifest, library.Snapshot.Library).ToList();
        if (issued.Schedule is { } schedule && await queries.LastEditionAsync(schedule, cancellationToken) is { } latest && latest.IssueDate > issued.IssueDate)
            changes.Add(new(ChangeKind.NewerEdition, latest.Number));
        return changes;
    }

    private static IEnumerable<Change> LibraryChanges(BriefingManifest manifest, ContentLibrary now)
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

    private static IEnumerable<Change> SectionChanges(ManifestSection made, Section? now, ContentLibrary library)
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
