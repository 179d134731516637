using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MoroccoCT.Audit;
using MoroccoCT.Requests;
using MoroccoCT.Web.Endpoints;
using MoroccoCT.Web.Language;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Api;

/// <summary>Which requests a client wants to see, as it says it in the address.</summary>
internal sealed record RequestFilterQuery
{
    private const string StateName = "state";
    private const string ByName = "by";
    private const string FromName = "from";
    private const string ToName = "to";

    private const int FirstYear = 1970;
    private const int LastYear = 9998;

    private static readonly Dictionary<string, RequestState> states =
        Enum.GetValues<RequestState>().ToDictionary(state => $"{state}".ToLowerInvariant(), StringComparer.OrdinalIgnoreCase);

    private static readonly string[] doors = [Doors.Form, Doors.Api, Doors.Schedule, Doors.CommandLine];

    [FromQuery(Name = StateName), ReadAs(typeof(RequestState))]
    [Description("Only requests in one of these states, separated by commas or given several times.")]
    public string[]? State { get; init; }

    [FromQuery(Name = "q"), Description("Only requests with these words in number, reference, title, addressee or the id of a topic.")]
    public string? Q { get; init; }

    [FromQuery(Name = ByName)]
    [Description("Only requests that came in by this door – `form`, `api`, `schedule` or `command line` – or by the person of this name; `me` for one's own.")]
    public string? By { get; init; }

    [FromQuery(Name = FromName), ReadAs(typeof(DateOnly)), Description("Only requests of this day or later, in the desk's time zone.")]
    public string? From { get; init; }

    [FromQuery(Name = ToName), ReadAs(typeof(DateOnly)), Description("Only requests of this day or earlier, in the desk's time zone.")]
    public string? To { get; init; }

    /// <param name="problems">What is wrong with which parameter; the filter is of use only without any.</param>
    public async Task<RequestFilter> ReadAsync(
        DeskTime desk, PersonNames people, IDictionary<string, string> problems, CancellationToken cancellationToken)
    {
        var words = (State ?? []).SelectMany(given => given.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        if (words.Exists(word => !states.ContainsKey(word)))
            problems[StateName] = $"Unknown state. Valid: {string.Join(", ", states.Keys)}.";
        var door = doors.Contains(By) ? By : null;
        if (door is null && !string.IsNullOrEmpty(By) && !people.AreThere)
            problems[ByName] = $"Unknown door. Valid: {string.Join(", ", doors)}.";
        var (from, to) = (Day(FromName, From, problems), Day(ToName, To, problems));
        if (from > to)
            problems[FromName] = $"'{FromName}' is later than '{ToName}'.";
        return new()
        {
            States = [.. words.Where(states.ContainsKey).Select(word => states[word]).Distinct()],
            Text = Q,
            Door = door,
            PersonId = door is null && !string.IsNullOrEmpty(By) ? await people.IdOfAsync(By, cancellationToken) : null,
            From = from is { } first ? desk.StartOf(first) : null,
            Before = to is { } last ? desk.StartOf(last.AddDays(1)) : null,
        };
    }

    private static DateOnly? Day(string name, string? given, IDictionary<string, string> problems)
    {
        if (string.IsNullOrEmpty(given))
            return null;
        if (DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= FirstYear and <= LastYear)
            return day;
        problems[name] = $"'{name}' must be a day such as 2026-11-28.";
        return null;
    }
}
