using Microsoft.Extensions.Primitives;

namespace MoroccoCT.Web.Api;

/// <summary>The header by which a client sends an order again without ordering twice.</summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    public const int Length = 200;

    public const string Meaning = "Any text that is new for each order, such as a UUID. Sending the order again with it gives the first request.";

    /// <summary>What is wrong with it; null when it may be used, or is not there.</summary>
    public static string? Fault(StringValues given)
    {
        if (given.Count > 1)
            return $"The header {Header} is given {given.Count} times. Give it once.";
        var key = given.ToString();
        if (key.Length > Length)
            return $"The header {Header} has {key.Length} characters; {Length} are allowed.";
        return key.All(c => c is >= ' ' and <= '~')
            ? null
            : $"The header {Header} holds a character that is not printable ASCII. Use letters, digits and hyphens, such as a UUID.";
    }
}
