using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Faults;

namespace MoroccoCT.Web.Errors;

/// <summary>Says in a client's words, not the serializer's, what is wrong with a JSON body.</summary>
internal static class JsonFault
{
    public static Problem Describe(JsonException fault, JsonTypeInfo? body)
    {
        // The reader's own exception inside means that this is no JSON at all, wherever it was noticed.
        var member = fault.InnerException is JsonException || body is null ? null : Member(fault.Path);
        var (field, message) = member is null ? ("body", Syntax(fault)) : (PlainLine.Shown(member), Advice(member, body!, IsHalfCharacter(fault)));
        return new(400, "The JSON body cannot be read", message) { Errors = new Dictionary<string, string[]> { [field] = [message] } };
    }

    /// <summary>The first member of a path such as <c>$.sections[0]</c>; null for the body as a whole.</summary>
    private static string? Member(string? path)
    {
        if (path is null || !path.StartsWith('$') || path.Length < 3)
            return null;
        return path.StartsWith("$['", StringComparison.Ordinal) ? path[3..].Split('\'')[0] : path[2..].Split('.', '[')[0];
    }

    private static string Advice(string member, JsonTypeInfo body, bool halfCharacter)
    {
        var known = body.Properties.FirstOrDefault(property => property.Name.Equals(member, StringComparison.OrdinalIgnoreCase));
        if (known is null)
            return $"Unknown member '{PlainLine.Shown(member)}'. Valid: {string.Join(", ", body.Properties.Select(property => property.Name))}.";
        return halfCharacter
            ? Manner.OfApi.Say(new(known.Name, OrderFault.HalfCharacter))
            : $"'{known.Name}' must be {Kind(known.PropertyType)}, given once.";
    }

    /// <summary>The serializer tells it from a value of another kind by its words alone.</summary>
    private static bool IsHalfCharacter(JsonException fault) =>
        fault.InnerException is InvalidOperationException { Message: var said } && said.Contains("UTF-16", StringComparison.Ordinal);

    private static string Syntax(JsonException fault) =>
        $"The body is not the JSON object it should be, near line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}.";

    private static string Kind(Type type)
    {
        if (type.IsEnum)
            return $"one of: {string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName))}";
        if (type == typeof(bool))
            return "true or false";
        if (type == typeof(string))
            return "a text";
        return type.GetElementType() == typeof(string) ? "a list of texts" : "a list of objects";
    }
}
