using System.Collections;
using System.Globalization;
using System.Reflection;
using MoroccoCT.Audit;
using MoroccoCT.Storage;

namespace MoroccoCT.Hosting;

/// <summary>What the audit is told of a start: the settings that are not as they come, and no secret among them.</summary>
internal static class StartEntry
{
    private const string IsSet = "(set)";

    /// <summary>The texts that may be shown. Any other may be a password, a key or an address, also one that somebody adds later and forgets here.</summary>
    private static readonly HashSet<string> shownTexts =
    [
        "Desk:Name", "Desk:TimeZone", "Ledger:DataFolder", "Library:DeskFolder", "Library:Folder", "Logging:Format", "Typesetting:FontsFolder",
        "Typesetting:HostScript", "Typesetting:NodePath", "Web:PathBase", "Web:PublicUrl", "Web:TrustedProxies",
    ];

    /// <param name="what">The command: <c>serve</c> or <c>worker</c>.</param>
    public static AuditEvent Of(string what, ServiceOptions options, IConfiguration settings)
    {
        var details = Changed(settings);
        details["version"] = typeof(StartEntry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        details["urls"] = options.Urls;
        details["shared"] = options.Shared ? "true" : null;
        details["jobsDashboard"] = options.JobsDashboard ? "true" : null;
        details["ledger"] = LedgerOptions.Of(settings).Place;
        details["schedules"] = string.Join(' ', settings.GetSection("Schedules").GetChildren().Select(schedule => schedule["Name"]));
        return new(Actor.Service, Deed.SettingsAtStart, what, details);
    }

    /// <summary>By the names that settings have in files and in the environment.</summary>
    internal static Dictionary<string, string?> Changed(IConfiguration settings)
    {
        var changed = new Dictionary<string, string?>();
        foreach (var (section, type) in SettingsCheck.Sections)
        {
            var (asItComes, asSet) = (Activator.CreateInstance(type)!, settings.GetSection(section).Get(type) ?? Activator.CreateInstance(type)!);
            foreach (var property in type.GetProperties().Where(property => property.GetSetMethod() is not null))
            {
                var name = $"{section}:{property.Name}";
                var value = Shown(name, property.GetValue(asSet));
                if (value != Shown(name, property.GetValue(asItComes)) || (value == IsSet && !Equals(property.GetValue(asSet), property.GetValue(asItComes))))
                    changed[name] = value;
            }
        }

        return changed;
    }

    private static string? Shown(string name, object? value) => value switch
    {
        null => null,
        string text => shownTexts.Contains(name) ? text : IsSet,
        bool or int or long or double or TimeSpan or Enum => Convert.ToString(value, CultureInfo.InvariantCulture),
        IEnumerable several => string.Join(' ', several.Cast<object?>().Select(one => Shown(name, one))),
        _ => IsSet,
    };
}
