using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MoroccoCT.Audit;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Storage;

namespace MoroccoCT.People;

/// <summary>Who may come in, as what, and how far he sees. Each change is one transaction with its entry in the audit.</summary>
public sealed class Accounts
{
    private readonly LedgerStore store;
    private readonly AuditTrail audit;
    private readonly IPasswordHasher<Person> hasher;
    private readonly TimeProvider time;

    internal Accounts(LedgerStore store, AuditTrail audit, IPasswordHasher<Person> hasher, TimeProvider time) =>
        (this.store, this.audit, this.hasher, this.time) = (store, audit, hasher, time);

    /// <summary>All but those who were deleted, by name.</summary>
    public Task<List<Person>> ListAsync(CancellationToken cancellationToken) => store.ReadAsync(
        ledger => ledger.People.Where(person => person.DeletedAt == null).OrderBy(person => person.NameKey).ToListAsync(cancellationToken), cancellationToken);

    /// <summary>What everybody is called who ever was here; of those who were deleted, what is left of the name.</summary>
    public Task<Dictionary<Guid, string>> NamesAsync(CancellationToken cancellationToken) => store.ReadAsync(
        ledger => ledger.People.ToDictionaryAsync(person => person.Id, person => person.DisplayName, cancellationToken), cancellationToken);

    public Task<Person?> FindAsync(Guid id, CancellationToken cancellationToken) => store.ReadAsync(
        ledger => ledger.People.FirstOrDefaultAsync(person => person.Id == id && person.DeletedAt == null, cancellationToken), cancellationToken);

