using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MoroccoCT.Audit;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Storage;

namespace MoroccoCT.People;

/// <summary>Links that let somebody in once: invitations, new beginnings for a forgotten password, and the one that makes the first administrator.</summary>
public sealed class OneTimeLinks
{
    private readonly LedgerStore store;
    private readonly AuditTrail audit;
    private readonly Accounts accounts;
    private readonly IPasswordHasher<Person> hasher;
    private readonly PeopleOptions options;
    private readonly TimeProvider time;

    internal OneTimeLinks(
        LedgerStore store, AuditTrail audit, Accounts accounts, IPasswordHasher<Person> hasher, IOptions<PeopleOptions> options, TimeProvider time) =>
        (this.store, this.audit, this.accounts, this.hasher, this.options, this.time) = (store, audit, accounts, hasher, options.Value, time);

    /// <summary>A link for somebody who is known; those made for him before are good no more.</summary>
    /// <returns>The token; null when there is no such person.</returns>
    public async Task<string?> InviteAsync(Guid personId, Actor by, CancellationToken cancellationToken)
    {
        var token = Token.New();
        var invited = await accounts.WriteAsync(
            personId,
            async (ledger, seen) =>
            {
                if (!seen.IsActive)
                    throw new PersonRejectedException(new PersonProblem("name", PersonFault.NotActive, seen.Name));
                await ledger.OneTimeLinks.Where(link => link.PersonId == personId).ExecuteDeleteAsync(cancellationToken);
                await AddAsync(ledger, token, personId, cancellationToken);
                await audit.AppendAsync(ledger, new(by, Deed.Invited, seen.Name), cancellationToken);
                return seen;
            },
            cancellationToken);
        return invited is null ? null : token;
    }

    /// <summary>The link that makes the first administrator; the one made at an earlier start is good no more.</summary>
    /// <returns>The token; null when there is an administrator.</returns>
    public Task<string?> SetUpAsync(CancellationToken cancellationToken)
    {
        var token = Token.New();
        return store.WriteAsync(
            async ledger =>
            {
                if (await HasAdministratorAsync(ledger, cancellationToken))
                    return null;
                await ledger.OneTimeLinks.Where(link => link.PersonId == null).ExecuteDeleteAsync(cancellationToken);
                await AddAsync(ledger, token, personId: null, cancellationToken);
                return token;
            },
            cancellationToken);
    }

