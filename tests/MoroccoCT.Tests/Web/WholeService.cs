using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MoroccoCT.Hosting;

namespace MoroccoCT.Tests.Web;

/// <summary>The service as <c>serve</c> starts it, with its own settings, listening on a port of its own; what it logs can be read.</summary>
public sealed class WholeService : IAsyncLifetime
{
    private readonly bool jobsDashboard;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("whole-");
    private WebApplication? app;

    /// <summary>Lines of the log that were looked through.</summary>
    private int read;

    public WholeService()
        : this(jobsDashboard: false)
    {
    }

    internal WholeService(bool jobsDashboard) => this.jobsDashboard = jobsDashboard;

    public Uri Address { get; private set; } = null!;

    /// <summary>All addresses it knows.</summary>
    internal IEnumerable<RouteEndpoint> Routes => app!.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private string LogFile => Path.Combine(folder.FullName, "log.txt");

    public async Task InitializeAsync()
    {
        var settings = new Dictionary<string, string?> { ["Serilog:WriteTo:0:Name"] = "File", ["Serilog:WriteTo:0:Args:path"] = LogFile };
        var options = new ServiceOptions(Path.Combine(folder.FullName, "data"), "http://127.0.0.1:0", JobsDashboard: jobsDashboard, Settings: settings);
        app = await ServiceHost.StartAsync(options, CancellationToken.None);
        Address = new(app.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        await app!.StopAsync();
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    internal Task<RawHttp> SendAsync(byte[] request, bool hangUp = false) => RawHttp.SendAsync(Address, request, hangUp);

    /// <summary>What the log calls an error and nobody has asked for yet.</summary>
    public IReadOnlyList<string> NewErrors()
    {
        using var file = new StreamReader(new FileStream(LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var lines = file.ReadToEnd().Split('\n');
        var errors = lines.Skip(read).Where(line => line.Contains("[ERR]") || line.Contains("[FTL]")).ToList();
        read = lines.Length - 1;
        return errors;
    }
}
