using System.Diagnostics;
using System.Reflection;
using MoroccoCT.EndToEnd.Processes;

namespace MoroccoCT.EndToEnd.Clients;

/// <summary>A running service, its description as a file, and the tools that judge it and make clients of it.</summary>
public sealed class Workshop : IAsyncLifetime, IDisposable
{
    private static readonly string npm = typeof(Workshop).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "NpmFolder").Value!;

    private readonly TemporaryFolder folder = new();

    /// <summary>What the clients are made of; everything in it is described.</summary>
    public string Description => folder.File("description.json");

    public ServiceProcess Service { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Service = await ServiceProcess.StartAsync(folder.File("data"));
        await File.WriteAllTextAsync(Description, await Service.Http.GetStringAsync("/openapi/v1.json"));
    }

    public async Task DisposeAsync() => await Service.DisposeAsync();

    public void Dispose() => folder.Dispose();

    public string PathOf(string file) => folder.File(file);

    /// <summary>A place for a program's sources, with what belongs to them.</summary>
    public string FolderOf(string language)
    {
        var sources = Path.Combine(AppContext.BaseDirectory, "Clients", language);
        foreach (var file in Directory.EnumerateFiles(sources, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder.File(language), Path.GetRelativePath(sources, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }

        return folder.File(language);
    }

    /// <summary>Packages of npm, as Node finds them from a folder.</summary>
    public static void GivePackagesTo(string folder) => Directory.CreateSymbolicLink(Path.Combine(folder, "node_modules"), Path.Combine(npm, "node_modules"));

    public static Task<string> NodeAsync(string folder, string script, params string[] arguments) =>
        RunAsync(folder, "node", [Path.Combine(npm, "node_modules", script), .. arguments]);

    /// <returns>What it says.</returns>
    public static async Task<string> RunAsync(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // They shall do their work and tell nobody of it.
        foreach (var (name, value) in new[] { ("REDOCLY_TELEMETRY", "off"), ("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true"), ("KIOTA_OFFLINE_ENABLED", "true") })
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}\n{await output}\n{await error}");
        return await output;
    }
}

/// <summary>Tests that share the <see cref="Workshop"/>, one after the other.</summary>
[CollectionDefinition(nameof(Workshop))]
public sealed class WorkshopCollection : ICollectionFixture<Workshop>;
