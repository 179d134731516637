using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MoroccoCT.Audit;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Developments;
using MoroccoCT.Desk;
using MoroccoCT.People;
using MoroccoCT.Storage;

namespace MoroccoCT.Library.Developments;

/// <summary>
/// All that may become of a development. Each change is compared with the revision that was looked at, and kept with who made it and its
/// entry in the audit, in one transaction. Whether somebody may write or publish at all is for the doors to know.
/// </summary>
public sealed class DevelopmentWorkflow
{
    private readonly LedgerStore store;
    private readonly AuditTrail audit;
    private readonly CurrentLibrary library;
    private readonly DeskOptions desk;
    private readonly DevelopmentOptions options;
    private readonly TimeProvider time;

    internal DevelopmentWorkflow(
        LedgerStore store, AuditTrail audit, CurrentLibrary library, IOptions<DeskOptions> desk, IOptions<DevelopmentOptions> options, TimeProvider time) =>
        (this.store, this.audit, this.library, this.desk, this.options, this.time) = (store, audit, library, desk.Value, options.Value, time);

    /// <summary>As a draft, which may have faults that keep it from being proposed.</summary>
    /// <exception cref="DevelopmentRejectedException">It cannot be kept; names every field that is wrong.</exception>
    public Task<DevelopmentRow> RecordAsync(DevelopmentContent content, Viewer viewer, Actor by, CancellationToken cancellationToken)
    {
        content = content.Trimmed();
        var level = Demand(content, viewer);
        return store.WriteAsync(
            async ledger =>
            {
                // The number first: its row is locked until the commit.
                var series = $"MCT-D-{desk.Today(time):yyyy}";
                var number = $"{series}-{await Counters.NextAsync(ledger, series, cancellationToken):D4}";
                var now = time.GetUtcNow().InMilliseconds();
                var row = new DevelopmentRow
                {
                    Id = Guid.CreateVersion7(now),
                    Number = number,
                    State = DevelopmentState.Draft,
                    Content = content,
                    MarkingLevel = level,
                    AuthorIds = $"{DevelopmentRow.Author(by.Id)}",
                    Desk = viewer.Desk ?? NewPerson.FirstDesk,
                    CreatedAt = now,
                    CreatedBy = by.Name,
                    UpdatedAt = now,
                    UpdatedBy = by.Name,
                };
                ledger.Add(row);
                await ledger.SaveChangesAsync(cancellationToken);
                await KeepAsync(ledger, row, new(DevelopmentDeed.Recorded, by), cancellationToken);
                return row;
            },
            cancellationToken);
    }

    /// <summary>What was proposed is a draft again. What is published stays in force until this is published in its turn.</summary>
    /// <param name="revision">Of the development that was looked at.</param>
    /// <exception cref="DevelopmentRejectedException">It cannot be kept; names every field that is wrong.</exception>
    /// <exception cref="DevelopmentRefusedException">It is not there, not as it was looked at or withdrawn.</exception>
    public Task<DevelopmentRow> EditAsync(
        Guid id, int revision, DevelopmentContent content, Viewer viewer, Actor by, CancellationToken cancellationToken)
    {
        content = content.Trimmed();
        var level = Demand(content, viewer);
        return ReplaceAsync(id, revision, viewer, new(DevelopmentDeed.Edited, by), (row, _) => Edited(row, content, level, by), cancellationToken);
    }

    /// <exception cref="DevelopmentRejectedException">It has faults; names each.</exception>
    /// <exception cref="DevelopmentRefusedException">It is not there, not as it was looked at or no draft.</exception>
    public Task<DevelopmentRow> ProposeAsync(Guid id, int revision, Viewer viewer, Actor by, CancellationToken cancellationToken) => ReplaceAsync(
        id,
        revision,
        viewer,
        new(DevelopmentDeed.Proposed, by),
        (row, now) =>
        {
            Refuse(row, row.State != DevelopmentState.Draft, DevelopmentRefusal.NoDraft);
            DemandSound(row);
            return row with { State = DevelopmentState.Proposed, ProposedAt = now, ProposedBy = by.Name, ProposedById = by.Id };
        },
        cancellationToken);

