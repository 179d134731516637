using MoroccoCT.Delivery;
using MoroccoCT.Requests;

namespace MoroccoCT.Certainty;

/// <summary>Who of an edition's recipients has it: those of the schedule first, then those to whom somebody sent it by hand.</summary>
internal static class RecipientReports
{
    /// <summary>Of an edition that is superseded nobody needs to have any more what he has not got.</summary>
    /// <param name="sent">All deliveries of the request, in the order of their rounds.</param>
    public static IReadOnlyList<RecipientReport> Of(BriefingRequest request, IEnumerable<RequestDelivery> sent)
    {
        if (request.State != RequestState.Completed)
            return [];
        var rows = sent.ToList();
        var isWanted = request.SupersededBy is null;
        var wanted = request.DeliverTo.Select(to => Report(request, to, [.. rows.Where(row => IsTo(row, to))], isWanted)).ToList();
        var byHand = rows.Where(row => !request.DeliverTo.Any(to => IsTo(row, to))).GroupBy(row => (row.Channel, row.Address))
            .Select(same => Report(request, same.Last().Recipient, [.. same], isWanted: false));
        return [.. wanted, .. byHand];
    }

    private static RecipientReport Report(BriefingRequest request, Recipient to, IReadOnlyList<RequestDelivery> rows, bool isWanted) =>
        new(request, to, rows.LastOrDefault(), rows.Any(row => row.State == DeliveryState.Accepted), isWanted);

    /// <summary>A person may have another address by now.</summary>
    private static bool IsTo(RequestDelivery row, Recipient to) =>
        to.PersonId is { } person ? row.PersonId == person : (row.Channel, row.Address) == (to.Channel, to.Address);
}
