using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using MoroccoCT.Audit;
using MoroccoCT.Briefings.Composition;
using MoroccoCT.Library;
using MoroccoCT.People;
using MoroccoCT.Storage;

namespace MoroccoCT.Requests;

/// <summary>Looks into the ledger and changes nothing.</summary>
public sealed class RequestQueries
{
    /// <summary>So many rows are looked through at once: few enough to be held, enough that asking for them does not take longer than reading them.</summary>
    private const int Stretch = 1000;

    private readonly LedgerStore store;
    private readonly DamagedDocuments damaged;
    private readonly CurrentLibrary library;

    internal RequestQueries(LedgerStore store, DamagedDocuments damaged, CurrentLibrary library) =>
        (this.store, this.damaged, this.library) = (store, damaged, library);

    /// <summary>What these eyes do not see is not there for them.</summary>
    public Task<BriefingRequest?> FindAsync(Guid id, Viewer viewer, CancellationToken cancellationToken) =>
        FirstAsync(ledger => ledger.Requests.Where(request => request.Id == id).VisibleTo(viewer), cancellationToken);

    /// <summary>How many unfinished requests came in before one, of those that there are for these eyes.</summary>
    public Task<int> BeforeAsync(BriefingRequest request, Viewer viewer, CancellationToken cancellationToken) => store.ReadAsync(
        ledger => ledger.Unfinished.VisibleTo(viewer).CountAsync(other => other.Id < request.Id, cancellationToken), cancellationToken);

    /// <summary>The requests of one order in several languages, as they were asked for.</summary>
    public Task<List<BriefingRequest>> SetAsync(Guid set, Viewer viewer, CancellationToken cancellationToken) => store.ReadAsync(
        ledger => ledger.Requests.Where(request => request.SetId == set).VisibleTo(viewer).OrderBy(request => request.Id).ToListAsync(cancellationToken),
        cancellationToken);

    /// <summary>What somebody ordered last by the form, newest first; of whoever is alone with the service, what anybody ordered.</summary>
    public Task<List<BriefingRequest>> LastOrderedAsync(Viewer viewer, Guid? person, int count, CancellationToken cancellationToken) => store.ReadAsync(
        ledger => ledger.Requests.VisibleTo(viewer).Where(request => request.Door == Doors.Form && request.PersonId == person)
            .OrderByDescending(request => request.Id).Take(count).ToListAsync(cancellationToken),
        cancellationToken);

    /// <summary>Those of these ids that there are for these eyes, in the order in which they are named.</summary>
    public async Task<IReadOnlyList<BriefingRequest>> FindAsync(IReadOnlyList<Guid> ids, Viewer viewer, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToList();
        var found = await AllAsync(ledger => ledger.Requests.Where(request => wanted.Contains(request.Id)).VisibleTo(viewer), cancellationToken);
        return [.. found.OrderBy(request => wanted.IndexOf(request.Id))];
    }

    /// <summary>
    /// By what is written on paper: a number, which an edition in several languages has for each of them – the first one counts –, or else a
    /// reference, of which the newest document counts. Capitals do not matter.
    /// </summary>
    public async Task<BriefingRequest?> FindByNameAsync(string name, Viewer viewer, CancellationToken cancellationToken)
    {
        var number = name.Trim().ToUpperInvariant();
        if (await FirstOfAsync(number, viewer, cancellationToken) is { } numbered)
            return numbered;
        return IssueDetails.FingerprintOf(number) is not { } beginning
            ? null
            : await FirstAsync(
                ledger => ledger.Requests.VisibleTo(viewer)
                    .Where(request => request.State == RequestState.Completed && request.Fingerprint!.StartsWith(beginning))
                    .OrderByDescending(request => request.Id),
                cancellationToken);
    }