    /// <summary>It is a draft again.</summary>
    /// <param name="note">What is to be done about it.</param>
    /// <exception cref="DevelopmentRejectedException">The note is missing or cannot be kept.</exception>
    /// <exception cref="DevelopmentRefusedException">It is not there, not as it was looked at or not proposed.</exception>
    public Task<DevelopmentRow> SendBackAsync(Guid id, int revision, string note, Viewer viewer, Actor by, CancellationToken cancellationToken) => ReplaceAsync(
        id,
        revision,
        viewer,
        new(DevelopmentDeed.SentBack, by, Note("note", note)),
        (row, _) =>
        {
            Refuse(row, row.State != DevelopmentState.Proposed, DevelopmentRefusal.NotProposed);
            return Unproposed(row) with { State = DevelopmentState.Draft };
        },
        cancellationToken);

    /// <summary>Puts it in force. Whoever does has neither written nor proposed any of it, unless the service is for one person.</summary>
    /// <exception cref="DevelopmentRejectedException">It has faults by now; names each.</exception>
    /// <exception cref="DevelopmentRefusedException">It is not there, not as it was looked at, not proposed or one's own.</exception>
    public Task<DevelopmentRow> PublishAsync(Guid id, int revision, Viewer viewer, Actor by, CancellationToken cancellationToken) => ReplaceAsync(
        id,
        revision,
        viewer,
        new(DevelopmentDeed.Published, by),
        (row, now) =>
        {
            Refuse(row, row.State != DevelopmentState.Proposed, DevelopmentRefusal.NotProposed);
            Refuse(row, row.IsOwnOf(by.Id) && !options.OnePerson, DevelopmentRefusal.SecondPerson);
            DemandSound(row);
            return row with
            {
                State = DevelopmentState.Published,
                PublishedContent = row.Content,
                PublishedMarkingLevel = row.MarkingLevel,
                FirstPublishedAt = row.FirstPublishedAt ?? now,
                PublishedAt = now,
                PublishedBy = by.Name,
                IsPublishedAlone = !IsSeenByTwo(row, by),
            };
        },
        cancellationToken);

    /// <summary>For good, whether it was published or not.</summary>
    /// <exception cref="DevelopmentRejectedException">The reason is missing or cannot be kept.</exception>
    /// <exception cref="DevelopmentRefusedException">It is not there, not as it was looked at or withdrawn already.</exception>
    public Task<DevelopmentRow> WithdrawAsync(Guid id, int revision, string reason, Viewer viewer, Actor by, CancellationToken cancellationToken)
    {
        var because = Note("reason", reason);
        return ReplaceAsync(
            id,
            revision,
            viewer,
            new(DevelopmentDeed.Withdrawn, by, because),
            (row, now) => row with { State = DevelopmentState.Withdrawn, WithdrawnAt = now, WithdrawnBy = by.Name, WithdrawnBecause = because },
            cancellationToken);
    }

    private static DevelopmentRow Edited(DevelopmentRow row, DevelopmentContent content, int level, Actor by)
    {
        if (StoredContent.Write(row.Content) == StoredContent.Write(content))
            return row;
        IReadOnlyList<Guid> before = row.State == DevelopmentState.Published ? [] : row.Authors;
        return Unproposed(row) with
        {
            State = DevelopmentState.Draft,
            Content = content,
            MarkingLevel = level,
            AuthorIds = string.Join(' ', before.Append(DevelopmentRow.Author(by.Id)).Distinct()),
        };
    }

    private static DevelopmentRow Unproposed(DevelopmentRow row) => row with { ProposedAt = null, ProposedBy = null, ProposedById = null };

    /// <summary>Somebody without an id may be anybody.</summary>
    private static bool IsSeenByTwo(DevelopmentRow row, Actor by) =>
        by.Id is not null && row.ProposedById is not null && !row.Authors.Contains(Guid.Empty) && !row.IsOwnOf(by.Id);

