namespace MoroccoCT.Language;

/// <summary>Which form of a word a number takes, by the categories of Unicode's CLDR. Each language has <c>other</c>.</summary>
public static class PluralRules
{
    /// <summary>The categories that a language tells apart; the keys of its texts end in them.</summary>
    public static IReadOnlyList<string> Categories(string language) => language switch
    {
        "ar" => ["zero", "one", "two", "few", "many", "other"],
        _ => ["one", "other"],
    };

    /// <param name="count">Whole and not negative.</param>
    public static string Category(string language, int count) => language switch
    {
        "ar" => Arabic(count),
        "fr" => count <= 1 ? "one" : "other",
        _ => count == 1 ? "one" : "other",
    };

    private static string Arabic(int count) => count switch
    {
        0 => "zero",
        1 => "one",
        2 => "two",
        _ => (count % 100) switch
        {
            >= 3 and <= 10 => "few",
            >= 11 => "many",
            _ => "other",
        },
    };
}
