using MimeKit;
using MoroccoCT.Language;

namespace MoroccoCT.Delivery.Mail;

/// <summary>A mail as it goes over the line: plain text and HTML that say the same, and what marks it as sent by a machine.</summary>
internal static class MailMessage
{
    /// <param name="subject">One line: what came from outside was escaped before it was put into a sentence, whose marks of direction stay.</param>
    /// <param name="id">The part of the message id before the @; the same at each try.</param>
    /// <param name="unsubscribeSubject">Of the mail that asks for no more; null for people of the service.</param>
    /// <param name="attachment">Name and bytes of a PDF; null attaches none.</param>
    public static MimeMessage Compose(
        MailOptions options, string address, string? name, string subject, MailText text, string id, DateTimeOffset date, string? unsubscribeSubject,
        (string FileName, ReadOnlyMemory<byte> Content)? attachment)
    {
        var mail = new MimeMessage
        {
            Subject = subject,
            MessageId = $"{id}@{options.SenderDomain}",
            Date = date,
        };
        mail.From.Add(options.Sender);
        mail.To.Add(new MailboxAddress(name is null ? null : VisibleText.Escape(name), address));
        if (options.ReplyTo is not null)
            mail.ReplyTo.Add(options.AnswerTo);
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        mail.Headers.Add("X-Auto-Response-Suppress", "All");
        if (unsubscribeSubject is not null)
            mail.Headers.Add(HeaderId.ListUnsubscribe, $"<mailto:{options.AnswerTo.Address}?subject={Uri.EscapeDataString(unsubscribeSubject)}>");
        mail.Body = Body(text, attachment);
        return mail;
    }

    private static MimeEntity Body(MailText text, (string FileName, ReadOnlyMemory<byte> Content)? attachment)
    {
        var said = new MultipartAlternative { new TextPart("plain") { Text = text.Plain() }, new TextPart("html") { Text = text.Html() } };
        foreach (var part in said)
            part.Headers.Add(HeaderId.ContentLanguage, text.Language);
        if (attachment is not var (file, content))
            return said;
        var pdf = new MimePart("application", "pdf")
        {
            Content = new MimeContent(new MemoryStream(content.ToArray(), writable: false)),
            ContentDisposition = new(ContentDisposition.Attachment),
            ContentTransferEncoding = ContentEncoding.Base64,
        };
        pdf.FileName = file;
        return new Multipart("mixed") { said, pdf };
    }
}
