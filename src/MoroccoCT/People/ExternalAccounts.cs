using Microsoft.EntityFrameworkCore;
using MoroccoCT.Audit;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Storage;

namespace MoroccoCT.People;

/// <summary>People whom a provider vouches for. It decides at each sign-in what they may do; here they are only kept out.</summary>
public sealed class ExternalAccounts
{
    private readonly LedgerStore store;
    private readonly Accounts accounts;

    internal ExternalAccounts(LedgerStore store, Accounts accounts) => (this.store, this.accounts) = (store, accounts);

    /// <returns>The person; null when he is kept out.</returns>
    /// <exception cref="PersonRejectedException">
    /// Somebody else is here under that name already, or it is none. A local account is never handed over to whoever has its name elsewhere.
    /// </exception>
    public async Task<Person?> OfAsync(ExternalIdentity identity, Actor by, CancellationToken cancellationToken)
    {
        var (issuer, subject) = (identity.Issuer, identity.Subject);
        var known = await store.ReadAsync(
            ledger => ledger.ExternalLogins.Where(login => login.Issuer == issuer && login.Subject == subject)
                .Join(ledger.People, login => login.PersonId, person => person.Id, (_, person) => person).FirstOrDefaultAsync(cancellationToken),
            cancellationToken);
        if (known is null)
            return await AddAsync(identity, by, cancellationToken);
        var change = new PersonChange { Role = identity.Role, Clearance = identity.Clearance, Desk = identity.Desk, DisplayName = identity.DisplayName };
        return known.IsActive ? await accounts.ChangeAsync(known.Id, change, by, cancellationToken) : null;
    }

    private Task<Person> AddAsync(ExternalIdentity identity, Actor by, CancellationToken cancellationToken)
    {
        var draft = new NewPerson(
            identity.Name, identity.Role, identity.Clearance ?? Marking.Clear, identity.Desk ?? NewPerson.FirstDesk, identity.DisplayName,
            MailAddress.Of(identity.Email));
        return accounts.AddAsync(
            draft,
            by,
            async (ledger, person) =>
            {
                ledger.ExternalLogins.Add(new() { Issuer = identity.Issuer, Subject = identity.Subject, PersonId = person.Id });
                await ledger.SaveChangesAsync(cancellationToken);
                ledger.ChangeTracker.Clear();
            },
            cancellationToken);
    }
}
