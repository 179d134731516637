using MoroccoCT.Language;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Resources;
using Serilog.Core;
using Serilog.Events;

namespace MoroccoCT.Hosting;

/// <summary>
/// Sends the log's events on as OpenTelemetry has them: the same events as on the console, with values cut and what cannot be seen written out as there, and
/// the trace in which they happened.
/// </summary>
internal sealed class TelemetryLog : ILogEventSink, IDisposable
{
    private const string Category = "SourceContext";

    private readonly ILoggerFactory loggers;

    public TelemetryLog(IConfiguration settings, Action<ResourceBuilder> describe, Action<OtlpExporterOptions> send) =>
        // With services of its own: those of the host write to this log themselves.
        loggers = LoggerFactory.Create(log =>
        {
            log.Services.AddSingleton(settings);
            log.SetMinimumLevel(LogLevel.Trace);
            log.AddOpenTelemetry(telemetry =>
            {
                var resource = ResourceBuilder.CreateDefault();
                describe(resource);
                telemetry.SetResourceBuilder(resource);
                telemetry.IncludeFormattedMessage = true;
                telemetry.AddOtlpExporter(send);
            });
        });

    public void Emit(LogEvent logEvent)
    {
        var text = Text(logEvent.RenderMessage());
        loggers.CreateLogger(Value(logEvent.Properties.GetValueOrDefault(Category)) as string ?? nameof(MoroccoCT))
            .Log(Level(logEvent.Level), default, Attributes(logEvent), exception: null, (_, _) => text);
    }

    public void Dispose() => loggers.Dispose();

    private static List<KeyValuePair<string, object?>> Attributes(LogEvent logEvent)
    {
        var attributes = logEvent.Properties.Where(property => property.Key != Category)
            .Select(property => KeyValuePair.Create(property.Key, Value(property.Value))).ToList();
        if (logEvent.Exception is { } fault)
        {
            attributes.Add(new("exception.type", fault.GetType().FullName));
            attributes.Add(new("exception.stacktrace", string.Join('\n', fault.ToString().Split('\n').Select(line => Text(line.TrimEnd('\r'))))));
        }

        return attributes;
    }

    private static object? Value(LogEventPropertyValue? value) => value switch
    {
        null => null,
        ScalarValue { Value: null or bool or int or long or double } scalar => scalar.Value,
        ScalarValue { Value: string text } => Text(text),
        _ => Text(value.ToString()),
    };

    private static string Text(string text) => VisibleText.Escape(LogValues.Cut(text));

    private static LogLevel Level(LogEventLevel level) => level switch
    {
        LogEventLevel.Verbose => LogLevel.Trace,
        LogEventLevel.Debug => LogLevel.Debug,
        LogEventLevel.Information => LogLevel.Information,
        LogEventLevel.Warning => LogLevel.Warning,
        LogEventLevel.Error => LogLevel.Error,
        _ => LogLevel.Critical,
    };
}
