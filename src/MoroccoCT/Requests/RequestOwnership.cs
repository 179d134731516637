using Microsoft.EntityFrameworkCore;
using MoroccoCT.Audit;
using MoroccoCT.People;
using MoroccoCT.Storage;

namespace MoroccoCT.Requests;

/// <summary>Whose requests are whose.</summary>
public sealed class RequestOwnership
{
    private readonly LedgerStore store;
    private readonly Accounts accounts;
    private readonly AuditTrail audit;

    internal RequestOwnership(LedgerStore store, Accounts accounts, AuditTrail audit) => (this.store, this.accounts, this.audit) = (store, accounts, audit);

    /// <summary>What was ordered, and which choices were kept, while nobody signed in belongs to the first administrator, once there is one.</summary>
    /// <returns>How many requests found their owner.</returns>
    public async Task<int> SettleAsync(CancellationToken cancellationToken)
    {
        if (await accounts.FirstAdministratorAsync(cancellationToken) is not { } first)
            return 0;
        return await store.WriteAsync(
            async ledger =>
            {
                await ledger.SavedOrders.Where(saved => saved.PersonId == null).ExecuteUpdateAsync(
                    row => row.SetProperty(saved => saved.PersonId, first.Id).SetProperty(saved => saved.Desk, first.Desk), cancellationToken);
                return await ledger.Requests.Where(request => request.PersonId == null && request.Schedule == null).ExecuteUpdateAsync(
                    row => row.SetProperty(request => request.PersonId, first.Id).SetProperty(request => request.Desk, first.Desk)
                        .SetProperty(request => request.Revision, request => request.Revision + 1),
                    cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Shows a request to other desks, or to its own alone again.</summary>
    public Task ShareAsync(BriefingRequest request, bool isShared, Actor by, CancellationToken cancellationToken) => store.WriteAsync(
        async ledger =>
        {
            await ledger.Requests.Where(row => row.Id == request.Id).ExecuteUpdateAsync(
                row => row.SetProperty(one => one.IsShared, isShared).SetProperty(one => one.Revision, one => one.Revision + 1), cancellationToken);
            var details = new Dictionary<string, string?> { ["with"] = isShared ? "all desks" : "its own desk" };
            await audit.AppendAsync(ledger, new(by, Deed.Shared, request.Number, details), cancellationToken);
            return true;
        },
        cancellationToken);
}
