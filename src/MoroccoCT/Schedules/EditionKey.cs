using System.Globalization;
using System.Text.RegularExpressions;

namespace MoroccoCT.Schedules;

/// <summary>The key of an edition in the ledger: schedule and time in UTC. From the second of its languages on, its place stands behind it.</summary>
internal static partial class EditionKey
{
    private const string MomentForm = "yyyy-MM-dd'T'HH:mm'Z'";

    public static string Of(string schedule, DateTimeOffset due) => $"schedule:{schedule}:{Moment(due)}";

    /// <summary>That of the first language.</summary>
    public static string Of(string key) => Form().Match(key) is { Success: true } match ? match.Groups["edition"].Value : key;

    /// <summary>When the edition was due; null for a key of something else.</summary>
    public static DateTimeOffset? Due(string? key) => Form().Match(key ?? "") is { Success: true } match
        && DateTimeOffset.TryParseExact(match.Groups["due"].Value, MomentForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var due)
        ? due
        : null;

    /// <summary>The same in every zone.</summary>
    public static string Moment(DateTimeOffset due) => due.UtcDateTime.ToString(MomentForm, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<edition>schedule:[^:]+:(?<due>[0-9-]{10}T[0-9]{2}:[0-9]{2}Z))(:[0-9]+)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
