using MimeKit;
using MoroccoCT.Delivery.Mail;
using MoroccoCT.Delivery.Transport;
using MoroccoCT.Language;

namespace MoroccoCT.Delivery;

/// <summary>The mail with which a finished briefing goes to one recipient.</summary>
internal static class BriefingMail
{
    public static MimeMessage Of(MailOptions options, RequestDelivery delivery, DeliveredDocument document)
    {
        var texts = Texts.Find(delivery.Language) ?? Texts.English;
        var words = new DeliveryWords(texts);
        var isAttached = document.Content.Length <= options.AttachUpTo;
        var isExternal = delivery.PersonId is null;
        string[] footer = isExternal ? [words.Footer, words.Unsubscribe(options.AnswerTo.Address)] : [words.Footer];
        var text = new MailText(
            texts.Tag, texts.Direction, document.Marking, document.Title, document.Language, [isAttached ? words.IsAttached : words.IsLinked],
            [.. Facts(texts, words, document).Select(fact => (fact.Label, fact.Value, words.Line(fact.Label, fact.Value)))], footer);
        var subject = words.Subject(document.Marking, document.Number, VisibleText.Escape(document.Title));
        return MailMessage.Compose(
            options, delivery.Address, delivery.Name, subject, text, delivery.MessageId, delivery.CreatedAt,
            isExternal ? DeliveryWords.English.UnsubscribeSubject : null, isAttached ? (document.FileName, document.Content) : null);
    }

    private static IEnumerable<(string Label, string Value)> Facts(Texts texts, DeliveryWords words, DeliveredDocument document)
    {
        var calendar = new CalendarWords(texts);
        yield return (words.Number, document.Number);
        yield return (words.Marking, document.Marking);
        yield return (words.Issued, calendar.Day(document.Issued));
        if (document.Period is { } period)
            yield return (words.Covers, $"{calendar.Day(period.From)} – {calendar.Day(period.To)}");
        yield return (words.BriefingLanguage, Texts.Find(document.Language)?["Site.LanguageName"] ?? document.Language);
        yield return (words.Length, texts.Count("Unit.Pages", document.Pages));
        yield return (words.Hash, document.Sha256);
        yield return (words.Page, document.Link.AbsoluteUri);
    }
}