    private async Task<DevelopmentRow> ReplaceAsync(
        Guid id, int revision, Viewer viewer, Step step, Func<DevelopmentRow, DateTimeOffset, DevelopmentRow> change, CancellationToken cancellationToken) =>
        await store.WriteAsync(
            async ledger =>
            {
                if (step.What is DevelopmentDeed.Published or DevelopmentDeed.Withdrawn)
                    await Counters.NextAsync(ledger, DevelopmentRows.Publications, cancellationToken);
                var now = time.GetUtcNow().InMilliseconds();
                var sight = new DevelopmentSight(viewer, SeesDrafts: true, library.Snapshot.Library);
                var seen = await ledger.Developments.FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
                if (seen is null || !sight.SeesWork(seen))
                    throw new DevelopmentRefusedException(DevelopmentRefusal.Unknown, $"{id}");
                Refuse(seen, seen.Revision != revision, DevelopmentRefusal.ChangedMeanwhile);
                Refuse(seen, !seen.MayBeEdited, DevelopmentRefusal.Withdrawn);
                var changed = change(seen, now);
                if (changed == seen)
                    return seen;
                var next = changed with { Revision = revision + 1, UpdatedAt = now, UpdatedBy = step.By.Name };
                ledger.Attach(seen with { }).CurrentValues.SetValues(next);
                await SaveAsync(ledger, next, cancellationToken);
                await KeepAsync(ledger, next, step, cancellationToken);
                return next;
            },
            cancellationToken);

    private static async Task SaveAsync(LedgerContext ledger, DevelopmentRow row, CancellationToken cancellationToken)
    {
        try
        {
            await ledger.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new DevelopmentRefusedException(DevelopmentRefusal.ChangedMeanwhile, row.Number);
        }
    }

    private async Task KeepAsync(LedgerContext ledger, DevelopmentRow row, Step step, CancellationToken cancellationToken)
    {
        var change = new DevelopmentChange
        {
            DevelopmentId = row.Id,
            Revision = row.Revision,
            At = row.UpdatedAt,
            Who = step.By.Name,
            PersonId = step.By.Id,
            What = step.What,
            State = row.State,
            Content = row.Content,
            MarkingLevel = row.MarkingLevel,
            Note = step.Note,
            IsAlone = step.What == DevelopmentDeed.Published && row.IsPublishedAlone,
        };
        ledger.Add(change);
        await ledger.SaveChangesAsync(cancellationToken);
        await audit.AppendAsync(ledger, DevelopmentDeeds.Of(row, change, step.By), cancellationToken);
    }

    /// <returns>Level of its marking.</returns>
    private int Demand(DevelopmentContent content, Viewer viewer)
    {
        var read = DevelopmentReader.Read(content, "", library.Snapshot.Library, desk.Today(time));
        if (read.Refusals.Count > 0)
            throw new DevelopmentRejectedException(read.Refusals);
        var marking = read.Development!.Marking;
        return marking.Level <= viewer.Clearance
            ? marking.Level
            : throw new DevelopmentRejectedException(
                [new("marking", null, DevelopmentFault.AboveClearance, marking.Label, Marking.All[Math.Max(viewer.Clearance, 0)].Label)]);
    }

    private void DemandSound(DevelopmentRow row)
    {
        var read = DevelopmentReader.Read(row.Content, row.Number, library.Snapshot.Library, desk.Today(time));
        if (read.Problems.Count > 0)
            throw new DevelopmentRejectedException(read.Problems);
    }

    private static string Note(string field, string text)
    {
        text = text.Trim().ReplaceLineEndings("\n");
        var problems = DevelopmentSizes.OfNote(field, text);
        return problems.Count == 0 ? text : throw new DevelopmentRejectedException(problems);
    }

    private static void Refuse(DevelopmentRow row, bool isRefused, DevelopmentRefusal why)
    {
        if (isRefused)
            throw new DevelopmentRefusedException(why, row.Number);
    }

    private sealed record Step(DevelopmentDeed What, Actor By, string? Note = null);
}
