using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MoroccoCT.Web.Errors;

/// <summary>Says in a client's words, not the serializer's, what is wrong with a JSON body.</summary>
internal static class JsonFault
{
    public static Problem Describe(JsonException fault, JsonTypeInfo? body)
    {
        var member = Member(fault.Path);
        var (field, message) = body is null || member is null ? ("body", Syntax(fault)) : (member, Advice(member, body, fault));
        return new(400, "The JSON body cannot be read", message) { Errors = new Dictionary<string, string[]> { [field] = [message] } };
    }

    /// <summary>The first member of a path such as <c>$.sections[0]</c>; null for the body as a whole.</summary>
    private static string? Member(string? path)
    {
        if (path is null || !path.StartsWith('$') || path.Length < 3)
            return null;
        return path.StartsWith("$['", StringComparison.Ordinal) ? path[3..].Split('\'')[0] : path[2..].Split('.', '[')[0];
    }

    private static string Advice(string member, JsonTypeInfo body, JsonException fault)
    {
        var known = body.Properties.FirstOrDefault(property => property.Name.Equals(member, StringComparison.OrdinalIgnoreCase));
        if (known is null)
            return $"Unknown member '{member}'. Valid: {string.Join(", ", body.Properties.Select(property => property.Name))}.";
        return fault.InnerException is JsonException ? Syntax(fault) : $"'{known.Name}' must be {Kind(known.PropertyType)}.";
    }

    private static string Syntax(JsonException fault) =>
        $"The body is not the JSON object it should be, near line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}.";

    private static string Kind(Type type)
    {
        if (type.IsEnum)
            return $"one of: {string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName))}";
        if (type == typeof(bool))
            return "true or false";
        return type == typeof(string) ? "a text" : "a list of texts";
    }
}
