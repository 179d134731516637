using System.Diagnostics;
using System.Reflection;
using MoroccoCT.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Context.Propagation;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace MoroccoCT.Hosting;

/// <summary>Traces, metrics and logs on their way out. Off unless a setting says where to; a receiver that does not answer costs no order its time.</summary>
internal static class TelemetrySetup
{
    private const string Traces = "TRACES";
    private const string Metrics = "METRICS";
    private const string Logs = "LOGS";
    private const string ServiceName = "moroccoct";
    private const string Role = "moroccoct.role";

    private static string Version => typeof(TelemetrySetup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>What .NET measures of itself and of its web server, with routes and no addresses.</summary>
    private static readonly string[] meters = [Spans.Source, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    /// <param name="role">The command: <c>serve</c> or <c>worker</c>.</param>
    public static void AddTelemetry(this WebApplicationBuilder builder, string role)
    {
        var (services, settings) = (builder.Services, builder.Configuration);
        services.AddOptions<MetricsOptions>().Bind(settings.GetSection(MetricsOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<DistributedContextPropagator>(new OwnTraces());
        if (TelemetrySettings.IsSent(settings, Logs))
            services.AddSingleton(_ => new TelemetryLog(settings, Describe(role), exporter => Send(exporter, settings, Logs)));
        if (TelemetrySettings.IsSent(settings, Traces))
            AddTraces(services, settings, role);
        var isScraped = !string.IsNullOrEmpty(settings[$"{MetricsOptions.Section}:{nameof(MetricsOptions.PrometheusToken)}"]);
        if (isScraped || TelemetrySettings.IsSent(settings, Metrics))
            AddMetrics(services, settings, role, isScraped);
    }

    private static void AddTraces(IServiceCollection services, IConfiguration settings, string role)
    {
        // The instrumentation would look for callers' traces on its own account with any other.
        Sdk.SetDefaultTextMapPropagator(new TraceContextPropagator());
        services.AddOpenTelemetry().ConfigureResource(Describe(role)).WithTracing(traces => traces
            .AddSource(Spans.Source)
            .AddAspNetCoreInstrumentation(web => web.Filter = context => !IsLookAfterHealth(context.Request.Path))
            .AddProcessor(new SpanCleaning())
            .AddOtlpExporter(exporter => Send(exporter, settings, Traces)));
    }

    private static void AddMetrics(IServiceCollection services, IConfiguration settings, string role, bool isScraped)
    {
        services.AddHostedService<LedgerGauges>();
        services.AddOpenTelemetry().ConfigureResource(Describe(role)).WithMetrics(metrics =>
        {
            metrics.AddMeter(meters);
            if (isScraped)
                metrics.AddPrometheusExporter();
            if (TelemetrySettings.IsSent(settings, Metrics))
                metrics.AddOtlpExporter(exporter => Send(exporter, settings, Metrics));
        });
    }

    /// <summary>Who sends. What <c>OTEL_SERVICE_NAME</c> and <c>OTEL_RESOURCE_ATTRIBUTES</c> say has the last word.</summary>
    private static Action<ResourceBuilder> Describe(string role) => resource => resource
        .AddService(ServiceName, serviceVersion: Version)
        .AddAttributes([new(Role, role)])
        .AddEnvironmentVariableDetector();

    private static bool IsLookAfterHealth(PathString path) => path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase);

    private static void Send(OtlpExporterOptions exporter, IConfiguration settings, string signal)
    {
        if (TelemetrySettings.AddressOf(settings, signal) is { } address)
            exporter.Endpoint = address;
    }

    /// <summary>Each call begins a trace of our own, whatever its headers claim: nobody outside decides what is recorded, or under which id.</summary>
    private sealed class OwnTraces : DistributedContextPropagator
    {
        private readonly DistributedContextPropagator common = CreateDefaultPropagator();

        public override IReadOnlyCollection<string> Fields => common.Fields;

        public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter) => common.Inject(activity, carrier, setter);

        public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState) =>
            (traceId, traceState) = (null, null);

        public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;
    }
}
