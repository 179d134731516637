using Microsoft.Extensions.Options;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Desk;
using MoroccoCT.Jobs;
using MoroccoCT.Library;
using MoroccoCT.Rendering;
using MoroccoCT.Requests;
using MoroccoCT.Schedules;
using MoroccoCT.Storage;
using MoroccoCT.Verification;
using MoroccoCT.Web;

namespace MoroccoCT.Hosting;

/// <summary>The service put together: settings, rendering, ledger, schedules, jobs and web.</summary>
public static class ServiceHost
{
    /// <summary>Starts the service and returns once it listens.</summary>
    /// <exception cref="UsageException">An option or a setting is wrong.</exception>
    /// <exception cref="BrokenLibraryException">There is no good library to start with.</exception>
    public static async Task<WebApplication> StartAsync(ServiceOptions options, CancellationToken cancellationToken)
    {
        LoopbackGuard.Check(options.Urls, options.InsecureBind);
        var builder = Builder(options);
        builder.WebHost.UseUrls(options.Urls);
        builder.Services.AddWeb();

        var app = builder.Build();
        app.MapWeb();
        if (options.JobsDashboard)
            app.MapJobs();
        await StartAsync(app, cancellationToken);
        Announce(app, options);
        return app;
    }

    /// <summary>Starts a process that works through the queue of a shared ledger and serves nothing.</summary>
    public static async Task<WebApplication> StartWorkerAsync(ServiceOptions options, CancellationToken cancellationToken)
    {
        var builder = Builder(options);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        if (!app.Services.GetRequiredService<IOptions<LedgerOptions>>().Value.IsPostgres)
            throw new UsageException("worker: The ledger is an SQLite file, which the service works through itself. Put it into PostgreSQL with the setting Ledger:ConnectionString, or leave the worker out.");
        await StartAsync(app, cancellationToken);
        app.Logger.LogInformation("A worker of MoroccoCT Briefings takes jobs from the shared queue");
        return app;
    }

    private static WebApplicationBuilder Builder(ServiceOptions options)
    {
        var data = DataFolder.Create(options.Data);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        Settings.AddTo(builder.Configuration, options.Data, CommandLineSettings(options, data));
        builder.Services.AddServiceLog(builder.Configuration);
        builder.Services.AddDataFolder(data);
        builder.Services.AddDesk(builder.Configuration).AddLibrary(builder.Configuration).AddLibraryWatch().AddRendering(builder.Configuration);
        builder.Services.AddStorage(builder.Configuration).AddRequests().AddVerification();
        builder.Services.AddSchedules(builder.Configuration);
        builder.Services.AddJobs(builder.Configuration);
        return builder;
    }

    private static Dictionary<string, string?> CommandLineSettings(ServiceOptions options, string data)
    {
        var settings = Settings.Templates(options.Templates);
        settings["Ledger:DataFolder"] = data;
        settings["AllowedHosts"] = options.InsecureBind ? "*" : LoopbackGuard.LoopbackHosts;
        foreach (var (key, value) in options.Settings ?? new Dictionary<string, string?>())
            settings[key] = value;
        return settings;
    }

    private static async Task StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            // The library first: nothing else makes sense without it, and its faults are the ones an editor can mend.
            app.Services.GetRequiredService<CurrentLibrary>();
            await app.StartAsync(cancellationToken);
        }
        catch (IOException fault) when (fault.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new UsageException($"--urls: {fault.Message} Stop the other program, or listen elsewhere with --urls http://localhost:8081.");
        }
    }

    private static void Announce(WebApplication app, ServiceOptions options)
    {
        var library = app.Services.GetRequiredService<CurrentLibrary>().Snapshot.Library;
        app.Logger.LogInformation(
            "MoroccoCT Briefings is ready on {Urls}: {Sections} sections in {Languages}, data in {Data}",
            string.Join(" ", app.Urls), library.Sections(ContentLibrary.Original).Count, string.Join(", ", library.Languages), options.Data);
    }
}
