using MoroccoCT.Audit;
using MoroccoCT.Storage;

namespace MoroccoCT.People;

/// <summary>Wrong passwords and codes in a row lock an account for a while, each time for twice as long.</summary>
internal static class BackOff
{
    /// <summary>So many mistakes are free.</summary>
    public const int Free = 5;

    public static readonly TimeSpan First = TimeSpan.FromSeconds(30);

    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public static bool IsLocked(Person person, DateTimeOffset now) => person.LockedUntil > now;

    public static Person Cleared(Person person) => person with { Failures = 0, LockedUntil = null };

    /// <summary>The person after one more mistake. While the account is locked none counts: otherwise anybody could keep its owner out for ever.</summary>
    public static async Task<Person> FailedAsync(
        LedgerContext ledger, Person person, AuditTrail audit, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await audit.AppendAsync(ledger, new AuditEvent(by, Deed.SignInFailed, person.Name), cancellationToken);
        if (IsLocked(person, now))
            return person;
        var failures = person.Failures + 1;
        if (failures < Free)
            return person with { Failures = failures };
        var pause = Pause(failures);
        var told = new AuditEvent(by, Deed.LockedOut, person.Name, new Dictionary<string, string?> { ["seconds"] = $"{pause.TotalSeconds:0}" });
        await audit.AppendAsync(ledger, told, cancellationToken);
        return person with { Failures = failures, LockedUntil = now + pause };
    }

    private static TimeSpan Pause(int failures) => TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, First.TotalSeconds * Math.Pow(2, failures - Free)));
}
