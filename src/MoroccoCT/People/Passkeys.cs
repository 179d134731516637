using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MoroccoCT.Audit;
using MoroccoCT.Storage;

namespace MoroccoCT.People;

/// <summary>The passkeys of people. What browsers send is looked at by Identity; here is kept what came of it.</summary>
public sealed class Passkeys
{
    private readonly LedgerStore store;
    private readonly AuditTrail audit;
    private readonly Accounts accounts;
    private readonly TimeProvider time;

    internal Passkeys(LedgerStore store, AuditTrail audit, Accounts accounts, TimeProvider time) =>
        (this.store, this.audit, this.accounts, this.time) = (store, audit, accounts, time);

    public Task<List<Passkey>> ListAsync(Guid personId, CancellationToken cancellationToken) => store.ReadAsync(
        ledger => ledger.Passkeys.Where(passkey => passkey.PersonId == personId).OrderBy(passkey => passkey.CreatedAt).ToListAsync(cancellationToken),
        cancellationToken);

    /// <exception cref="PersonRejectedException">The name will not do.</exception>
    public async Task AddAsync(Guid personId, UserPasskeyInfo made, string name, Actor by, CancellationToken cancellationToken)
    {
        if (PersonName.ShownFault("passkeyName", name) is { } fault)
            throw new PersonRejectedException(fault);
        await accounts.WriteAsync(
            personId,
            async (ledger, seen) =>
            {
                ledger.Passkeys.Add(Row(personId, made, PersonName.Kept(name), time.GetUtcNow().InMilliseconds()));
                await ledger.SaveChangesAsync(cancellationToken);
                ledger.ChangeTracker.Clear();
                await audit.AppendAsync(ledger, Changed(seen, name, "added", by), cancellationToken);
                return seen;
            },
            cancellationToken);
    }

    /// <summary>After a sign-in: its counter has moved on.</summary>
    internal Task UsedAsync(UserPasskeyInfo used, CancellationToken cancellationToken)
    {
        var id = IdOf(used.CredentialId);
        var (count, now) = ((long)used.SignCount, time.GetUtcNow().InMilliseconds());
        return store.WriteAsync(
            ledger => ledger.Passkeys.Where(passkey => passkey.Id == id).ExecuteUpdateAsync(
                row => row.SetProperty(one => one.SignCount, count).SetProperty(one => one.LastUsedAt, now).SetProperty(one => one.IsBackedUp, used.IsBackedUp),
                cancellationToken),
            cancellationToken);
    }

    public Task RemoveAsync(Guid personId, string passkeyId, Actor by, CancellationToken cancellationToken) => accounts.WriteAsync(
        personId,
        async (ledger, seen) =>
        {
            var theirs = await ledger.Passkeys.Where(row => row.PersonId == personId).ToListAsync(cancellationToken);
            if (theirs.Find(row => row.Id == passkeyId) is { } passkey)
            {
                await ledger.Passkeys.Where(row => row.Id == passkey.Id).ExecuteDeleteAsync(cancellationToken);
                await audit.AppendAsync(ledger, Changed(seen, passkey.Name, "removed", by), cancellationToken);
            }

            return seen;
        },
        cancellationToken);

    internal static string IdOf(byte[] credentialId) => Base64Url.EncodeToString(credentialId);

    internal static UserPasskeyInfo Info(Passkey row) => new(
        Base64Url.DecodeFromChars(row.Id), row.PublicKey, row.CreatedAt, (uint)row.SignCount, row.Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        row.IsUserVerified, row.IsBackupEligible, row.IsBackedUp, row.AttestationObject, row.ClientDataJson)
    { Name = row.Name };

    private static AuditEvent Changed(Person person, string name, string what, Actor by) =>
        new(by, Deed.SecondFactorChanged, person.Name, new Dictionary<string, string?> { ["passkey"] = name, ["change"] = what });

    private static Passkey Row(Guid personId, UserPasskeyInfo made, string name, DateTimeOffset now) => new()
    {
        Id = IdOf(made.CredentialId),
        PersonId = personId,
        Name = name,
        PublicKey = made.PublicKey,
        CreatedAt = now,
        SignCount = made.SignCount,
        Transports = string.Join(' ', made.Transports ?? []),
        IsUserVerified = made.IsUserVerified,
        IsBackupEligible = made.IsBackupEligible,
        IsBackedUp = made.IsBackedUp,
        AttestationObject = made.AttestationObject,
        ClientDataJson = made.ClientDataJson,
    };
}
