using Serilog;
using Serilog.Formatting.Compact;

namespace MoroccoCT.Hosting;

/// <summary>Logs through Serilog: lines for people, or one JSON object a line with <c>Logging:Format</c> = <c>json</c>.</summary>
internal static class ServiceLog
{
    private const string LineForPeople = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";

    public static IServiceCollection AddServiceLog(this IServiceCollection services, IConfiguration configuration)
    {
        var format = configuration["Logging:Format"] ?? "text";
        if (format is not ("text" or "json"))
            throw new UsageException($"The setting Logging:Format is '{format}'. Valid: text, json.");
        return services.AddSerilog(logger =>
        {
            logger.ReadFrom.Configuration(configuration).Enrich.FromLogContext();
            if (format == "json")
                logger.WriteTo.Console(new RenderedCompactJsonFormatter());
            else
                logger.WriteTo.Console(outputTemplate: LineForPeople);
        });
    }
}
