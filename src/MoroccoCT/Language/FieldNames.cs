using System.Text.Json;

namespace MoroccoCT.Language;

/// <summary>What each door calls a field of an order, which is named here as JSON writes it. The form has its own labels.</summary>
public static class FieldNames
{
    /// <summary><c>'preparedFor'</c>, for programs.</summary>
    public static string InJson(string field) => $"'{field}'";

    /// <summary><c>--prepared-for</c>, on the command line.</summary>
    public static string AsOption(string field) => $"--{JsonNamingPolicy.KebabCaseLower.ConvertName(field)}";

    /// <summary><c>Schedules:0:Order:PreparedFor</c>, in the settings.</summary>
    public static Func<string, string> Under(string path) =>
        field => string.Join(':', [path, .. field.Split('.').Select(part => $"{char.ToUpperInvariant(part[0])}{part[1..]}")]);
}
