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
public sealed record RequestFilterQuery
{
    internal const string StateName = "state";
    internal const string TextName = "q";
    internal const string LanguageName = "language";
    internal const string EditionName = "edition";
    internal const string ByName = "by";
    internal const string HeldName = "held";
    internal const string FromName = "from";
    internal const string ToName = "to";

    private const int FirstYear = 1970;
    private const int LastYear = 9998;

    private static readonly Dictionary<string, RequestState> states =
        Enum.GetValues<RequestState>().ToDictionary(state => $"{state}".ToLowerInvariant(), StringComparer.OrdinalIgnoreCase);

    private static readonly string[] doors = [Doors.Form, Doors.Api, Doors.Schedule, Doors.CommandLine];

    [FromQuery(Name = StateName), ReadAs(typeof(RequestState))]
    [Description("Only requests in one of these states, separated by commas or given several times.")]
    public string[]? State { get; init; }

    [FromQuery(Name = TextName), Description("Only requests with these words in number, reference, title, addressee or the id or title of a topic.")]
    public string? Q { get; init; }

    [FromQuery(Name = LanguageName), Description("Only briefings in this language of the library.")]
    public string? Language { get; init; }

    [FromQuery(Name = EditionName), ReadAs(typeof(bool)), Description("`true` for editions of schedules alone, `false` for everything else.")]
    public string? Edition { get; init; }

    [FromQuery(Name = ByName)]
    [Description("Only requests that came in by this door – `form`, `api`, `schedule` or `command line` – or by the person of this name; `me` for one's own.")]
    public string? By { get; init; }

    [FromQuery(Name = HeldName), ReadAs(typeof(bool))]
    [Description("`true` for requests alone that are held and must not be removed, `false` for everything else.")]
    public string? Held { get; init; }

    [FromQuery(Name = FromName), ReadAs(typeof(DateOnly)), Description("Only requests of this day or later, in the desk's time zone.")]
    public string? From { get; init; }

    [FromQuery(Name = ToName), ReadAs(typeof(DateOnly)), Description("Only requests of this day or earlier, in the desk's time zone.")]
    public string? To { get; init; }

    /// <param name="problems">What is wrong with which parameter; the filter is of use only without any.</param>
    /// <param name="languages">Those of the library.</param>
    public async Task<RequestFilter> ReadAsync(
        DeskTime desk, PersonNames people, IReadOnlyList<string> languages, IDictionary<string, string> problems, CancellationToken cancellationToken)
    {
        var words = ListParameter.Read(State);
        if (words.Any(word => !states.ContainsKey(word)))
            problems[StateName] = $"Unknown state. Valid: {string.Join(", ", states.Keys)}.";
        if (!string.IsNullOrEmpty(Language) && !languages.Contains(Language))
            problems[LanguageName] = $"Unknown language. Valid: {string.Join(", ", languages)}.";
        if (!string.IsNullOrEmpty(Edition) && !bool.TryParse(Edition, out _))
            problems[EditionName] = $"'{EditionName}' must be true or false.";
        if (!string.IsNullOrEmpty(Held) && !bool.TryParse(Held, out _))
            problems[HeldName] = $"'{HeldName}' must be true or false.";
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
            Language = Language,
            IsEdition = bool.TryParse(Edition, out var isEdition) ? isEdition : null,
            Door = door,
            PersonId = door is null && !string.IsNullOrEmpty(By) ? await people.IdOfAsync(By, cancellationToken) : null,
            IsHeld = bool.TryParse(Held, out var isHeld) ? isHeld : null,
            From = from is { } first ? desk.StartOf(first) : null,
            Before = to is { } last ? desk.StartOf(last.AddDays(1)) : null,
        };
    }

    /// <summary>What is asked for at all, name by name, as it stands in an address.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Given()
    {
        (string Name, string? Value)[] all =
        [
            (TextName, Q), .. (State ?? []).Select(state => (StateName, (string?)state)), (LanguageName, Language), (EditionName, Edition), (ByName, By),
            (HeldName, Held), (FromName, From), (ToName, To),
        ];
        return all.Where(part => !string.IsNullOrWhiteSpace(part.Value)).Select(part => KeyValuePair.Create(part.Name, part.Value!));
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
