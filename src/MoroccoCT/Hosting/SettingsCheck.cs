using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using MoroccoCT.Certainty;
using MoroccoCT.Delivery;
using MoroccoCT.Desk;
using MoroccoCT.Jobs;
using MoroccoCT.Library;
using MoroccoCT.Library.Developments;
using MoroccoCT.People;
using MoroccoCT.Retention;
using MoroccoCT.Storage;
using MoroccoCT.Telemetry;
using MoroccoCT.Typesetting;
using MoroccoCT.Web.Addresses;
using MoroccoCT.Web.Guards;
using MoroccoCT.Web.SignIn;
using Serilog.Events;

namespace MoroccoCT.Hosting;

/// <summary>
/// Looks all settings through before anything reads them. .NET would stop at the first one of the wrong type with a stack trace,
/// and pass over a list where a value belongs and over a name that nobody knows.
/// </summary>
internal sealed class SettingsCheck
{
    private const string ScheduleList = "Schedules";

    private static readonly Dictionary<string, Type> ours = new(StringComparer.OrdinalIgnoreCase)
    {
        [CertaintyOptions.Section] = typeof(CertaintyOptions),
        [DeliveryOptions.Section] = typeof(DeliveryOptions),
        [DeskOptions.Section] = typeof(DeskOptions),
        [DevelopmentOptions.Section] = typeof(DevelopmentOptions),
        [JobsOptions.Section] = typeof(JobsOptions),
        [LedgerOptions.Section] = typeof(LedgerOptions),
        [LibraryOptions.Section] = typeof(LibraryOptions),
        [MetricsOptions.Section] = typeof(MetricsOptions),
        [PeopleOptions.Section] = typeof(PeopleOptions),
        [RetentionOptions.Section] = typeof(RetentionOptions),
        [WebOptions.Section] = typeof(WebOptions),
        [ExternalSignInOptions.Section] = typeof(ExternalSignInOptions),
        [LimitOptions.Section] = typeof(LimitOptions),
        [TypesettingOptions.Section] = typeof(TypesettingOptions),
        ["Logging"] = typeof(Logging),
    };

    /// <summary>Read elsewhere: schedules name their own faults, Serilog takes what its packages know, and hosts follow from the command line.</summary>
    private static readonly string[] others = [ScheduleList, "Serilog", "AllowedHosts"];

    private readonly IConfigurationRoot settings;
    private readonly List<string> faults = [];
    private readonly List<string> unknown = [];

    private SettingsCheck(IConfigurationRoot settings) => this.settings = settings;

    /// <summary>The sections with the classes that describe them.</summary>
    internal static IReadOnlyDictionary<string, Type> Sections => ours;

    /// <returns>A sentence on each setting that nothing reads.</returns>
    /// <exception cref="UsageException">Settings are of the wrong type; names each with the place where it stands.</exception>
    public static IReadOnlyList<string> Run(IConfigurationRoot settings)
    {
        var check = new SettingsCheck(settings);
        foreach (var section in settings.GetChildren())
            check.LookAtSection(section);
        check.LookAtLevels();
        check.faults.AddRange(TelemetrySettings.Faults(settings));
        return check.faults.Count == 0 ? check.unknown : throw new UsageException($"The settings are wrong: {string.Join(" ", check.faults)}");
    }

    private void LookAtSection(IConfigurationSection section)
    {
        if (ours.TryGetValue(section.Key, out var options))
            LookAt(section, options, range: null);
        else if (section.Key.Equals("Kestrel", StringComparison.OrdinalIgnoreCase))
            faults.Add($"{Place(section)}: the service listens where --urls says, and nowhere else. Take this setting out.");
        else if (section.Key.Equals("ForwardedHeaders_Enabled", StringComparison.OrdinalIgnoreCase))
            faults.Add($"{Place(section)}: it would have anybody say who calls. Name the proxies in {WebOptions.Section}:{nameof(WebOptions.TrustedProxies)}.");
        else if (section.Key.Equals(ScheduleList, StringComparison.OrdinalIgnoreCase) && !string.IsNullOrEmpty(section.Value))
            faults.Add($"{Place(section)} is {Shown(section.Value)}. Write a list; an empty one means no schedules.");
        else if (!others.Contains(section.Key, StringComparer.OrdinalIgnoreCase) && !TelemetrySettings.IsOne(section.Key))
            unknown.Add($"{Place(section)}: this setting is unknown and has no effect. Valid: {string.Join(", ", ours.Keys.Append(ScheduleList).Order())}.");
    }

