using MoroccoCT.Delivery;
using MoroccoCT.Requests;

namespace MoroccoCT.Web.Api;

/// <summary>One briefing on its way to one recipient.</summary>
/// <param name="Address">A mail address, or the name of a webhook.</param>
/// <param name="Name">What the recipient is called; null where only the address is known.</param>
/// <param name="Round">0 for the first time; one more each time a person has it sent again.</param>
/// <param name="State">
/// <c>accepted</c>: the other side said that it has it. <c>uncertain</c>: a mail was handed over and no answer came; it is not sent again by itself.
/// </param>
/// <param name="Attempts">Tries that were begun.</param>
/// <param name="NextAt">When it is tried next; null unless it waits.</param>
/// <param name="Answer">What the other side said last, or why it was not sent.</param>
/// <param name="FinishedAt">When the state became final; null before.</param>
public sealed record DeliveryBody(
    Guid Id, DeliveryChannel Channel, string Address, string? Name, int Round, DeliveryState State, int Attempts, DateTimeOffset? NextAt, string? Answer,
    DateTimeOffset CreatedAt, DateTimeOffset? FinishedAt)
{
    internal static DeliveryBody Of(RequestDelivery delivery) => new(
        delivery.Id, delivery.Channel, delivery.Address, delivery.Name, delivery.Round, delivery.State, delivery.Attempts,
        delivery.State == DeliveryState.Queued ? delivery.NextAt : null, delivery.Answer, delivery.CreatedAt, delivery.FinishedAt);
}

/// <param name="Items">Those of one recipient together, in the order in which they were sent.</param>
public sealed record DeliveryListBody(IReadOnlyList<DeliveryBody> Items)
{
    internal static DeliveryListBody Of(IEnumerable<RequestDelivery> deliveries) => new([.. deliveries.Select(DeliveryBody.Of)]);
}
