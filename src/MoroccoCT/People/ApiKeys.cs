using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MoroccoCT.Audit;
using MoroccoCT.Storage;

namespace MoroccoCT.People;

/// <summary>Keys by which programs act for people. A key is shown once, when it is made.</summary>
public sealed class ApiKeys
{
    /// <summary>So that a key is known for one when it turns up where it should not.</summary>
    public const string Prefix = "mct_";

    private static readonly TimeSpan usedEvery = TimeSpan.FromMinutes(1);

    private readonly LedgerStore store;
    private readonly AuditTrail audit;
    private readonly Accounts accounts;
    private readonly PeopleOptions options;
    private readonly TimeProvider time;

    internal ApiKeys(LedgerStore store, AuditTrail audit, Accounts accounts, IOptions<PeopleOptions> options, TimeProvider time) =>
        (this.store, this.audit, this.accounts, this.options, this.time) = (store, audit, accounts, options.Value, time);

    /// <param name="scopes">Some of <see cref="KeyScopes.All"/>, none beyond the owner's role.</param>
    /// <param name="days">From now.</param>
    /// <returns>The key, and its row; null when there is no such person.</returns>
    /// <exception cref="PersonRejectedException">Says what is wrong.</exception>
    public async Task<(string Key, ApiKey Row)?> CreateAsync(
        Guid personId, string name, IReadOnlyList<string> scopes, int days, Actor by, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(personId, cancellationToken) is not { } owner)
            return null;
        if (Faults(owner, name, scopes, days).OfType<PersonProblem>().ToList() is { Count: > 0 } found)
            throw new PersonRejectedException(found);
        var key = Prefix + Token.New();
        var now = time.GetUtcNow().InMilliseconds();
        var row = new ApiKey
        {
            Id = Guid.CreateVersion7(now),
            PersonId = owner.Id,
            Name = PersonName.Kept(name),
            Hash = Token.Hash(key),
            ScopeWords = string.Join(' ', KeyScopes.All.Where(scopes.Contains)),
            CreatedAt = now,
            ExpiresAt = now.AddDays(days),
        };
        await store.WriteAsync(
            async ledger =>
            {
                ledger.ApiKeys.Add(row);
                await ledger.SaveChangesAsync(cancellationToken);
                ledger.ChangeTracker.Clear();
                var details = new Dictionary<string, string?>
                {
                    ["person"] = owner.Name,
                    ["scopes"] = row.ScopeWords,
                    ["until"] = $"{row.ExpiresAt:yyyy-MM-dd}",
                };
                await audit.AppendAsync(ledger, new(by, Deed.KeyCreated, row.Name, details), cancellationToken);
                return true;
            },
            cancellationToken);
        return (key, row);
    }

    /// <summary>All that somebody has, also those that are not good any more; of everybody, when nobody is named.</summary>
    public Task<List<ApiKey>> ListAsync(Guid? personId, CancellationToken cancellationToken) => store.ReadAsync(
        ledger => ledger.ApiKeys.Where(key => personId == null || key.PersonId == personId).OrderByDescending(key => key.Id).ToListAsync(cancellationToken),
        cancellationToken);

    /// <returns>The key's row and its owner; null when it opens nothing.</returns>
    public async Task<(ApiKey Key, Person Owner)?> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (!key.StartsWith(Prefix, StringComparison.Ordinal))
            return null;
        var hash = Token.Hash(key);
        var now = time.GetUtcNow().InMilliseconds();
        var found = await store.ReadAsync(
            ledger => ledger.ApiKeys.Where(row => row.Hash == hash)
                .Join(ledger.People, row => row.PersonId, person => person.Id, (row, person) => new { row, person })
                .FirstOrDefaultAsync(cancellationToken),
            cancellationToken);
        if (found is null || !found.row.IsGoodAt(now) || !found.person.IsActive)
            return null;
        if (found.row.LastUsedAt is not { } last || now - last >= usedEvery)
            await store.WriteAsync(
                ledger => ledger.ApiKeys.Where(row => row.Hash == hash)
                    .ExecuteUpdateAsync(row => row.SetProperty(one => one.LastUsedAt, now), cancellationToken),
                cancellationToken);
        return (found.row, found.person);
    }

    /// <param name="ownerId">Whose key it must be; null for whoever may revoke anybody's.</param>
    /// <returns>Whether there was such a key.</returns>
    public Task<bool> RevokeAsync(Guid keyId, Guid? ownerId, Actor by, CancellationToken cancellationToken) => store.WriteAsync(
        async ledger =>
        {
            var keys = ledger.ApiKeys.Where(key => key.Id == keyId && (ownerId == null || key.PersonId == ownerId));
            if (await keys.FirstOrDefaultAsync(cancellationToken) is not { } key)
                return false;
            var now = time.GetUtcNow().InMilliseconds();
            if (await keys.Where(row => row.RevokedAt == null).ExecuteUpdateAsync(row => row.SetProperty(one => one.RevokedAt, now), cancellationToken) > 0)
                await audit.AppendAsync(ledger, new(by, Deed.KeyRevoked, key.Name), cancellationToken);
            return true;
        },
        cancellationToken);

    private IEnumerable<PersonProblem?> Faults(Person owner, string name, IReadOnlyList<string> scopes, int days)
    {
        yield return PersonName.ShownFault("key", name);
        if (!owner.IsActive)
            yield return new("name", PersonFault.NotActive, owner.Name);
        if (scopes.Count == 0)
            yield return new("scopes", PersonFault.Unknown, ["", .. KeyScopes.All]);
        foreach (var unknown in scopes.Except(KeyScopes.All))
            yield return new("scopes", PersonFault.Unknown, [Briefings.Orders.PlainLine.Shown(unknown), .. KeyScopes.All]);
        foreach (var beyond in scopes.Intersect(KeyScopes.All).Except(KeyScopes.Of(owner.Role)))
            yield return new("scopes", PersonFault.ScopeBeyondRole, beyond, $"{owner.Role}");
        if (days < 1 || days > options.KeyDays)
            yield return new("days", PersonFault.Range, "1", $"{options.KeyDays}");
    }
}
