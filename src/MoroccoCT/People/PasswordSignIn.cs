using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MoroccoCT.Audit;
using MoroccoCT.Storage;

namespace MoroccoCT.People;

/// <summary>
/// Looks at a name and a password. Whoever gets it wrong learns nothing: a name that nobody has, a wrong password and an account that is locked
/// for a while take the same work, write the same, and are answered with the same words.
/// </summary>
public sealed class PasswordSignIn
{
    private readonly LedgerStore store;
    private readonly AuditTrail audit;
    private readonly Accounts accounts;
    private readonly IPasswordHasher<Person> hasher;
    private readonly TimeProvider time;

    /// <summary>What the passwords of people are compared with whom nobody knows.</summary>
    private readonly Lazy<string> nobodysHash;

    internal PasswordSignIn(LedgerStore store, AuditTrail audit, Accounts accounts, IPasswordHasher<Person> hasher, TimeProvider time)
    {
        (this.store, this.audit, this.accounts, this.hasher, this.time) = (store, audit, accounts, hasher, time);
        nobodysHash = new(() => hasher.HashPassword(null!, Token.New()));
    }

    /// <returns>Whose name and password it is; null when it is nobody's.</returns>
    public async Task<Person?> TryAsync(string name, string password, Actor by, CancellationToken cancellationToken)
    {
        var person = await accounts.FindAsync(name, cancellationToken);
        var known = person is { IsActive: true, PasswordHash: not null } ? person : null;
        var isRight = hasher.VerifyHashedPassword(known!, known?.PasswordHash ?? nobodysHash.Value, Bounded(password)) != PasswordVerificationResult.Failed;
        if (known is not null && isRight && !BackOff.IsLocked(known, time.GetUtcNow()))
            return known.HasSecondFactor ? known : await accounts.WriteAsync(known.Id, (_, seen) => Task.FromResult(BackOff.Cleared(seen)), cancellationToken);
        await FailAsync(known, PersonName.Kept(Bounded(name)), by, cancellationToken);
        return null;
    }

    /// <summary>Counts the failure and writes it down.</summary>
    private async Task FailAsync(Person? known, string name, Actor by, CancellationToken cancellationToken)
    {
        if (known is not null)
        {
            await accounts.WriteAsync(
                known.Id, (ledger, seen) => BackOff.FailedAsync(ledger, seen, audit, by, time.GetUtcNow(), cancellationToken), cancellationToken);
            return;
        }

        await store.WriteAsync(
            async ledger =>
            {
                // As much as for a name that somebody has.
                await ledger.People.Where(person => person.Id == Guid.Empty).ExecuteUpdateAsync(
                    row => row.SetProperty(one => one.Failures, 0), cancellationToken);
                await ledger.People.Where(person => person.Id == Guid.Empty).ExecuteUpdateAsync(
                    row => row.SetProperty(one => one.Failures, 0), cancellationToken);
                await audit.AppendAsync(ledger, new AuditEvent(by, Deed.SignInFailed, name), cancellationToken);
                return true;
            },
            cancellationToken);
    }

    /// <summary>A password of a megabyte is wrong anyway, and would keep the hash busy.</summary>
    private static string Bounded(string text) => text.Length <= PasswordRules.Longest ? text : text[..PasswordRules.Longest];
}