    /// <summary>The edition a schedule made last, in the first of its languages that there is for these eyes; null before the first.</summary>
    public async Task<BriefingRequest?> LastEditionAsync(string schedule, Viewer viewer, CancellationToken cancellationToken) =>
        await EditionsAsync(schedule, 1, viewer, cancellationToken) is [{ Number: var number }]
            ? await FirstOfAsync(number, viewer, cancellationToken)
            : null;

    /// <summary>The editions of a schedule in all their languages, the last one first.</summary>
    public Task<List<BriefingRequest>> EditionsAsync(string schedule, int most, Viewer viewer, CancellationToken cancellationToken) => AllAsync(
        ledger => ledger.Requests.Where(request => request.Schedule == schedule).VisibleTo(viewer).OrderByDescending(request => request.Id).Take(most),
        cancellationToken);

    /// <summary>What an edition tells; null for a single briefing, and for an edition of an older version.</summary>
    public Task<KeptEdition?> EditionAsync(Guid id, CancellationToken cancellationToken) => store.ReadAsync(
        ledger => ledger.Editions.FirstOrDefaultAsync(edition => edition.RequestId == id, cancellationToken), cancellationToken);

    /// <param name="correction">Whether it must be one that corrects another; null for any edition.</param>
    internal Task<bool> IsTakenAsync(string number, bool? correction, CancellationToken cancellationToken) => store.ReadAsync(
        ledger => ledger.Requests.AnyAsync(
            request => request.Number == number && (correction == null || (request.Supersedes != null) == correction), cancellationToken),
        cancellationToken);

    /// <param name="ofPerson">Whose requests; null for all that the viewer sees.</param>
    /// <exception cref="InvalidCursorException"><paramref name="cursor"/> comes from elsewhere.</exception>
    public Task<RequestPage> ListAsync(string? cursor, int limit, Viewer viewer, Guid? ofPerson, CancellationToken cancellationToken) =>
        ListAsync(RequestFilter.None with { PersonId = ofPerson }, cursor, limit, viewer, cancellationToken);

    /// <exception cref="InvalidCursorException"><paramref name="cursor"/> comes from elsewhere.</exception>
    public async Task<RequestPage> ListAsync(RequestFilter filter, string? cursor, int limit, Viewer viewer, CancellationToken cancellationToken)
    {
        Guid? before = null;
        if (cursor is not null)
            before = Guid.TryParseExact(cursor, "N", out var last) ? last : throw new InvalidCursorException();
        var items = filter.LooksIntoOrders
            ? await SearchedAsync(filter, viewer, before, limit + 1, cancellationToken)
            : await BeforeAsync(filter, viewer, before, limit + 1, cancellationToken);
        return items.Count > limit ? new(items[..limit], items[limit - 1].Id.ToString("N")) : new(items, null);
    }

    /// <summary>A finished document, as it was when it was stored; null when there is none of that name.</summary>
    /// <exception cref="DocumentDamagedException">Its bytes are no longer those that were stored.</exception>
    public async Task<StoredDocument?> DocumentAsync(string sha256, CancellationToken cancellationToken)
    {
        var document = await store.ReadAsync(
            ledger => ledger.Documents.FirstOrDefaultAsync(document => document.Sha256 == sha256, cancellationToken), cancellationToken);
        if (document is null)
            return null;
        if (Convert.ToHexStringLower(SHA256.HashData(document.Content)) == sha256)
        {
            damaged.Mended(sha256);
            return document;
        }

        damaged.Found(sha256);
        throw new DocumentDamagedException(sha256);
    }

    /// <summary>
    /// The completed request that has the document of this fingerprint; null when it has yet to be made, or made again because it was
    /// damaged.
    /// </summary>
    public async Task<BriefingRequest?> TwinAsync(string fingerprint, CancellationToken cancellationToken)
    {
        var twin = await FirstAsync(
            ledger => ledger.Requests.Where(request => request.Fingerprint == fingerprint && request.State == RequestState.Completed), cancellationToken);
        try
        {
            return twin?.Sha256 is { } sha256 && await DocumentAsync(sha256, cancellationToken) is not null ? twin : null;
        }
        catch (DocumentDamagedException)
        {
            return null;
        }
    }

