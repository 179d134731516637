using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace MoroccoCT.Delivery.Mail;

/// <summary>What a mail says: a heading, paragraphs, and lines that name something.</summary>
/// <param name="Language">Tag of its language.</param>
/// <param name="Direction">As HTML writes it: <c>ltr</c> or <c>rtl</c>.</param>
/// <param name="Marking">Above everything else; null for what has none.</param>
/// <param name="HeadingLanguage">Tag of the language the heading is in.</param>
/// <param name="Facts">Label, value, and the same as one line of plain text; a value that is an address of the service becomes a link.</param>
internal sealed record MailText(
    string Language, string Direction, string? Marking, string Heading, string HeadingLanguage, IReadOnlyList<string> Paragraphs,
    IReadOnlyList<(string Label, string Value, string Line)> Facts, IReadOnlyList<string> Footer)
{
    private static readonly HtmlEncoder encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public string Plain()
    {
        var parts = new[]
        {
            string.Join("\n", new[] { Marking, Heading }.OfType<string>()), string.Join("\n\n", Paragraphs), string.Join("\n", Facts.Select(fact => fact.Line)),
            string.Join("\n", Footer),
        };
        return $"{string.Join("\n\n", parts.Where(part => part.Length > 0))}\n";
    }

    /// <summary>Headings, paragraphs and a table with headers: no pictures, scripts or anything from elsewhere. Every text is data and is encoded.</summary>
    public string Html()
    {
        var html = new StringBuilder();
        html.Append($"<!DOCTYPE html>\n<html lang=\"{E(Language)}\" dir=\"{E(Direction)}\">\n")
            .Append($"<head><meta charset=\"utf-8\"><title>{E(Heading)}</title></head>\n")
            .Append("<body style=\"font-family:sans-serif;font-size:1rem;line-height:1.5;color:#1a1a1a;background:#ffffff;max-width:40rem\">\n");
        if (Marking is not null)
            html.Append($"<p dir=\"ltr\" style=\"text-align:start\"><strong>{E(Marking)}</strong></p>\n");
        html.Append($"<h1 style=\"font-size:1.4rem\" lang=\"{E(HeadingLanguage)}\" dir=\"auto\">{E(Heading)}</h1>\n");
        foreach (var paragraph in Paragraphs)
            html.Append($"<p>{E(paragraph)}</p>\n");
        if (Facts.Count > 0)
            html.Append($"<table style=\"border-collapse:collapse\">\n{string.Concat(Facts.Select(fact => Row(fact.Label, fact.Value)))}</table>\n");
        foreach (var line in Footer)
            html.Append($"<p style=\"font-size:0.9rem;color:#4a4a4a\">{E(line)}</p>\n");
        return html.Append("</body>\n</html>\n").ToString();
    }

    private static string Row(string label, string value) =>
        $"<tr><th scope=\"row\" style=\"text-align:start;padding:0.2rem 1rem 0.2rem 0;vertical-align:top\">{E(label)}</th>"
        + $"<td style=\"padding:0.2rem 0;overflow-wrap:anywhere\" dir=\"auto\">{Value(value)}</td></tr>\n";

    private static string Value(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var link) && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp)
            ? $"<a href=\"{E(link.AbsoluteUri)}\">{E(value)}</a>"
            : E(value);

    private static string E(string text) => encoder.Encode(text);
}
