namespace MoroccoCT.Web.Api;

/// <summary>A parameter that is a list of words: separated by commas, or given several times.</summary>
internal static class ListParameter
{
    public static string[] Read(IEnumerable<string?>? given) =>
        [.. (given ?? []).OfType<string>().SelectMany(words => words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
}
