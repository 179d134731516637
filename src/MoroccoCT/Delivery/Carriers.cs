using Microsoft.Extensions.Options;
using MimeKit;
using MoroccoCT.Delivery.Mail;
using MoroccoCT.Delivery.Transport;
using MoroccoCT.Delivery.Webhooks;
using MoroccoCT.Requests;

namespace MoroccoCT.Delivery;

/// <summary>The ways out of the service, as the settings have them.</summary>
internal sealed class Carriers(IOptions<DeliveryOptions> options, TimeProvider time)
{
    private readonly HouseAuthority authority = new(options.Value.CertificateAuthority);

    /// <param name="handingOver">Called before the other side is told anything; false calls it off.</param>
    public Task<SendResult> SendAsync(
        RequestDelivery delivery, DeliveredDocument document, Func<CancellationToken, Task<bool>> handingOver, CancellationToken cancellationToken) =>
        delivery.Channel == DeliveryChannel.Mail
            ? MailAsync(BriefingMail.Of(options.Value.Mail!, delivery, document), handingOver, cancellationToken)
            : CallAsync(delivery.Address, delivery.MessageId, WebhookBody.Of(document, delivery.CreatedAt), handingOver, cancellationToken);

    public Task<SendResult> MailAsync(MimeMessage mail, Func<CancellationToken, Task<bool>> handingOver, CancellationToken cancellationToken) =>
        new MailTransport(options.Value.Mail!, authority, time).SendAsync(mail, handingOver, cancellationToken);

    /// <param name="name">Of a webhook of the settings.</param>
    public Task<SendResult> CallAsync(
        string name, string id, byte[] body, Func<CancellationToken, Task<bool>> handingOver, CancellationToken cancellationToken) =>
        new WebhookTransport(authority, options.Value.WebhookTimeout, time).SendAsync(options.Value.Webhook(name)!, id, body, handingOver, cancellationToken);
}
