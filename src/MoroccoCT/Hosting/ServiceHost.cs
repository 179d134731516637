using Microsoft.Extensions.Options;
using MoroccoCT.Audit;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Certainty;
using MoroccoCT.Delivery;
using MoroccoCT.Desk;
using MoroccoCT.Jobs;
using MoroccoCT.Library;
using MoroccoCT.Library.Developments;
using MoroccoCT.People;
using MoroccoCT.Rendering;
using MoroccoCT.Requests;
using MoroccoCT.Retention;
using MoroccoCT.Schedules;
using MoroccoCT.Storage;
using MoroccoCT.Typesetting;
using MoroccoCT.Verification;
using MoroccoCT.Web;
using MoroccoCT.Web.Addresses;
using Serilog;

namespace MoroccoCT.Hosting;

/// <summary>The service put together: settings, rendering, ledger, schedules, jobs and web.</summary>
public static class ServiceHost
{
    /// <summary>Starts the service and returns once it listens.</summary>
    /// <exception cref="UsageException">An option or a setting is wrong.</exception>
    /// <exception cref="BrokenLibraryException">There is no good library to start with.</exception>
    public static async Task<WebApplication> StartAsync(ServiceOptions options, CancellationToken cancellationToken)
    {
        var addresses = ListenAddresses.Of(options.Urls);
        var data = DataFolder.Create(options.Data);
        var alone = ServiceLock.Take(data, "Stop it first, or give this service a folder of its own.");
        try
        {
            PendingRestore.Finish(data);
            var builder = Builder(options, "serve");
            builder.WebHost.UseUrls(options.Urls);
            builder.AddTls(addresses);
            builder.Services.AddWeb(builder.Configuration);
            builder.Configuration["AllowedHosts"] = SharedStart.HostsFor(builder.Configuration, addresses.ReachBeyondLoopback);

            // Made by the container, so that it goes with it, and last: nothing uses the ledger any more then.
            builder.Services.AddSingleton(_ => alone);
            return await StartAsync(builder.Build(), options, addresses, cancellationToken);
        }
        catch
        {
            alone.Dispose();
            throw;
        }
    }

    /// <summary>Starts a process that works through the queue of a shared ledger and serves nothing.</summary>
    public static async Task<WebApplication> StartWorkerAsync(ServiceOptions options, CancellationToken cancellationToken)
    {
        var builder = Builder(options, "worker");
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddAddresses(builder.Configuration);
        var app = builder.Build();
        if (!app.Services.GetRequiredService<IOptions<LedgerOptions>>().Value.IsPostgres)
            throw new UsageException(
                "worker: The ledger is an SQLite file, which the service works through itself. Put it into PostgreSQL with the "
                + "setting Ledger:ConnectionString, or leave the worker out.");
        await PrepareAsync(app, "worker", options, cancellationToken);
        await RunAsync(app, options, cancellationToken);
        app.Logger.LogInformation("A worker of MoroccoCT Briefings takes jobs from the shared queue");
        ServiceManager.Tell(app);
        return app;
    }

    private static async Task<WebApplication> StartAsync(
        WebApplication app, ServiceOptions options, ListenAddresses addresses, CancellationToken cancellationToken)
    {
        app.Services.GetRequiredService<ServiceLock>();
        await PrepareAsync(app, "serve", options, cancellationToken);
        await SharedStart.DecideAsync(app, options.Shared || addresses.ReachBeyondLoopback, cancellationToken);
        var web = app.Services.GetRequiredService<IOptions<WebOptions>>().Value;
        app.UseTls(addresses);
        app.UsePrometheus();
        app.MapWeb();
        if (options.JobsDashboard)
            app.MapJobs(home: $"{web.Base}/").RequireAuthorization(WebSetup.ForAdministrators);
        await RunAsync(app, options, cancellationToken);
        Announce(app, options);
        TlsSetup.Warn(app, addresses, web);
        await SharedStart.WelcomeAsync(app, cancellationToken);
        ServiceManager.Tell(app);
        return app;
    }

