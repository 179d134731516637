using Microsoft.EntityFrameworkCore;
using MoroccoCT.Storage;

namespace MoroccoCT.People;

/// <summary>The rows of people and of what lets them in.</summary>
internal static class PeopleRows
{
    /// <summary>Series of the numbers that people are given.</summary>
    public const string Numbers = "people";

    extension(LedgerContext ledger)
    {
        public DbSet<Person> People => ledger.Set<Person>();

        public DbSet<Passkey> Passkeys => ledger.Set<Passkey>();

        public DbSet<Session> Sessions => ledger.Set<Session>();

        public DbSet<ApiKey> ApiKeys => ledger.Set<ApiKey>();

        public DbSet<OneTimeLink> OneTimeLinks => ledger.Set<OneTimeLink>();

        public DbSet<ExternalLogin> ExternalLogins => ledger.Set<ExternalLogin>();
    }

    /// <summary>Writes a person over the one that was seen in the same transaction.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else was faster.</exception>
    public static async Task<Person> ReplaceAsync(LedgerContext ledger, Person seen, Person next, CancellationToken cancellationToken)
    {
        next = next with { Revision = seen.Revision + 1 };
        ledger.Attach(seen with { }).CurrentValues.SetValues(next);
        await ledger.SaveChangesAsync(cancellationToken);
        ledger.ChangeTracker.Clear();
        return next;
    }

    /// <summary>Ends every session of somebody, at once.</summary>
    public static Task<int> EndSessionsAsync(LedgerContext ledger, Guid personId, CancellationToken cancellationToken) =>
        ledger.Sessions.Where(session => session.PersonId == personId).ExecuteDeleteAsync(cancellationToken);
}
