using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Common;
using Microsoft.Extensions.Options;
using MoroccoCT.Certainty;
using MoroccoCT.Retention;
using MoroccoCT.Schedules;
using MoroccoCT.Storage;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Jobs;

public static class JobsServices
{
    /// <summary>Beyond the drain, for Hangfire to put its own things in order.</summary>
    private static readonly TimeSpan afterDrain = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan reconcileEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan editionsEvery = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan watchEvery = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan tellEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan removeEvery = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan careEvery = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Hangfire with its server. Nothing is left to Hangfire's static defaults, so that several hosts can live in one process, as they do in tests.
    /// </summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<JobsOptions>().Bind(configuration.GetSection(JobsOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<HostOptions>().Configure<IOptions<JobsOptions>>((host, jobs) => host.ShutdownTimeout = jobs.Value.DrainTimeout + (2 * afterDrain));

        services.AddSingleton(provider => JobsStorage.Create(provider.GetRequiredService<IOptions<LedgerOptions>>().Value));
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddSingleton<IJobFilterProvider>(_ => Filters());
        services.AddHangfire((provider, hangfire) => hangfire.UseLogProvider(new HangfireLog(provider.GetRequiredService<ILoggerFactory>())));

        services.AddSingleton<HangfireQueue>();
        services.AddSingleton<IRequestRenderer, RequestRenderer>();
        services.AddSingleton<RenderRequestJob>();
        services.AddSingleton<Reconciling>();
        services.AddSingleton<PostgresQueueCare>();

        services.AddHostedService<JobsStart>();
        services.AddHostedService<RequestHandout>();
        services.AddDuty<Reconciling>("Looking for requests without a job", reconcileEvery, (reconciling, stopping) => reconciling.RunAsync(stopping));
        services.AddDuty<EditionMaker>("Making the editions that are due", editionsEvery, (editions, stopping) => editions.MakeMissingAsync(stopping));
        services.AddDuty<BrokenSchedules>("Looking for schedules that the library has broken", editionsEvery, (broken, stopping) => broken.LookAsync(stopping));
        services.AddDuty<EditionWatch>("Looking whether every edition is out", watchEvery, (watch, stopping) => watch.LookAsync(stopping));
        services.AddDuty<AlarmTelling>("Telling keepers of what is late", tellEvery, (telling, stopping) => telling.TellAsync(stopping));
        services.AddDuty<PostgresQueueCare>("Giving back what dead workers held", careEvery, (care, stopping) => care.RunAsync(stopping));
        services.AddDuty<RetentionWork>("Removing what was kept for its time", removeEvery, (retention, stopping) => retention.RunAsync(stopping));
        services.AddHostedService<MinuteWork>();
        services.AddHangfireServer(Configure);
        services.DrainFirst();
        return services;
    }

    /// <summary>Hangfire's dashboard at <c>/jobs</c>. Who may see it, whoever maps it has to say.</summary>
    /// <param name="home">Where its link back to the service leads.</param>
    public static IEndpointConventionBuilder MapJobs(this WebApplication app, string home)
    {
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments(DashboardGate.Address, StringComparison.OrdinalIgnoreCase),
            dashboard => dashboard.Use(DashboardGate.PassAsync));
        return app.MapHangfireDashboard(DashboardGate.Address, new DashboardOptions
        {
            AppPath = home,

            // By the policy of the endpoint, and not by the address.
            Authorization = [],
            DashboardTitle = "MoroccoCT Briefings: jobs",
            DisplayStorageConnectionString = false,
            DefaultRecordsPerPage = 50,
        });
    }

    /// <summary>Puts the drain around the server that was added last.</summary>
    private static void DrainFirst(this IServiceCollection services)
    {
        var server = services.Last(service => service.ServiceType == typeof(IHostedService));
        services.Remove(server);
        services.AddHostedService(provider => ActivatorUtilities.CreateInstance<JobsDrain>(provider, server.ImplementationFactory!(provider)));
    }

    private static void AddDuty<T>(this IServiceCollection services, string name, TimeSpan every, Func<T, CancellationToken, Task> run)
        where T : notnull =>
        services.AddSingleton(provider => new Duty(name, every, stopping => run(provider.GetRequiredService<T>(), stopping)));

    private static void Configure(IServiceProvider provider, BackgroundJobServerOptions server)
    {
        var jobs = provider.GetRequiredService<IOptions<JobsOptions>>().Value;
        server.Queues = [HangfireQueue.Again, HangfireQueue.First, HangfireQueue.Scheduled];
        server.WorkerCount = jobs.Workers ?? provider.GetRequiredService<IOptions<TypesettingOptions>>().Value.Engines;
        var isPostgres = provider.GetRequiredService<IOptions<LedgerOptions>>().Value.IsPostgres;
        server.SchedulePollingInterval = TimeSpan.FromSeconds(isPostgres ? 5 : 1);
        server.StopTimeout = jobs.DrainTimeout;
        server.ShutdownTimeout = jobs.DrainTimeout + afterDrain;
    }

    private static JobFilterProviderCollection Filters()
    {
        var filters = new JobFilterCollection
        {
            // The ledger decides whether there is another attempt, and when; a job whose attempt failed is shown with its exception for a day.
            // The job writes the log itself, with the request's number.
            new AutomaticRetryAttribute { Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete, LogEvents = false },
            new StatisticsHistoryAttribute(),
        };
        return new(new JobFilterAttributeFilterProvider(), filters);
    }
}