    /// <summary>The first request that got the document with this hash; null when no such document was issued.</summary>
    public Task<BriefingRequest?> FindByDocumentAsync(string sha256, Viewer viewer, CancellationToken cancellationToken) => FirstAsync(
        ledger => ledger.Requests.VisibleTo(viewer)
            .Where(request => request.Sha256 == sha256 && request.State == RequestState.Completed).OrderBy(request => request.Id),
        cancellationToken);

    /// <summary>The first completed request with this printed number, or else with this fingerprint; null when there is none.</summary>
    public Task<BriefingRequest?> FindIssuedAsync(string? number, string fingerprint, Viewer viewer, CancellationToken cancellationToken) => FirstAsync(
        ledger => ledger.Requests.VisibleTo(viewer)
            .Where(request => request.State == RequestState.Completed && (number != null ? request.Number == number : request.Fingerprint == fingerprint))
            // An edition has its number in each of its languages.
            .OrderBy(request => request.Fingerprint == fingerprint ? 0 : 1).ThenBy(request => request.Id),
        cancellationToken);

    /// <summary>Requests that are not finished and that nothing in the outbox speaks of, oldest first.</summary>
    internal Task<List<BriefingRequest>> UnfinishedAsync(CancellationToken cancellationToken) => AllAsync(
        ledger => ledger.Unfinished
            .Where(request => !ledger.Set<OutboxEntry>().Any(entry => entry.Kind == RequestRows.JobWanted && entry.Subject == request.Id))
            .OrderBy(request => request.Id),
        cancellationToken);

    /// <summary>Newest first, as many as are wanted.</summary>
    private Task<List<BriefingRequest>> BeforeAsync(
        RequestFilter filter, Viewer viewer, Guid? before, int count, CancellationToken cancellationToken) => AllAsync(
        ledger => filter.Rows(ledger).VisibleTo(viewer).Where(request => before == null || request.Id < before)
            .OrderByDescending(request => request.Id).Take(count),
        cancellationToken);

    /// <summary>Goes through the rest from the newest on, a stretch at a time, until as many are found as are wanted.</summary>
    private async Task<List<BriefingRequest>> SearchedAsync(
        RequestFilter filter, Viewer viewer, Guid? before, int count, CancellationToken cancellationToken)
    {
        var isWanted = filter.Orders(library.Snapshot.Library);
        var found = new List<BriefingRequest>();
        List<BriefingRequest> stretch;
        do
        {
            stretch = await BeforeAsync(filter, viewer, before, Stretch, cancellationToken);
            found.AddRange(stretch.Where(isWanted).Take(count - found.Count));
            before = stretch.LastOrDefault()?.Id;
        }
        while (stretch.Count == Stretch && found.Count < count);

        return found;
    }

    /// <summary>Of a number, in the first of its languages.</summary>
    private Task<BriefingRequest?> FirstOfAsync(string number, Viewer viewer, CancellationToken cancellationToken) => FirstAsync(
        ledger => ledger.Requests.Where(request => request.Number == number).VisibleTo(viewer).OrderBy(request => request.Id), cancellationToken);

    private Task<BriefingRequest?> FirstAsync(Func<LedgerContext, IQueryable<BriefingRequest>> rows, CancellationToken cancellationToken) =>
        store.ReadAsync(ledger => rows(ledger).FirstOrDefaultAsync(cancellationToken), cancellationToken);

    private Task<List<BriefingRequest>> AllAsync(Func<LedgerContext, IQueryable<BriefingRequest>> rows, CancellationToken cancellationToken) =>
        store.ReadAsync(ledger => rows(ledger).ToListAsync(cancellationToken), cancellationToken);
}
