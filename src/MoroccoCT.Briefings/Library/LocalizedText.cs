namespace MoroccoCT.Briefings.Library;

/// <summary>One text in each language of the library.</summary>
public sealed record LocalizedText(IReadOnlyDictionary<string, string> Texts, int Line)
{
    /// <summary>The text in <paramref name="language"/>. A checked library has it in every language it offers.</summary>
    public string In(string language) =>
        Texts.TryGetValue(language, out var text) ? text : throw new KeyNotFoundException($"No text in language '{language}'.");
}
