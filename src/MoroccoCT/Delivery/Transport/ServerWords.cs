using MoroccoCT.Language;

namespace MoroccoCT.Delivery.Transport;

/// <summary>What a server on the other side said, as it is kept and shown: one line of bounded length with nothing in it that cannot be seen.</summary>
internal static class ServerWords
{
    /// <summary>Characters.</summary>
    public const int Longest = 300;

    public static string Of(string? said)
    {
        var line = string.Join(' ', Cut(said ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Cut(VisibleText.Escape(line));
    }

    private static string Cut(string text) =>
        text.Length <= Longest ? text : $"{text[..(char.IsHighSurrogate(text[Longest - 2]) ? Longest - 2 : Longest - 1)]}…";
}
