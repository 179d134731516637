using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using MoroccoCT.Language;

namespace MoroccoCT.Audit;

/// <summary>Texts from outside as the audit keeps them: of bounded length, on one line, and with nothing in them that cannot be seen.</summary>
internal static class AuditText
{
    /// <summary>In characters, of a name or subject.</summary>
    private const int Longest = 200;

    /// <summary>In characters, of one detail.</summary>
    private const int LongestDetail = 500;

    private static readonly JsonWriterOptions plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string? Of(string? text) => text is null ? null : Of(text, Longest);

    /// <summary>A JSON object with its names in order, so that equal details are written alike.</summary>
    public static string Of(IReadOnlyDictionary<string, string?>? details)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, plain))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in (details ?? new Dictionary<string, string?>()).OrderBy(detail => detail.Key, StringComparer.Ordinal))
            {
                if (value is not null)
                    writer.WriteString(Of(name, Longest), Of(value, LongestDetail));
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(json.GetBuffer().AsSpan(0, (int)json.Length));
    }

    /// <summary>Cut before it is written out, or a long text would be turned into one six times as long first.</summary>
    private static string Of(string text, int longest)
    {
        var visible = VisibleText.Escape(Cut(text, longest));
        return text.Length <= longest && visible.Length <= longest ? visible : $"{Cut(visible, longest - 1)}…";
    }

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        return text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
    }
}
