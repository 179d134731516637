using MoroccoCT.Faults;
using MoroccoCT.Hosting;
using MoroccoCT.Language;
using Serilog;
using Serilog.Events;

namespace MoroccoCT.Cli;

/// <summary>Tells a fault on standard error: one line, or one for each place to mend. A stack trace goes to the log, at debug level.</summary>
internal static class FaultReport
{
    /// <returns>The exit code for the kind of fault.</returns>
    public static async Task<int> TellAsync(Exception exception, TextWriter error)
    {
        var (exitCode, lines) = exception is UsageException usage ? (ExitCode.Usage, [usage.Message]) : Read(FaultMap.Of(exception, Manner.OfCommands));
        foreach (var line in lines)
            await error.WriteLineAsync(VisibleText.Escape(LogValues.Cut(line)));
        Log(exception);
        return exitCode;
    }

    private static (int ExitCode, string[] Lines) Read(Fault fault) => (ExitCode.Of(fault.Kind), fault.Kind switch
    {
        FaultKind.Layout or FaultKind.Library => fault.Detail.Split('\n'),
        FaultKind.Settings or FaultKind.Unforeseen => [$"{fault.Title}: {fault.Detail}"],
        _ => [fault.Detail],
    });

    private static void Log(Exception exception)
    {
        try
        {
            var settings = Settings.ForCommands(templates: null, data: null);
            using var log = ServiceLog.Configure(new(), settings)
                .WriteTo.Console(ServiceLog.Format(settings), standardErrorFromLevel: LogEventLevel.Verbose)
                .CreateLogger();
            log.Debug(exception, "The command ended with a fault");
        }
        catch (Exception unreadable) when (unreadable is not OutOfMemoryException)
        {
            // Settings that cannot be read may be the very fault that was told.
        }
    }
}
