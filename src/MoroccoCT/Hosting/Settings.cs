using Microsoft.Extensions.Configuration.Memory;

namespace MoroccoCT.Hosting;

/// <summary>
/// Settings from appsettings.json beside the program, then settings.json in the data folder, the environment (<c>MOROCCOCT__…</c>, and <c>OTEL_…</c>) and the
/// command line.
/// </summary>
internal static class Settings
{
    public const string EnvironmentPrefix = "MOROCCOCT__";
    public const string OperatorFile = "settings.json";

    /// <param name="dataFolder">Full path; null where a command has none.</param>
    /// <exception cref="UsageException">A file of settings cannot be read.</exception>
    public static void AddTo(IConfigurationBuilder builder, string? dataFolder, IReadOnlyDictionary<string, string?> commandLine)
    {
        builder.Sources.Clear();
        builder.Add(new MemoryConfigurationSource { InitialData = TelemetrySettings.Defaults });
        builder.Add(new SettingsFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), isRequired: true));
        if (dataFolder is not null)
            builder.Add(new SettingsFile(Path.Combine(dataFolder, OperatorFile), isRequired: false));
        if (dataFolder is not null)
            builder.Add(new MemoryConfigurationSource { InitialData = [new("Library:DeskFolder", DataFolder.LibraryOf(dataFolder))] });
        builder.Add(new MemoryConfigurationSource { InitialData = TelemetrySettings.OfEnvironment() });
        builder.AddEnvironmentVariables(EnvironmentPrefix);
        builder.Add(new MemoryConfigurationSource { InitialData = commandLine });
    }

    /// <param name="data">Where the desk's own library may be; null where no data folder counts.</param>
    public static IConfiguration ForCommands(string? templates, string? data)
    {
        var builder = new ConfigurationBuilder();
        AddTo(builder, data is null ? null : DataFolder.FullPath(data), Templates(templates));
        var settings = builder.Build();
        SettingsCheck.Run(settings);
        return settings;
    }

    public static Dictionary<string, string?> Templates(string? templates) => templates is null ? [] : new() { ["Library:Folder"] = templates };
}
