using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MoroccoCT.Storage;

namespace MoroccoCT.People;

/// <summary>
/// People as Identity's passkey handler looks at them. It only looks: each change of a person is a transaction of <see cref="Accounts"/>, together
/// with its entry in the audit, and what Identity would write by itself would have none.
/// </summary>
internal sealed class PersonStore(LedgerStore store) : IUserPasskeyStore<Person>
{
    public Task<string> GetUserIdAsync(Person user, CancellationToken cancellationToken) => Task.FromResult($"{user.Id}");

    public Task<string?> GetUserNameAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    public Task<string?> GetNormalizedUserNameAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NameKey);

    public Task<Person?> FindByIdAsync(string userId, CancellationToken cancellationToken) => Guid.TryParse(userId, out var id)
        ? FindAsync(ledger => ledger.People.Where(person => person.Id == id), cancellationToken)
        : Task.FromResult<Person?>(null);

    public Task<Person?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        FindAsync(ledger => ledger.People.Where(person => person.NameKey == normalizedUserName), cancellationToken);

    public Task<Person?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = Passkeys.IdOf(credentialId);
        return FindAsync(
            ledger => ledger.Passkeys.Where(passkey => passkey.Id == id)
                .Join(ledger.People, passkey => passkey.PersonId, person => person.Id, (_, person) => person),
            cancellationToken);
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Person user, CancellationToken cancellationToken)
    {
        var rows = await store.ReadAsync(
            ledger => ledger.Passkeys.Where(passkey => passkey.PersonId == user.Id).ToListAsync(cancellationToken), cancellationToken);
        return [.. rows.Select(Passkeys.Info)];
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Person user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = Passkeys.IdOf(credentialId);
        var row = await store.ReadAsync(
            ledger => ledger.Passkeys.FirstOrDefaultAsync(passkey => passkey.Id == id && passkey.PersonId == user.Id, cancellationToken), cancellationToken);
        return row is null ? null : Passkeys.Info(row);
    }

    public Task SetUserNameAsync(Person user, string? userName, CancellationToken cancellationToken) => throw LooksOnly();

    public Task SetNormalizedUserNameAsync(Person user, string? normalizedName, CancellationToken cancellationToken) => throw LooksOnly();

    public Task<IdentityResult> CreateAsync(Person user, CancellationToken cancellationToken) => throw LooksOnly();

    public Task<IdentityResult> UpdateAsync(Person user, CancellationToken cancellationToken) => throw LooksOnly();

    public Task<IdentityResult> DeleteAsync(Person user, CancellationToken cancellationToken) => throw LooksOnly();

    public Task AddOrUpdatePasskeyAsync(Person user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw LooksOnly();

    public Task RemovePasskeyAsync(Person user, byte[] credentialId, CancellationToken cancellationToken) => throw LooksOnly();

    public void Dispose()
    {
        // It holds nothing.
    }

    private Task<Person?> FindAsync(Func<LedgerContext, IQueryable<Person>> rows, CancellationToken cancellationToken) =>
        store.ReadAsync(
            ledger => rows(ledger).FirstOrDefaultAsync(person => !person.IsDisabled && person.DeletedAt == null, cancellationToken), cancellationToken);

    private static NotSupportedException LooksOnly() => new("People are changed by Accounts and Passkeys, each time with an entry in the audit.");
}
