using Microsoft.EntityFrameworkCore;
using MoroccoCT.Audit;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Storage;

namespace MoroccoCT.Requests;

/// <summary>Holds on requests: what is held is removed neither by age nor by a person, until the hold is lifted.</summary>
public sealed class RequestHolds
{
    /// <summary>Characters of a reason.</summary>
    public const int LongestReason = 200;

    private const string Why = "reason";

    private readonly LedgerStore store;
    private readonly AuditTrail audit;
    private readonly TimeProvider time;

    internal RequestHolds(LedgerStore store, AuditTrail audit, TimeProvider time) => (this.store, this.audit, this.time) = (store, audit, time);

    /// <summary>What keeps a reason from being written down. It is never printed: any character that can be seen will do.</summary>
    public static OrderProblem? Fault(string? reason) => string.IsNullOrWhiteSpace(reason)
        ? new(Why, OrderFault.Blank)
        : PlainLine.Faults(Why, reason.Trim(), LongestReason).FirstOrDefault(problem => !IsVisible(problem));

    private static bool IsVisible(OrderProblem problem) => problem is { Fault: OrderFault.UnprintableCharacter, Arguments: not [_, _, ""] };

    /// <summary>Holds it from now on. Of what is held already the reason becomes this one, and the hold that of whoever gives it.</summary>
    /// <param name="reason">Without a <see cref="Fault"/>.</param>
    /// <returns>False when it is gone.</returns>
    public Task<bool> HoldAsync(BriefingRequest request, string reason, Actor by, CancellationToken cancellationToken)
    {
        var line = ComposedText.Of(reason.Trim());
        DateTimeOffset? now = time.GetUtcNow().InMilliseconds();
        return WriteAsync(request, Deed.Held, line, by, ledger => ledger.Requests, now, by.Id, cancellationToken);
    }

    /// <summary>From now on it may be removed as any other.</summary>
    /// <returns>False when nothing held it.</returns>
    public Task<bool> LiftAsync(BriefingRequest request, Actor by, CancellationToken cancellationToken) => WriteAsync(
        request, Deed.HoldLifted, null, by, ledger => ledger.Requests.Where(row => row.HeldAt != null), null, null, cancellationToken);

    private Task<bool> WriteAsync(
        BriefingRequest request, Deed deed, string? reason, Actor by, Func<LedgerContext, IQueryable<BriefingRequest>> among, DateTimeOffset? at, Guid? byId,
        CancellationToken cancellationToken) => store.WriteAsync(
        async ledger =>
        {
            var changed = await among(ledger).Where(row => row.Id == request.Id).ExecuteUpdateAsync(
                row => row.SetProperty(one => one.HeldAt, at).SetProperty(one => one.HeldById, byId).SetProperty(one => one.HoldReason, reason)
                    .SetProperty(one => one.Revision, one => one.Revision + 1),
                cancellationToken);
            if (changed == 0)
                return false;
            await audit.AppendAsync(ledger, new(by, deed, request.Number, new Dictionary<string, string?> { [Why] = reason }), cancellationToken);
            return true;
        },
        cancellationToken);
}
