using Microsoft.EntityFrameworkCore;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.People;
using MoroccoCT.Storage;

namespace MoroccoCT.Requests;

/// <summary>Choices kept under a name: one's own, and those that others of the desk share.</summary>
public sealed class SavedOrders
{
    /// <summary>More than anybody finds his way in.</summary>
    private const int Most = 200;

    private readonly LedgerStore store;
    private readonly TimeProvider time;

    internal SavedOrders(LedgerStore store, TimeProvider time) => (this.store, this.time) = (store, time);

    /// <summary>By name.</summary>
    public async Task<IReadOnlyList<SavedOrder>> ListAsync(Viewer viewer, Guid? person, CancellationToken cancellationToken) =>
        [.. (await store.ReadAsync(
                ledger => Of(ledger, viewer, person).OrderByDescending(saved => saved.SavedAt).Take(Most).ToListAsync(cancellationToken), cancellationToken))
            .OrderBy(saved => saved.Name, StringComparer.OrdinalIgnoreCase)];

    public Task<SavedOrder?> FindAsync(Guid id, Viewer viewer, Guid? person, CancellationToken cancellationToken) =>
        store.ReadAsync(ledger => Of(ledger, viewer, person).FirstOrDefaultAsync(saved => saved.Id == id, cancellationToken), cancellationToken);

    /// <summary>Takes the place of what the same person kept under the same name.</summary>
    /// <exception cref="OrderRejectedException">The name cannot be shown.</exception>
    public async Task<SavedOrder> SaveAsync(
        string name, BriefingOrder order, IReadOnlyList<string> alsoIn, bool isShared, Viewer viewer, Guid? person, CancellationToken cancellationToken)
    {
        name = name.Trim();
        var problems = name.Length == 0 ? [new("name", OrderFault.Blank)] : PlainLine.Faults("name", name, SavedOrder.NameLength).ToList();
        if (problems.Count > 0)
            throw new OrderRejectedException(problems);
        var now = time.GetUtcNow().InMilliseconds();
        var saved = new SavedOrder
        {
            Id = Guid.CreateVersion7(now),
            Name = name,
            PersonId = person,
            Desk = viewer.Desk ?? NewPerson.FirstDesk,
            IsShared = isShared,
            Order = order,
            AlsoIn = string.Join(' ', alsoIn),
            SavedAt = now,
        };
        return await store.WriteAsync(
            async ledger =>
            {
                await ledger.SavedOrders.Where(one => one.PersonId == person && one.Name == name).ExecuteDeleteAsync(cancellationToken);
                ledger.Add(saved);
                await ledger.SaveChangesAsync(cancellationToken);
                return saved;
            },
            cancellationToken);
    }

    /// <summary>One's own alone: what others share is theirs.</summary>
    /// <returns>Whether there was one.</returns>
    public Task<bool> DeleteAsync(Guid id, Guid? person, CancellationToken cancellationToken) => store.WriteAsync(
        async ledger => await ledger.SavedOrders.Where(saved => saved.Id == id && saved.PersonId == person).ExecuteDeleteAsync(cancellationToken) > 0,
        cancellationToken);

    private static IQueryable<SavedOrder> Of(LedgerContext ledger, Viewer viewer, Guid? person) => ledger.SavedOrders
        .Where(saved => saved.PersonId == person || (saved.IsShared && (viewer.Desk == null || saved.Desk == viewer.Desk)));
}
