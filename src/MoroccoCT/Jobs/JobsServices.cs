using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Common;
using Microsoft.Extensions.Options;
using MoroccoCT.Requests;
using MoroccoCT.Storage;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Jobs;

public static class JobsServices
{
    /// <summary>Beyond the drain, for Hangfire to put its own things in order.</summary>
    private static readonly TimeSpan afterDrain = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Hangfire with its server. Nothing is left to Hangfire's static defaults, so that several hosts can live in one process, as they do in tests.
    /// </summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<JobsOptions>().Bind(configuration.GetSection(JobsOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<HostOptions>().Configure<IOptions<JobsOptions>>((host, jobs) => host.ShutdownTimeout = jobs.Value.DrainTimeout + (2 * afterDrain));

        services.AddSingleton(provider => JobsStorage.Create(provider.GetRequiredService<IOptions<LedgerOptions>>().Value));
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddSingleton<IJobFilterProvider>(provider => Filters(provider.GetRequiredService<IOptions<JobsOptions>>().Value));
        services.AddHangfire((provider, hangfire) => hangfire.UseLogProvider(new HangfireLog(provider.GetRequiredService<ILoggerFactory>())));

        services.AddSingleton<HangfireQueue>();
        services.AddSingleton<IJobQueue>(provider => provider.GetRequiredService<HangfireQueue>());
        services.AddSingleton<IRequestRenderer, RequestRenderer>();
        services.AddSingleton<RenderRequestJob>();
        services.AddSingleton<ReconcileJob>();
        services.AddSingleton<EditionsJob>();

        services.AddHostedService<JobsStart>();
        services.AddHangfireServer(Configure);
        return services;
    }

    /// <summary>Hangfire's dashboard at <c>/jobs</c>, for whoever sits at this machine.</summary>
    public static IEndpointConventionBuilder MapJobs(this IEndpointRouteBuilder endpoints) => endpoints.MapHangfireDashboard("/jobs", new DashboardOptions
    {
        Authorization = [new DirectLoopbackFilter()],
        DashboardTitle = "MoroccoCT Briefings: jobs",
        DisplayStorageConnectionString = false,
        DefaultRecordsPerPage = 50,
    });

    private static void Configure(IServiceProvider provider, BackgroundJobServerOptions server)
    {
        var jobs = provider.GetRequiredService<IOptions<JobsOptions>>().Value;
        server.WorkerCount = jobs.Workers ?? provider.GetRequiredService<IOptions<TypesettingOptions>>().Value.Engines;
        server.SchedulePollingInterval = provider.GetRequiredService<IOptions<LedgerOptions>>().Value.IsPostgres ? TimeSpan.FromSeconds(5) : TimeSpan.FromSeconds(1);
        server.StopTimeout = jobs.DrainTimeout;
        server.ShutdownTimeout = jobs.DrainTimeout + afterDrain;
    }

    private static JobFilterProviderCollection Filters(JobsOptions options)
    {
        var filters = new JobFilterCollection
        {
            // The job writes the log itself, with the request's number.
            new AutomaticRetryAttribute { Attempts = options.Delays.Count, DelaysInSeconds = [.. options.Delays.Select(delay => (int)delay.TotalSeconds)], LogEvents = false },
            new StatisticsHistoryAttribute(),
        };
        return new(new JobFilterAttributeFilterProvider(), filters);
    }
}