    /// <returns>Whom a link is for; null when it is none, or not good any more.</returns>
    public async Task<LinkHolder?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var hash = Token.Hash(token);
        var now = time.GetUtcNow();
        return await store.ReadAsync(
            async ledger =>
            {
                if (await ledger.OneTimeLinks.FirstOrDefaultAsync(row => row.TokenHash == hash && row.ExpiresAt > now, cancellationToken) is not { } link)
                    return null;
                if (link.PersonId is not { } id)
                    return await HasAdministratorAsync(ledger, cancellationToken) ? null : new LinkHolder(Person: null);
                var person = await ledger.People.FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
                return person is { IsActive: true } ? new LinkHolder(person) : null;
            },
            cancellationToken);
    }

    /// <summary>Uses the link: the password is set, and with the link for the first administrator he is made.</summary>
    /// <param name="name">Of the first administrator; of nobody else.</param>
    /// <returns>The person; null when the link is not good any more.</returns>
    /// <exception cref="PersonRejectedException">The name or password will not do; the link stays good.</exception>
    public async Task<Person?> UseAsync(string token, string? name, string password, Actor by, CancellationToken cancellationToken)
    {
        if (await FindAsync(token, cancellationToken) is not { } holder)
            return null;
        var signName = holder.Person?.Name ?? name ?? "";
        var faults = new[]
        {
            holder.IsSetUp ? PersonName.Fault("name", signName) : null,
            PasswordRules.Fault(password, signName, holder.Person?.DisplayName ?? ""),
        };
        if (faults.OfType<PersonProblem>().ToList() is { Count: > 0 } found)
            throw new PersonRejectedException(found);
        var hash = hasher.HashPassword(holder.Person!, PasswordRules.Typed(password));
        return await ConsumeAsync(token, person => person with { PasswordHash = hash, Failures = 0, LockedUntil = null }, signName, by, cancellationToken);
    }

    /// <summary>Uses the link up without a password, for whoever has a passkey now.</summary>
    public async Task<Person?> UseAsync(string token, Actor by, CancellationToken cancellationToken) =>
        await FindAsync(token, cancellationToken) is { Person: { } person }
            ? await ConsumeAsync(token, seen => seen, person.Name, by, cancellationToken)
            : null;

    private Task<Person?> ConsumeAsync(string token, Func<Person, Person> change, string name, Actor by, CancellationToken cancellationToken)
    {
        var hash = Token.Hash(token);
        var now = time.GetUtcNow();
        return store.WriteAsync(
            async ledger =>
            {
                var link = await ledger.OneTimeLinks.FirstOrDefaultAsync(row => row.TokenHash == hash && row.ExpiresAt > now, cancellationToken);
                if (link is null || await ledger.OneTimeLinks.Where(row => row.TokenHash == hash).ExecuteDeleteAsync(cancellationToken) == 0)
                    return null;
                return await HolderAsync(ledger, link, name, by, cancellationToken) is { } person
                    ? await LetInAsync(ledger, person, change(person), by, cancellationToken)
                    : null;
            },
            cancellationToken);
    }

    private async Task<Person?> HolderAsync(LedgerContext ledger, OneTimeLink link, string name, Actor by, CancellationToken cancellationToken)
    {
        if (link.PersonId is { } id)
            return await ledger.People.FirstOrDefaultAsync(row => row.Id == id && !row.IsDisabled && row.DeletedAt == null, cancellationToken);
        if (await HasAdministratorAsync(ledger, cancellationToken))
            return null;
        var draft = new NewPerson(name, Role.Administrator, Marking.All[^1]);
        var first = await accounts.AddAsync(
            ledger, draft, by with { Name = PersonName.Kept(name) }, (_, _) => Task.CompletedTask, cancellationToken);

        // Now that his entry is in the audit nobody else can become one: did anybody meanwhile?
        if (!await ledger.People.AnyAsync(other => other.Role == Role.Administrator && other.DeletedAt == null && other.Id != first.Id, cancellationToken))
            return first;
        await ledger.Database.RollbackTransactionAsync(cancellationToken);
        return null;
    }

    private async Task<Person> LetInAsync(LedgerContext ledger, Person person, Person next, Actor by, CancellationToken cancellationToken)
    {
        await PeopleRows.EndSessionsAsync(ledger, person.Id, cancellationToken);
        next = await PeopleRows.ReplaceAsync(ledger, person, next, cancellationToken);
        if (next.PasswordHash != person.PasswordHash)
            await audit.AppendAsync(ledger, new(by with { Id = person.Id, Name = person.Name }, Deed.PasswordChanged, person.Name), cancellationToken);
        return next;
    }

    private async Task AddAsync(LedgerContext ledger, string token, Guid? personId, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow().InMilliseconds() + options.Invitation;
        ledger.OneTimeLinks.Add(new() { TokenHash = Token.Hash(token), PersonId = personId, ExpiresAt = until });
        await ledger.SaveChangesAsync(cancellationToken);
        ledger.ChangeTracker.Clear();
    }

    private static Task<bool> HasAdministratorAsync(LedgerContext ledger, CancellationToken cancellationToken) =>
        ledger.People.AnyAsync(person => person.Role == Role.Administrator && person.DeletedAt == null, cancellationToken);
}

/// <summary>Whom a link is for.</summary>
/// <param name="Person">Null for the link that makes the first administrator.</param>
public sealed record LinkHolder(Person? Person)
{
    public bool IsSetUp => Person is null;
}
