namespace MoroccoCT.Web.Api;

/// <summary>A parameter that is one of a few words.</summary>
internal static class EnumParameter
{
    /// <param name="problems">Takes what is wrong with it.</param>
    /// <returns>The fallback where nothing, or nothing known, is given.</returns>
    public static T Read<T>(string name, string? given, T fallback, IDictionary<string, string> problems)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(given))
            return fallback;
        var words = Enum.GetValues<T>().ToDictionary(value => $"{value}".ToLowerInvariant(), StringComparer.OrdinalIgnoreCase);
        if (words.TryGetValue(given, out var value))
            return value;
        problems[name] = $"Unknown {name}. Valid: {string.Join(", ", words.Keys)}.";
        return fallback;
    }
}
