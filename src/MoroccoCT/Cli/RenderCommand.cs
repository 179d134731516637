using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Options;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Desk;
using MoroccoCT.Hosting;
using MoroccoCT.Language;
using MoroccoCT.Library;
using MoroccoCT.Rendering;

namespace MoroccoCT.Cli;

/// <summary><c>render</c>: an order becomes a file at once, without queue and database.</summary>
internal static class RenderCommand
{
    private const string StandardOutput = "-";

    public static Command Create(TextWriter output, TextWriter error)
    {
        var order = new OrderOptions();
        var file = new Option<string?>("--output") { Description = "File to write, or - for standard output." };
        var templates = CheckCommand.TemplatesOption();
        var command = new Command("render", "Make one briefing and write it to a file. Needs no running service.");
        var data = DataFolder.WithLibrary();
        order.AddTo(command);
        command.Options.Add(file);
        command.Options.Add(templates);
        command.Options.Add(data);
        command.SetAction((parsed, cancellationToken) =>
        {
            var settings = Settings.ForCommands(parsed.GetValue(templates), parsed.GetValue(data));
            return RunAsync(order, parsed, parsed.GetValue(file), settings, output, error, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        OrderOptions options, ParseResult parsed, string? file, IConfiguration settings, TextWriter output, TextWriter error,
        CancellationToken cancellationToken)
    {
        var order = options.Order(parsed);
        var date = options.Date(parsed);
        if (string.IsNullOrWhiteSpace(file))
            throw new UsageException("--output: No file is named. Write a path such as briefing.pdf, or - for standard output.");

        await using var services = Services(settings);
        var start = Stopwatch.GetTimestamp();
        // Before anything is touched: a wrong order leaves no trace.
        OrderValidator.Normalize(order, services.GetRequiredService<CurrentLibrary>().Snapshot.Library);
        using var target = file == StandardOutput ? null : OutputFile.Create(file);
        date ??= services.GetRequiredService<IOptions<DeskOptions>>().Value.Today(services.GetRequiredService<TimeProvider>());
        var briefing = await services.GetRequiredService<BriefingRenderer>().RenderAsync(order, new(date.Value), cancellationToken);
        var (size, seconds) = (briefing.Pdf.Length / 1024.0, Stopwatch.GetElapsedTime(start).TotalSeconds);
        var summary = string.Create(CultureInfo.InvariantCulture,
            $"{file}  {Counted.Pages(briefing.Pages)}  {size:0} KiB  {seconds:0.00} s  sha256:{briefing.Sha256}");
        if (target is not null)
        {
            await target.CompleteAsync(briefing.Pdf, cancellationToken);
            await output.WriteLineAsync(summary);
            return ExitCode.Success;
        }

        await using var standardOutput = Console.OpenStandardOutput();
        await standardOutput.WriteAsync(briefing.Pdf, cancellationToken);
        await error.WriteLineAsync(summary);
        return ExitCode.Success;
    }

    private static ServiceProvider Services(IConfiguration settings) =>
        new ServiceCollection().AddLogging().AddDesk(settings).AddLibrary(settings).AddRendering(settings).BuildServiceProvider();
}
