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
    private readonly string nobodysHash;

    internal PasswordSignIn(LedgerStore store, AuditTrail audit, Accounts accounts, IPasswordHasher<Person> hasher, TimeProvider time)
    {
        (this.store, this.audit, this.accounts, this.hasher, this.time) = (store, audit, accounts, hasher, time);
        nobodysHash = hasher.HashPassword(null!, Token.New());
    }

    /// <returns>Whose name and password it is; null when it is nobody's.</returns>
    public async Task<Person?> TryAsync(string name, string password, Actor by, CancellationToken cancellationToken)
    {
        var person = await accounts.FindAsync(name, cancellationToken);
        var known = person is { IsActive: true, PasswordHash: not null } ? person : null;
        var typed = PasswordRules.Typed(Bounded(password));
        var isRight = hasher.VerifyHashedPassword(known!, known?.PasswordHash ?? nobodysHash, typed) != PasswordVerificationResult.Failed;
        if (known is not null)
            return await EnterAsync(known, isRight, by, cancellationToken);
        await FailAsync(PersonName.Kept(Bounded(name)), by, cancellationToken);
        return null;
    }

    /// <summary>Lets in or counts the failure. While the password was looked at, others may have locked the account or changed the password.</summary>
    private async Task<Person?> EnterAsync(Person known, bool isRight, Actor by, CancellationToken cancellationToken)
    {
        var isIn = false;
        var person = await accounts.WriteAsync(
            known.Id,
            async (ledger, seen) =>
            {
                isIn = isRight && seen.IsActive && seen.PasswordHash == known.PasswordHash && !BackOff.IsLocked(seen, time.GetUtcNow());
                if (!isIn)
                    return await BackOff.FailedAsync(ledger, seen, audit, by, time.GetUtcNow(), cancellationToken);

                // Mistakes with the code count until the code is right.
                return seen.HasSecondFactor ? seen : BackOff.Cleared(seen);
            },
            cancellationToken);
        return isIn ? person : null;
    }

    /// <summary>Writes as much as for a name that somebody has.</summary>
    private Task FailAsync(string name, Actor by, CancellationToken cancellationToken) => store.WriteAsync(
        async ledger =>
        {
            await ledger.People.Where(person => person.Id == Guid.Empty).ExecuteUpdateAsync(row => row.SetProperty(one => one.Failures, 0), cancellationToken);
            await ledger.People.Where(person => person.Id == Guid.Empty).ExecuteUpdateAsync(row => row.SetProperty(one => one.Failures, 0), cancellationToken);
            await audit.AppendAsync(ledger, new AuditEvent(by, Deed.SignInFailed, name), cancellationToken);
            return true;
        },
        cancellationToken);

    /// <summary>A password of a megabyte is wrong anyway, and would keep the hash busy. Half a character is none.</summary>
    private static string Bounded(string text) => string.Concat(text.EnumerateRunes().Take(PasswordRules.Longest));
}
