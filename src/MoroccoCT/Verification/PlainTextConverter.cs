using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MoroccoCT.Verification;

/// <summary>
/// Makes every text of a foreign file one plain line of bounded length, fit for a page, a terminal and a log: whatever moves the cursor, breaks the line or
/// turns the reading direction becomes a replacement character.
/// </summary>
internal sealed class PlainTextConverter : JsonConverter<string>
{
    /// <summary>In characters. No text of a manifest of ours is as long.</summary>
    public const int Longest = 300;

    private const char Cut = '…';

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Plain(reader.GetString()!);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Plain(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);

    internal static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (plain.Length >= Longest)
                return plain.Append(Cut).ToString();
            plain.Append((IsPlain(rune) ? rune : Rune.ReplacementChar).ToString());
        }

        return plain.ToString();
    }

    private static bool IsPlain(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned => false,
        // Soft hyphen, joiners and the marks that give a direction without forcing it belong to good text.
        UnicodeCategory.Format => rune.Value is 0x00AD or 0x061C or (>= 0x200C and <= 0x200F),
        _ => true,
    };
}
