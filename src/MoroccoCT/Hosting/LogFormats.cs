using MoroccoCT.Language;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Compact;
using Serilog.Formatting.Display;

namespace MoroccoCT.Hosting;

/// <summary>Lines for people: one for each event, then what there is to say of an exception, set in so that none of it passes for an event.</summary>
internal sealed class LinesForPeople : ITextFormatter
{
    private const string Indent = "    ";

    /// <summary>In characters: several long values and what is said of them.</summary>
    private const int LongestLine = 16_000;

    private readonly MessageTemplateTextFormatter line = new("{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}");

    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var text = new StringWriter();
        line.Format(logEvent, text);
        output.WriteLine(VisibleText.Escape(LogValues.Cut(text.ToString(), LongestLine)));
        foreach (var part in logEvent.Exception?.ToString().Split('\n') ?? [])
            output.WriteLine($"{Indent}{VisibleText.Escape(LogValues.Cut(part.TrimEnd('\r')))}");
    }
}

/// <summary>One JSON object a line, also for readers that end lines where Unicode does.</summary>
internal sealed class LinesForPrograms : ITextFormatter
{
    private readonly RenderedCompactJsonFormatter json = new();

    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var text = new StringWriter();
        json.Format(logEvent, text);
        output.WriteLine(VisibleText.Escape(text.ToString().TrimEnd('\r', '\n')));
    }
}
