namespace MoroccoCT.Web.Api;

/// <summary>Ids in an address: separated by commas, or the parameter given several times.</summary>
internal static class IdList
{
    public static string[] Of(string[]? given) =>
        [.. (given ?? []).SelectMany(ids => ids.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
}
