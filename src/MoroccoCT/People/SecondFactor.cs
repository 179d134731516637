using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using MoroccoCT.Audit;
using OtpNet;

namespace MoroccoCT.People;

/// <summary>The code of an authenticator app (TOTP, RFC 6238) beside the password, and codes on paper for whoever has lost the app.</summary>
public sealed class SecondFactor
{
    private const int SecretBytes = 20;
    private const int RecoveryCodes = 8;

    /// <summary>In characters; of 32 different ones.</summary>
    private const int RecoveryLength = 12;

    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>A clock may be a step ahead or behind.</summary>
    private static readonly VerificationWindow window = new(previous: 1, future: 1);

    private readonly Accounts accounts;
    private readonly AuditTrail audit;
    private readonly IDataProtector protector;
    private readonly TimeProvider time;

    internal SecondFactor(Accounts accounts, AuditTrail audit, IDataProtectionProvider protection, TimeProvider time) =>
        (this.accounts, this.audit, protector, this.time) = (accounts, audit, protection.CreateProtector("MoroccoCT.People.SecondFactor"), time);

    /// <summary>A secret for an app, in base 32. It counts once a code made of it came back.</summary>
    public static string NewSecret() => Base32Encoding.ToString(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>What the picture for the app says.</summary>
    public static string AppAddress(string issuer, string name, string secret) => new OtpUri(OtpType.Totp, secret, name, issuer).ToString();

    /// <returns>The recovery codes, shown once; null when the code is wrong, or there is an app: who has one takes it away first.</returns>
    public async Task<IReadOnlyList<string>?> EnrolAsync(Guid personId, string secret, string code, Actor by, CancellationToken cancellationToken)
    {
        if (Step(secret, code) is not { } step)
            return null;
        var codes = Enumerable.Range(0, RecoveryCodes).Select(_ => RandomNumberGenerator.GetString(Letters, RecoveryLength)).ToList();
        var hashes = string.Join(' ', codes.Select(Token.Hash));
        var person = await ChangeAsync(
            personId,
            seen => seen.HasSecondFactor ? seen : seen with { TotpSecret = protector.Protect(secret), TotpStep = step, RecoveryCodes = hashes },
            by,
            "on",
            cancellationToken);
        return person?.RecoveryCodes == hashes ? [.. codes.Select(Shown)] : null;
    }

    public Task RemoveAsync(Guid personId, Actor by, CancellationToken cancellationToken) =>
        ChangeAsync(personId, seen => seen with { TotpSecret = null, TotpStep = 0, RecoveryCodes = "" }, by, "off", cancellationToken);

    /// <summary>Takes a code of the app or of the paper, once; a mistake counts like a wrong password.</summary>
    /// <returns>The person; null when the code is wrong or the account locked.</returns>
    public async Task<Person?> TryAsync(Guid personId, string code, Actor by, CancellationToken cancellationToken)
    {
        var isRight = false;
        var person = await accounts.WriteAsync(
            personId,
            async (ledger, seen) =>
            {
                var used = BackOff.IsLocked(seen, time.GetUtcNow()) || !seen.IsActive ? null : Used(seen, code);
                isRight = used is not null;
                return used is null
                    ? await BackOff.FailedAsync(ledger, seen, audit, by, time.GetUtcNow(), cancellationToken)
                    : BackOff.Cleared(used);
            },
            cancellationToken);
        return isRight ? person : null;
    }

    /// <summary>The person after the code was used; null when it is none.</summary>
    private Person? Used(Person person, string code)
    {
        if (person.TotpSecret is null)
            return null;
        if (Step(protector.Unprotect(person.TotpSecret), code) is { } step)
            return step > person.TotpStep ? person with { TotpStep = step } : null;
        var hash = Token.Hash(Plain(code));
        var left = person.RecoveryCodes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return left.Contains(hash, StringComparer.Ordinal) ? person with { RecoveryCodes = string.Join(' ', left.Where(other => other != hash)) } : null;
    }

    private long? Step(string secret, string code) =>
        new Totp(Base32Encoding.ToBytes(secret)).VerifyTotp(time.GetUtcNow().UtcDateTime, Plain(code), out var step, window) ? step : null;

    private Task<Person?> ChangeAsync(
        Guid personId, Func<Person, Person> change, Actor by, string state, CancellationToken cancellationToken) => accounts.WriteAsync(
        personId,
        async (ledger, seen) =>
        {
            var next = change(seen);
            var told = new AuditEvent(by, Deed.SecondFactorChanged, seen.Name, new Dictionary<string, string?> { ["app"] = state });
            if (next != seen)
                await audit.AppendAsync(ledger, told, cancellationToken);
            return next;
        },
        cancellationToken);

    private static string Plain(string code) => string.Concat(code.ToLowerInvariant().Where(char.IsLetterOrDigit).Take(RecoveryLength + 1));

    private static string Shown(string code) => string.Join('-', code.Chunk(4).Select(part => new string(part)));
}
