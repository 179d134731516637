using Microsoft.Extensions.Options;
using MoroccoCT.Delivery.Mail;
using MoroccoCT.Delivery.Transport;
using MoroccoCT.Delivery.Webhooks;
using MoroccoCT.Language;
using MoroccoCT.Requests;

namespace MoroccoCT.Delivery;

/// <summary>
/// A few plain lines for somebody who looks after the service, by the ways that briefings take and under their rules. Sent once, and not kept.
/// </summary>
public sealed class Notices
{
    private readonly Carriers carriers;
    private readonly DeliveryRules rules;
    private readonly DeliveryOptions options;
    private readonly TimeProvider time;

    internal Notices(Carriers carriers, DeliveryRules rules, IOptions<DeliveryOptions> options, TimeProvider time) =>
        (this.carriers, this.rules, this.options, this.time) = (carriers, rules, options.Value, time);

    /// <summary>Says that mail or a webhook works.</summary>
    public Task<SendResult> TestAsync(Recipient to, CancellationToken cancellationToken)
    {
        var words = new DeliveryWords(Texts.Find(to.Language) ?? Texts.English);
        return SendAsync(words.TestSubject, [words.TestLine], to, cancellationToken);
    }

    /// <param name="lines">Paragraphs.</param>
    /// <param name="to">Its language, English where it has none, is that of the lines.</param>
    /// <returns>What the other side said; whoever called decides whether it is tried again.</returns>
    public Task<SendResult> SendAsync(string subject, IReadOnlyList<string> lines, Recipient to, CancellationToken cancellationToken) =>
        SendAsync(subject, lines, to, $"{Guid.CreateVersion7(time.GetUtcNow()):N}.0", cancellationToken);

    /// <param name="id">The same at each try, so that a receiver can drop what it has already.</param>
    internal async Task<SendResult> SendAsync(
        string subject, IReadOnlyList<string> lines, Recipient to, string id, CancellationToken cancellationToken)
    {
        subject = VisibleText.Escape(subject);
        if (rules.OfNotice(to) is { } fault)
            return new(SendOutcome.Refused, DeliveryWords.English.Reason(fault, to.Address, ""));
        var now = time.GetUtcNow();
        if (to.Channel == DeliveryChannel.Webhook)
            return await carriers.CallAsync(to.Address, id, WebhookBody.Of(subject, lines, now), Always, cancellationToken);
        var texts = Texts.Find(to.Language) ?? Texts.English;
        var text = new MailText(texts.Tag, texts.Direction, null, subject, texts.Tag, lines, [], [new DeliveryWords(texts).Footer]);
        return await carriers.MailAsync(
            MailMessage.Compose(options.Mail!, to.Address, to.Name, subject, text, id, now, unsubscribeSubject: null, attachment: null), Always,
            cancellationToken);
    }

    private static Task<bool> Always(CancellationToken cancellationToken) => Task.FromResult(true);
}
