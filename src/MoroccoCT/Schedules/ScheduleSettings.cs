using MoroccoCT.Briefings.Editions;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Language;
using MoroccoCT.People;

namespace MoroccoCT.Schedules;

/// <summary>
/// Reads the schedules from the settings. Each fault names its setting, such as <c>Schedules:0:Cron</c>, and none stops the search for the
/// next.
/// </summary>
internal static class ScheduleSettings
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

        /// <summary>More languages of the same edition.</summary>
        public string[]? AlsoIn { get; set; }

        /// <summary>What becomes of an edition that fell due while nothing ran.</summary>
        public Misfire Misfire { get; set; } = Misfire.Once;

        /// <summary>How much of the standing sections follows the news.</summary>
        public Standing Standing { get; set; } = Standing.Summary;

        /// <summary>Minutes before its time at which an edition is made, to be released by a person; none where none has to be.</summary>
        public int? ReleaseAhead { get; set; }

        /// <summary>Who is told when something goes wrong; null takes those who run the service.</summary>
        public Keeper? Keeper { get; set; }

        /// <summary>The binder leaves null what is not there, even where the order itself cannot be without.</summary>
        public ScheduleDefinition ToDefinition() => new()
        {
            Order = Order is null ? new() { Sections = [] } : Order with { Sections = Order.Sections ?? [] },
            AlsoIn = AlsoIn ?? [],
            Cron = Cron ?? "",
            TimeZone = TimeZone ?? "",
            Series = Series,
            Misfire = Misfire,
            Standing = Standing,
            ReleaseAhead = ReleaseAhead,
            Keeper = Keeper is null ? Keeper.OfHouse : Keeper.Of(Keeper.Desk, Keeper.Role, Keeper.Mail, Keeper.Webhook),
        };
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
            if (schedules.Exists(other => other.Definition.Series == schedule.Definition.Series))
                problems.Add($"{entry.Path}:Series: '{schedule.Definition.Series}' is taken by an earlier schedule, so both would give the same numbers. "
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
        problems.AddRange(UnknownKeys(section.GetSection(nameof(Entry.Keeper)), typeof(Keeper)));
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

        var definition = entry.ToDefinition();
        var named = FieldNames.Under(section.Path);
        problems.AddRange(ScheduleCheck.OfName(entry.Name).Concat(ScheduleCheck.Of(definition, library))
            .Select(problem => ScheduleProblemWords.English.Line(problem, named)));
        problems.AddRange(OutOfRange(definition, section.Path));
        return problems.Count > before ? null : new(entry.Name!, definition);
    }

    /// <summary>The binder takes any number for a word.</summary>
    private static IEnumerable<string> OutOfRange(ScheduleDefinition definition, string path)
    {
        var order = definition.Order;
        if (!Enum.IsDefined(order.Paper))
            yield return $"{path}:Order:Paper: '{order.Paper}' is no paper. Valid: a4, letter.";
        if (!Enum.IsDefined(order.Depth))
            yield return $"{path}:Order:Depth: '{order.Depth}' is no depth. Valid: summary, short, standard, full.";
        if (!Enum.IsDefined(order.Profile))
            yield return $"{path}:Order:Profile: '{order.Profile}' is no profile. Valid: accessible, archive.";
        if (!Enum.IsDefined(definition.Standing))
            yield return $"{path}:Standing: '{definition.Standing}' is no choice. Valid: summary, full, link.";
        if (!Enum.IsDefined(definition.Misfire))
            yield return $"{path}:Misfire: '{definition.Misfire}' is no policy. Valid: once, skip.";
        if (!Enum.IsDefined(definition.Keeper.Role))
            yield return $"{path}:Keeper:Role: '{definition.Keeper.Role}' is no role. Valid: {string.Join(", ", RoleNames.All)}.";
    }

    private static IEnumerable<string> UnknownKeys(IConfigurationSection section, Type type)
    {
        var known = type.GetProperties().Select(property => property.Name).ToList();
        return section.GetChildren()
            .Where(child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            .Select(child => $"{child.Path}: this setting is unknown. Valid: {string.Join(", ", known)}.");
    }
}
