namespace MoroccoCT.Requests;

/// <summary>The ways a finished briefing leaves the service by itself.</summary>
public enum DeliveryChannel
{
    Mail,
    Webhook,
}

/// <summary>Somebody, or a program, to whom a finished briefing is sent.</summary>
/// <param name="Address">Of mail, as <see cref="People.MailAddress.Of"/> keeps it; of a webhook, its name in the settings.</param>
/// <param name="Name">What a person is called; null where only the address is known.</param>
/// <param name="Language">Tag of the language he is written to in; null takes that of the briefing.</param>
/// <param name="PersonId">Somebody the service knows: his clearance counts, and his address as it is when the briefing is sent.</param>
public sealed record Recipient(DeliveryChannel Channel, string Address, string? Name = null, string? Language = null, Guid? PersonId = null);
