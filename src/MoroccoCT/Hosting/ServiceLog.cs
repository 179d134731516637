using Serilog;
using Serilog.Formatting;

namespace MoroccoCT.Hosting;

/// <summary>Logs through Serilog: lines for people, or one JSON object a line with <c>Logging:Format</c> = <c>json</c>.</summary>
internal static class ServiceLog
{
    public static IServiceCollection AddServiceLog(this IServiceCollection services, IConfiguration configuration)
    {
        var format = Format(configuration);
        return services.AddSerilog((provider, logger) =>
        {
            Configure(logger, configuration).WriteTo.Console(format);
            if (provider.GetService<TelemetryLog>() is { } telemetry)
                logger.WriteTo.Sink(telemetry);
        });
    }

    internal static LoggerConfiguration Configure(LoggerConfiguration logger, IConfiguration configuration) =>
        logger.ReadFrom.Configuration(configuration).Enrich.FromLogContext().Enrich.With<LogValues>().Filter.ByExcluding(StartFaults.IsToldElsewhere);

    /// <exception cref="UsageException">The format is unknown.</exception>
    internal static ITextFormatter Format(IConfiguration configuration) => configuration["Logging:Format"] switch
    {
        null or "text" => new LinesForPeople(),
        "json" => new LinesForPrograms(),
        var other => throw new UsageException($"The setting Logging:Format is '{other}'. Valid: text, json."),
    };
}
