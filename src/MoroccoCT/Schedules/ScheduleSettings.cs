using System.Text.RegularExpressions;
using Cronos;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Language;

namespace MoroccoCT.Schedules;

/// <summary>
/// Reads the schedules from the settings. Each fault names its setting, such as <c>Schedules:0:Cron</c>, and none stops the search for the
/// next.
/// </summary>
internal static partial class ScheduleSettings
{
    /// <summary>One entry as it is written.</summary>
    private sealed class Entry
    {
        /// <summary>Small letters, digits and hyphens, beginning with a letter; at most 40.</summary>
        public string? Name { get; set; }

        /// <summary>Five fields: minute, hour, day of the month, month, day of the week.</summary>
        public string? Cron { get; set; }

        /// <summary>IANA name of the zone on whose clock the expression is read.</summary>
        public string? TimeZone { get; set; }

        /// <summary>One to four capitals, other than any other schedule's.</summary>
        public string Series { get; set; } = "W";

        public BriefingOrder? Order { get; set; }
    }

    public static (IReadOnlyList<Schedule> Schedules, IReadOnlyList<string> Problems) Read(IConfigurationSection section, ContentLibrary library)
    {
        var problems = new List<string>();
        var schedules = new List<Schedule>();
        foreach (var entry in section.GetChildren())
        {
            if (ReadOne(entry, library, problems) is not { } schedule)
                continue;
            if (schedules.Exists(other => other.Name == schedule.Name))
                problems.Add($"{entry.Path}:Name: '{schedule.Name}' is taken by an earlier schedule. Give each its own name.");
            if (schedules.Exists(other => other.Series == schedule.Series))
                problems.Add($"{entry.Path}:Series: '{schedule.Series}' is taken by an earlier schedule, so both would give the same numbers. "
                    + "Give each its own, such as D.");
            schedules.Add(schedule);
        }

        return (schedules, problems);
    }

    private static Schedule? ReadOne(IConfigurationSection section, ContentLibrary library, List<string> problems)
    {
        var before = problems.Count;
        problems.AddRange(UnknownKeys(section, typeof(Entry)));
        problems.AddRange(UnknownKeys(section.GetSection(nameof(Entry.Order)), typeof(BriefingOrder)));
        Entry entry;
        try
        {
            entry = section.Get<Entry>() ?? new();
        }
        catch (InvalidOperationException unreadable)
        {
            // The binder's message names the setting: Failed to convert configuration value 'A7' at 'Schedules:0:Order:Paper' …
            problems.Add(unreadable.Message);
            return null;
        }

        if (entry.Name is null || !NameForm().IsMatch(entry.Name))
            problems.Add($"{section.Path}:Name: '{entry.Name}' cannot be a name. Use small letters, digits and hyphens, beginning with a letter, at most 40.");
        if (!SeriesForm().IsMatch(entry.Series))
            problems.Add($"{section.Path}:Series: '{entry.Series}' cannot be a series. Use one to four capitals, such as W.");
        var order = CheckOrder(entry.Order, $"{section.Path}:Order", library, problems);
        var clock = ReadClock(entry, section.Path, problems);
        return problems.Count > before ? null : new(entry.Name!, entry.Series, order, clock!);
    }

    private static ScheduleClock? ReadClock(Entry entry, string path, List<string> problems)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(entry.TimeZone ?? "", out var zone) || !zone.HasIanaId)
            problems.Add($"{path}:TimeZone: '{entry.TimeZone}' is no time zone. Write a name of the tz database such as Africa/Casablanca.");
        try
        {
            return new(entry.Cron ?? "", zone ?? TimeZoneInfo.Utc);
        }
        catch (CronFormatException bad)
        {
            problems.Add($"{path}:Cron: '{entry.Cron}' is no cron expression of five fields "
                + $"(minute, hour, day of the month, month, day of the week) that comes due: {bad.Message}");
            return null;
        }
    }

    private static BriefingOrder CheckOrder(BriefingOrder? order, string path, ContentLibrary library, List<string> problems)
    {
        // The binder leaves null what is not there, even where the order itself cannot be without.
        order = order is null ? new() { Sections = [] } : order with { Sections = order.Sections ?? [] };
        problems.AddRange(OrderValidator.Check(order, library).Select(problem => ProblemWords.English.Line(problem, FieldNames.Under(path))));
        if (!Enum.IsDefined(order.Paper))
            problems.Add($"{path}:Paper: '{order.Paper}' is no paper. Valid: a4, letter.");
        if (!Enum.IsDefined(order.Depth))
            problems.Add($"{path}:Depth: '{order.Depth}' is no depth. Valid: summary, short, standard, full.");
        if (!Enum.IsDefined(order.Profile))
            problems.Add($"{path}:Profile: '{order.Profile}' is no profile. Valid: accessible, archive.");
        return order;
    }

    private static IEnumerable<string> UnknownKeys(IConfigurationSection section, Type type)
    {
        var known = type.GetProperties().Select(property => property.Name).ToList();
        return section.GetChildren()
            .Where(child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            .Select(child => $"{child.Path}: this setting is unknown. Valid: {string.Join(", ", known)}.");
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$")]
    private static partial Regex NameForm();

    [GeneratedRegex("^[A-Z]{1,4}$")]
    private static partial Regex SeriesForm();
}
