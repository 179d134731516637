using Microsoft.Extensions.Options;
using MoroccoCT.Audit;
using MoroccoCT.Briefings.Editions;
using MoroccoCT.Library.Developments;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Storage;

namespace MoroccoCT.Schedules;

/// <summary>
/// Editions that wait for a person's word. A release is for one file: whatever is made after it needs a release of its own. Whether somebody may release at all
/// is for the doors to know.
/// </summary>
public sealed class EditionApproval
{
    private readonly LedgerStore store;
    private readonly Outbox outbox;
    private readonly AuditTrail audit;
    private readonly RequestQueries queries;
    private readonly RequestWatch watch;
    private readonly PublishedDevelopments developments;
    private readonly DevelopmentOptions options;
    private readonly TimeProvider time;

    internal EditionApproval(
        LedgerStore store, Outbox outbox, AuditTrail audit, RequestQueries queries, RequestWatch watch, PublishedDevelopments developments,
        IOptions<DevelopmentOptions> options, TimeProvider time) =>
        (this.store, this.outbox, this.audit, this.queries, this.watch, this.developments, this.options, this.time) =
            (store, outbox, audit, queries, watch, developments, options.Value, time);

    /// <summary>Lets an edition go out: at its time, or at once where that is over.</summary>
    /// <param name="sha256">Of the file that was looked at.</param>
    /// <returns>The edition as it then stands; null when there is none that these eyes may change.</returns>
    /// <exception cref="EditionRefusedException">It does not wait, has another file, or is all of one's own.</exception>
    public async Task<BriefingRequest?> ReleaseAsync(Guid id, string sha256, Viewer viewer, Actor by, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, viewer, cancellationToken) is not { } seen || !seen.MayBeChangedBy(viewer))
            return null;
        if (seen is { State: RequestState.Completed, NeedsRelease: true, IsUnreleased: false } && seen.Sha256 == sha256)
            return seen;
        if (!seen.AwaitsRelease)
            throw new EditionRefusedException(EditionRefusal.NotHeld, seen.Number);
        if (!string.Equals(seen.Sha256, sha256, StringComparison.OrdinalIgnoreCase))
            throw new EditionRefusedException(EditionRefusal.FileChanged, seen.Number);
        var isOwn = await IsOnlyEditorAsync(seen, by.Id, cancellationToken);
        if (isOwn && by.Id is not null && !options.OnePerson)
            throw new EditionRefusedException(EditionRefusal.OnlyEditor, seen.Number);

        var now = time.GetUtcNow().InMilliseconds();
        var next = seen with { ReleasedSha256 = seen.Sha256, ReleasedAt = now, ReleasedBy = by.Name, UpdatedAt = now };
        var released = await store.WriteAsync(
            async ledger =>
            {
                if (await RequestRows.ReplaceAsync(ledger, seen, next, cancellationToken) is not { } replaced)
                    return null;
                await RequestDeliveries.WantAsync(outbox, ledger, replaced, now, cancellationToken);
                await audit.AppendAsync(ledger, RequestDeeds.Released(replaced, isOwn || by.Id is null, by), cancellationToken);
                return replaced;
            },
            cancellationToken) ?? throw new EditionRefusedException(EditionRefusal.ChangedMeanwhile, seen.Number);
        watch.Announce(released);
        outbox.Announce();
        return released;
    }

    /// <summary>Whether nobody but this person has written any of its news. Whoever is alone with the service has written what nobody is named for.</summary>
    public async Task<bool> IsOnlyEditorAsync(BriefingRequest edition, Guid? person, CancellationToken cancellationToken)
    {
        if (await queries.EditionAsync(edition.Id, cancellationToken) is not { Content.Developments: { Count: > 0 } told })
            return false;
        var writers = await developments.WritersAsync([.. told.Select(one => one.Number)], cancellationToken);
        return writers.All(writer => writer == (person ?? Guid.Empty));
    }

    /// <summary>What an edition tells; null for a single briefing, and for one of an older version.</summary>
    public async Task<EditionContent?> ContentAsync(BriefingRequest edition, CancellationToken cancellationToken) =>
        (await queries.EditionAsync(edition.Id, cancellationToken))?.Content;
}
