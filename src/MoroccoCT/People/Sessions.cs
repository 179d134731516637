using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MoroccoCT.Audit;
using MoroccoCT.Storage;

namespace MoroccoCT.People;

/// <summary>Who is signed in where. Looked up for every call, so that what is ended is over at once.</summary>
public sealed class Sessions
{
    /// <summary>When somebody was last seen is kept no more exactly than this: not every look at a page is worth a write.</summary>
    private static readonly TimeSpan seenEvery = TimeSpan.FromMinutes(1);

    private readonly LedgerStore store;
    private readonly AuditTrail audit;
    private readonly PeopleOptions options;
    private readonly TimeProvider time;

    internal Sessions(LedgerStore store, AuditTrail audit, IOptions<PeopleOptions> options, TimeProvider time) =>
        (this.store, this.audit, this.options, this.time) = (store, audit, options.Value, time);

    /// <returns>What the browser keeps.</returns>
    public async Task<string> OpenAsync(Person person, SignInMethod method, Actor by, CancellationToken cancellationToken)
    {
        var token = Token.New();
        var now = Now();
        var session = new Session
        {
            Id = Guid.CreateVersion7(now),
            TokenHash = Token.Hash(token),
            PersonId = person.Id,
            Method = method,
            Address = by.Address,
            CreatedAt = now,
            LastSeenAt = now,
            ExpiresAt = now + options.SessionLongest,
        };
        await store.WriteAsync(
            async ledger =>
            {
                var lastUseful = now - options.SessionIdle;
                await ledger.Sessions.Where(old => old.ExpiresAt <= now || old.LastSeenAt <= lastUseful).ExecuteDeleteAsync(cancellationToken);
                ledger.Sessions.Add(session);
                await ledger.SaveChangesAsync(cancellationToken);
                ledger.ChangeTracker.Clear();
                await ledger.People.Where(row => row.Id == person.Id)
                    .ExecuteUpdateAsync(row => row.SetProperty(one => one.LastSignInAt, now), cancellationToken);
                var told = new AuditEvent(by, Deed.SignIn, person.Name, new Dictionary<string, string?> { ["method"] = $"{method}" });
                await audit.AppendAsync(ledger, told, cancellationToken);
                return true;
            },
            cancellationToken);
        return token;
    }

    /// <returns>The session of this token and its owner; null when it is over, or its owner may not come in any more.</returns>
    public async Task<(Session Session, Person Person)?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var hash = Token.Hash(token);
        var now = Now();
        var found = await store.ReadAsync(
            ledger => ledger.Sessions.Where(session => session.TokenHash == hash)
                .Join(ledger.People, session => session.PersonId, person => person.Id, (session, person) => new { session, person })
                .FirstOrDefaultAsync(cancellationToken),
            cancellationToken);
        if (found is null || !found.person.IsActive || now >= found.session.ExpiresAt || now - found.session.LastSeenAt >= options.SessionIdle)
            return null;
        if (now - found.session.LastSeenAt >= seenEvery)
            await store.WriteAsync(
                ledger => ledger.Sessions.Where(session => session.TokenHash == hash)
                    .ExecuteUpdateAsync(session => session.SetProperty(row => row.LastSeenAt, now), cancellationToken),
                cancellationToken);
        return (found.session, found.person);
    }

    public Task<List<Session>> ListAsync(Guid personId, CancellationToken cancellationToken) => store.ReadAsync(
        ledger => ledger.Sessions.Where(session => session.PersonId == personId).OrderByDescending(session => session.LastSeenAt)
            .ToListAsync(cancellationToken),
        cancellationToken);

    /// <summary>Signs out.</summary>
    public Task EndAsync(Guid sessionId, Actor by, CancellationToken cancellationToken) => store.WriteAsync(
        async ledger =>
        {
            if (await ledger.Sessions.Where(session => session.Id == sessionId).ExecuteDeleteAsync(cancellationToken) > 0)
                await audit.AppendAsync(ledger, new AuditEvent(by, Deed.SignOut, by.Name ?? ""), cancellationToken);
            return true;
        },
        cancellationToken);

    private DateTimeOffset Now() => time.GetUtcNow().InMilliseconds();
}