    private void LookAt(IConfigurationSection section, Type type, RangeAttribute? range)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (TypeDescriptor.GetConverter(type) is { } converter && converter.CanConvertFrom(typeof(string)))
        {
            var limits = range is null ? "" : $" from {range.Minimum} to {range.Maximum}";
            LookAtValue(section, $"{Kind(type)}{limits}", value => IsRight(value, converter, range));
        }
        else if (!string.IsNullOrEmpty(section.Value))
            faults.Add($"{Place(section)} is {Shown(section.Value)}. Write {(type.IsArray ? "a list" : "a group of settings")}.");
        else if (type.IsArray)
            section.GetChildren().ToList().ForEach(item => LookAt(item, type.GetElementType()!, range: null));
        else
            LookAtGroup(section, type);
    }

    private void LookAtGroup(IConfigurationSection section, Type type)
    {
        var known = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetSetMethod() is not null).ToList();
        foreach (var setting in section.GetChildren())
        {
            if (known.Find(property => property.Name.Equals(setting.Key, StringComparison.OrdinalIgnoreCase)) is { } property)
                LookAt(setting, property.PropertyType, property.GetCustomAttribute<RangeAttribute>());
            else
                unknown.Add(
                    $"{Place(setting)}: this setting is unknown and has no effect. Valid: "
                    + $"{string.Join(", ", known.Select(property => property.Name))}.");
        }
    }

    private void LookAtValue(IConfigurationSection setting, string wanted, Func<string, bool> isRight)
    {
        if (setting.GetChildren().Any())
            faults.Add($"{Place(setting)} is a list or a group of settings. Write {wanted}.");
        else if (setting.Value is { } value && !isRight(value))
            faults.Add($"{Place(setting)} is {Shown(value)}. Write {wanted}.");
    }

    /// <summary>Serilog would stop at the first level it does not know.</summary>
    private void LookAtLevels()
    {
        var minimum = settings.GetSection("Serilog:MinimumLevel");
        foreach (var level in minimum.GetSection("Override").GetChildren().Append(minimum.GetSection("Default")).Append(minimum))
        {
            if (level.Value is { Length: > 0 } value && !(Enum.TryParse<LogEventLevel>(value, ignoreCase: true, out var known) && Enum.IsDefined(known)))
                faults.Add($"{Place(level)} is {Shown(value)}. Write one of: {string.Join(", ", Enum.GetNames<LogEventLevel>())}.");
        }
    }

    /// <summary>The setting, and the file or variable that has the last word on it.</summary>
    private string Place(IConfigurationSection setting)
    {
        var source = settings.Providers.LastOrDefault(provider => provider.TryGet(setting.Path, out _) || provider.GetChildKeys([], setting.Path).Any());
        return source switch
        {
            SettingsFile.Provider file => $"{setting.Path} in {file}",
            EnvironmentVariablesConfigurationProvider =>
                $"{setting.Path} (environment: "
                + $"{Settings.EnvironmentPrefix}{setting.Path.Replace(":", "__", StringComparison.Ordinal)})",
            _ => setting.Path,
        };
    }

    private static bool IsRight(string value, TypeConverter converter, RangeAttribute? range)
    {
        try
        {
            return converter.ConvertFromInvariantString(value) is { } converted && range?.IsValid(converted) != false;
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or OverflowException or NotSupportedException)
        {
            return false;
        }
    }

    private static string Kind(Type type) => type switch
    {
        _ when type == typeof(int) || type == typeof(long) => "a whole number",
        _ when type == typeof(TimeSpan) => "a time such as 00:00:30",
        _ when type == typeof(bool) => "true or false",
        { IsEnum: true } => $"one of: {string.Join(", ", Enum.GetNames(type))}",
        _ => "one text",
    };

    /// <summary>On one line, whatever it holds.</summary>
    private static string Shown(string value) =>
        $"'{string.Concat(value.Take(80).Select(letter => char.IsControl(letter) ? ' ' : letter))}{(value.Length > 80 ? "…" : "")}'";

    private sealed class Logging
    {
        public string? Format { get; set; }
    }
}
