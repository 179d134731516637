using Serilog.Core;
using Serilog.Events;

namespace MoroccoCT.Hosting;

/// <summary>Cuts values of an event that are beyond measure, such as a title of a megabyte, whoever logs them.</summary>
internal sealed class LogValues : ILogEventEnricher
{
    /// <summary>In characters; a list of a library's faults still fits.</summary>
    private const int Longest = 4000;

    public static string Cut(string text, int longest = Longest) => text.Length <= longest ? text : $"{text[..longest]}… ({text.Length} characters)";

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        foreach (var (name, value) in logEvent.Properties.ToList())
        {
            if (Shortened(value) is { } shortened)
                logEvent.AddOrUpdateProperty(new(name, shortened));
        }
    }

    /// <summary>Null when it is short enough as it is. A structure is rendered as text before it is measured.</summary>
    private static ScalarValue? Shortened(LogEventPropertyValue value)
    {
        var text = value is ScalarValue scalar ? scalar.Value as string : value.ToString();
        return text?.Length > Longest ? new(Cut(text)) : null;
    }
}