    public Task<Person?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var key = PersonName.Key(name);
        return store.ReadAsync(
            ledger => ledger.People.FirstOrDefaultAsync(person => person.NameKey == key && person.DeletedAt == null, cancellationToken), cancellationToken);
    }

    /// <summary>Whether anybody is known here at all: from then on nobody comes in without signing in.</summary>
    public Task<bool> AnyAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(ledger => ledger.People.AnyAsync(cancellationToken), cancellationToken);

    /// <summary>The one who was here first of those who may let others in; null while there is none.</summary>
    public Task<Person?> FirstAdministratorAsync(CancellationToken cancellationToken) => store.ReadAsync(
        ledger => Administrators(ledger).OrderBy(person => person.Number).FirstOrDefaultAsync(cancellationToken), cancellationToken);

    /// <exception cref="PersonRejectedException">Says what is wrong with the name or another field.</exception>
    public Task<Person> AddAsync(NewPerson draft, Actor by, CancellationToken cancellationToken) =>
        AddAsync(draft, by, (_, _) => Task.CompletedTask, cancellationToken);

    /// <param name="more">What belongs to the person and is written with him.</param>
    internal async Task<Person> AddAsync(NewPerson draft, Actor by, Func<LedgerContext, Person, Task> more, CancellationToken cancellationToken)
    {
        Refuse(Faults(draft));
        try
        {
            return await store.WriteAsync(ledger => AddAsync(ledger, draft, by, more, cancellationToken), cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Somebody else was faster with the name; any other fault is one of the database.
            if (await FindAsync(draft.Name, cancellationToken) is null)
                throw;
            throw NameTaken(draft);
        }
    }

    /// <summary>Within a transaction that does more. The draft was looked at before.</summary>
    internal async Task<Person> AddAsync(
        LedgerContext ledger, NewPerson draft, Actor by, Func<LedgerContext, Person, Task> more, CancellationToken cancellationToken)
    {
        var key = PersonName.Key(draft.Name);
        if (await ledger.People.AnyAsync(person => person.NameKey == key, cancellationToken))
            throw NameTaken(draft);
        var now = time.GetUtcNow().InMilliseconds();
        var person = new Person
        {
            Id = Guid.CreateVersion7(now),
            Number = await Counters.NextAsync(ledger, PeopleRows.Numbers, cancellationToken),
            Name = PersonName.Kept(draft.Name),
            NameKey = key,
            DisplayName = PersonName.Kept(draft.DisplayName ?? draft.Name),
            Role = draft.Role,
            Clearance = draft.Clearance.Level,
            Desk = PersonName.Kept(draft.Desk),
            Email = MailAddress.Of(draft.Email),
            CreatedAt = now,
        };
        ledger.People.Add(person);
        await ledger.SaveChangesAsync(cancellationToken);
        ledger.ChangeTracker.Clear();
        await more(ledger, person);
        var details = new Dictionary<string, string?> { ["role"] = $"{person.Role}", ["clearance"] = draft.Clearance.Label, ["desk"] = person.Desk };
        await audit.AppendAsync(ledger, new AuditEvent(by, Deed.PersonAdded, person.Name, details), cancellationToken);
        return person;
    }

    /// <summary>Changes what is named. Whoever loses or wins a right signs in anew; so does whoever is kept out.</summary>
    /// <returns>The person as he then stands; null when there is none.</returns>
    /// <exception cref="PersonRejectedException">A value is wrong, or nobody could let people in any more.</exception>
    public async Task<Person?> ChangeAsync(Guid id, PersonChange change, Actor by, CancellationToken cancellationToken)
    {
        Refuse(
        [
            change.Desk is { } desk ? PersonName.ShownFault("desk", desk) : null,
            change.DisplayName is { } shown ? PersonName.ShownFault("displayName", shown) : null,
            change.Email is { Length: > 0 } email ? MailAddress.Fault("email", email) : null,
        ]);
        return await WriteAsync(
            id,
            async (ledger, seen) =>
            {
                var next = change.Of(seen);
                if (change.EndsSessions(seen))
                    await PeopleRows.EndSessionsAsync(ledger, id, cancellationToken);
                foreach (var told in change.Told(seen, by))
                    await audit.AppendAsync(ledger, told, cancellationToken);
                await KeepAnAdministratorAsync(ledger, seen, next, cancellationToken);
                return next;
            },
            cancellationToken);
    }

    /// <summary>Forgets everything but the number, under which the requests stay.</summary>
    /// <exception cref="PersonRejectedException">Nobody could let people in any more.</exception>
    public Task<Person?> DeleteAsync(Guid id, Actor by, CancellationToken cancellationToken) => WriteAsync(
        id,
        async (ledger, seen) =>
        {
            var gone = Forgotten(seen);
            await PeopleRows.EndSessionsAsync(ledger, id, cancellationToken);
            await ledger.Passkeys.Where(row => row.PersonId == id).ExecuteDeleteAsync(cancellationToken);
            await ledger.ApiKeys.Where(row => row.PersonId == id).ExecuteDeleteAsync(cancellationToken);
            await ledger.OneTimeLinks.Where(row => row.PersonId == id).ExecuteDeleteAsync(cancellationToken);
            await ledger.ExternalLogins.Where(row => row.PersonId == id).ExecuteDeleteAsync(cancellationToken);
            await audit.AppendAsync(ledger, new AuditEvent(by, Deed.PersonDeleted, gone.DisplayName), cancellationToken);
            await KeepAnAdministratorAsync(ledger, seen, gone, cancellationToken);
            return gone;
        },
        cancellationToken);

    /// <summary>Sets a password without asking for the one before, and ends all sessions and links.</summary>
    /// <exception cref="PersonRejectedException">The password is too weak.</exception>
    public async Task<Person?> SetPasswordAsync(Guid id, string password, Actor by, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } person)
            return null;
        Refuse([PasswordRules.Fault(password, person.Name, person.DisplayName)]);
        var hash = hasher.HashPassword(person, PasswordRules.Typed(password));
        return await WriteAsync(
            id,
            async (ledger, seen) =>
            {
                await PeopleRows.EndSessionsAsync(ledger, id, cancellationToken);
                await ledger.OneTimeLinks.Where(link => link.PersonId == id).ExecuteDeleteAsync(cancellationToken);
                await audit.AppendAsync(ledger, new AuditEvent(by, Deed.PasswordChanged, seen.Name), cancellationToken);
                return seen with { PasswordHash = hash, Failures = 0, LockedUntil = null };
            },
            cancellationToken);
    }

    /// <summary>Keeps the language somebody wants the pages in. It is a matter of taste, and none for the audit.</summary>
    /// <param name="language">A language tag.</param>
    public Task<Person?> SetLanguageAsync(Guid id, string language, CancellationToken cancellationToken) =>
        WriteAsync(id, (_, seen) => Task.FromResult(seen with { Language = language }), cancellationToken);

    /// <summary>Ends all of somebody's sessions.</summary>
    public Task<Person?> EndSessionsAsync(Guid id, Actor by, CancellationToken cancellationToken) => WriteAsync(
        id,
        async (ledger, seen) =>
        {
            await PeopleRows.EndSessionsAsync(ledger, id, cancellationToken);
            await audit.AppendAsync(ledger, new AuditEvent(by, Deed.SessionsRevoked, seen.Name), cancellationToken);
            return seen;
        },
        cancellationToken);

    /// <summary>One transaction over one person. Two who change him at once are taken one after the other.</summary>
    internal async Task<Person?> WriteAsync(Guid id, Func<LedgerContext, Person, Task<Person>> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await store.WriteAsync(
                    async ledger =>
                    {
                        if (await ledger.People.FirstOrDefaultAsync(person => person.Id == id && person.DeletedAt == null, cancellationToken) is not { } seen)
                            return null;
                        var row = await PeopleRows.ReplaceAsync(ledger, seen, seen, cancellationToken);
                        return await PeopleRows.ReplaceAsync(ledger, row, await change(ledger, row), cancellationToken);
                    },
                    cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody else changed the row meanwhile: it is looked at again.
            }
        }
    }

    /// <summary>After the entry in the audit: from there on nobody else changes people until this is committed, so that two cannot demote each other.</summary>
    private static async Task KeepAnAdministratorAsync(LedgerContext ledger, Person seen, Person next, CancellationToken cancellationToken)
    {
        var stays = next is { Role: Role.Administrator, IsActive: true };
        if (seen is { Role: Role.Administrator, IsActive: true } && !stays
            && !await Administrators(ledger).AnyAsync(other => other.Id != seen.Id, cancellationToken))
            throw new PersonRejectedException(new PersonProblem("role", PersonFault.LastAdministrator));
    }

    private static IQueryable<Person> Administrators(LedgerContext ledger) =>
        ledger.People.Where(person => person.Role == Role.Administrator && !person.IsDisabled && person.DeletedAt == null);

    private Person Forgotten(Person person) => new()
    {
        Id = person.Id,
        Revision = person.Revision,
        Number = person.Number,
        Name = $"person {person.Number}",
        NameKey = $"#{person.Number}",
        DisplayName = $"person {person.Number}",
        Role = Role.Reader,
        Clearance = Marking.Clear.Level,
        Desk = person.Desk,
        IsDisabled = true,
        CreatedAt = person.CreatedAt,
        DeletedAt = time.GetUtcNow().InMilliseconds(),
    };

    private static IEnumerable<PersonProblem?> Faults(NewPerson draft) =>
    [
        PersonName.Fault("name", draft.Name),
        draft.DisplayName is { } shown ? PersonName.ShownFault("displayName", shown) : null,
        PersonName.ShownFault("desk", draft.Desk),
        draft.Email is { } email ? MailAddress.Fault("email", email) : null,
    ];

    private static PersonRejectedException NameTaken(NewPerson draft) =>
        new(new PersonProblem("name", PersonFault.NameTaken, PersonName.Kept(draft.Name)));

    private static void Refuse(IEnumerable<PersonProblem?> faults)
    {
        if (faults.OfType<PersonProblem>().ToList() is { Count: > 0 } found)
            throw new PersonRejectedException(found);
    }
}
