using System.Text;

namespace MoroccoCT.Rendering;

/// <summary>The words that a page's content gives for signs that stand for something else elsewhere in the file.</summary>
internal static class SpelledText
{
    /// <param name="properties">Of a marked part, as the engine writes them: plain letters, or hexadecimal UTF-16.</param>
    /// <returns>Null where the signs speak for themselves.</returns>
    public static string? Of(ReadOnlySpan<byte> properties)
    {
        var key = properties.IndexOf("/ActualText"u8);
        if (key < 0)
            return null;
        var value = properties[(key + "/ActualText"u8.Length)..];
        var start = value.IndexOfAny("(<"u8);
        var text = value[(start + 1)..];
        text = text[..text.IndexOf((byte)(value[start] == '(' ? ')' : '>'))];
        return value[start] == '(' ? Encoding.ASCII.GetString(text) : Encoding.BigEndianUnicode.GetString(Convert.FromHexString(text));
    }
}