    private static WebApplicationBuilder Builder(ServiceOptions options, string role)
    {
        var data = DataFolder.Create(options.Data);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        Settings.AddTo(builder.Configuration, data, CommandLineSettings(options, data));
        builder.Services.AddSingleton(new UnknownSettings(SettingsCheck.Run(builder.Configuration)));
        AddLog(builder);
        builder.AddTelemetry(role);
        builder.Services.AddProtectionKeys(data, builder.Configuration);
        builder.Services.AddSingleton<IHostLifetime, StopSignals>();
        builder.Services.AddDesk(builder.Configuration).AddLibrary(builder.Configuration).AddLibraryWatch().AddRendering(builder.Configuration);
        builder.Services.AddStorage(builder.Configuration).AddAudit().AddPeople(builder.Configuration).AddRequests().AddVerification();
        builder.Services.AddDevelopments(builder.Configuration).AddSchedules(builder.Configuration);
        builder.Services.AddDelivery(builder.Configuration).AddDeliveryWork();
        builder.Services.AddCertainty(builder.Configuration).AddRetention(builder.Configuration);
        builder.Services.AddJobs(builder.Configuration);
        return builder;
    }

    private static void AddLog(WebApplicationBuilder builder)
    {
        try
        {
            builder.Services.AddServiceLog(builder.Configuration);

            // Read once more only when the host is built; but then its faults can no longer be told from others.
            new LoggerConfiguration().ReadFrom.Configuration(builder.Configuration);
        }
        catch (Exception fault) when (fault is not UsageException)
        {
            // Serilog loads what the settings name, and anything may come of that.
            throw new UsageException($"The settings under Serilog cannot be used: {fault.Message.ReplaceLineEndings(" ")}");
        }
    }

    private static Dictionary<string, string?> CommandLineSettings(ServiceOptions options, string data)
    {
        var settings = Settings.Templates(options.Templates);
        settings["Ledger:DataFolder"] = data;
        foreach (var (key, value) in options.Settings ?? new Dictionary<string, string?>())
            settings[key] = value;
        return settings;
    }

    /// <summary>What must be there before anything starts: whatever is missing is said here, alone and in one sentence.</summary>
    private static async Task PrepareAsync(WebApplication app, string command, ServiceOptions options, CancellationToken cancellationToken)
    {
        foreach (var setting in app.Services.GetRequiredService<UnknownSettings>().Sentences)
            app.Logger.LogWarning("{UnknownSetting}", setting);

        // The library first: nothing else makes sense without it, and its faults are the ones an editor can mend.
        app.Services.GetRequiredService<CurrentLibrary>();
        app.Services.GetService<IStartupValidator>()?.Validate();
        if (OpenFiles.Shortage(app.Services.GetRequiredService<IOptions<TypesettingOptions>>().Value.Engines) is { } shortage)
            throw new UsageException(shortage);
        await FindEngineAsync(app.Services, cancellationToken);
        await app.Services.GetRequiredService<LedgerDatabase>().PrepareInTimeAsync(cancellationToken);

        // Whatever is entered from here on was done under these settings.
        await app.Services.GetRequiredService<AuditTrail>().AppendAsync(StartEntry.Of(command, options, app.Configuration), cancellationToken);
    }

    private static async Task FindEngineAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            await services.GetRequiredService<EnginePool>().FindAsync(cancellationToken);
        }
        catch (EngineFailedException missing)
        {
            throw new UsageException(missing.Message);
        }
    }

    private static async Task RunAsync(WebApplication app, ServiceOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception fault)
        {
            StartFaults.Tell(fault, options);
            throw;
        }
    }

    private static void Announce(WebApplication app, ServiceOptions options)
    {
        var library = app.Services.GetRequiredService<CurrentLibrary>().Snapshot.Library;
        app.Logger.LogInformation(
            "MoroccoCT Briefings is ready on {Urls}: {Sections} sections in {Languages}, data in {Data}",
            string.Join(" ", app.Urls), library.Sections(ContentLibrary.Original).Count, string.Join(", ", library.Languages), options.Data);
    }

    /// <param name="Sentences">One on each setting that nothing reads.</param>
    private sealed record UnknownSettings(IReadOnlyList<string> Sentences);
}
