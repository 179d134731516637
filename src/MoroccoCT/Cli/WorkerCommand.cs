using System.CommandLine;
using MoroccoCT.Hosting;

namespace MoroccoCT.Cli;

/// <summary><c>worker</c>: renders for a service whose ledger is in PostgreSQL, on the same machine or another.</summary>
internal static class WorkerCommand
{
    public static Command Create()
    {
        var data = DataFolder.Option();
        var templates = CheckCommand.TemplatesOption();
        var command = new Command("worker", "Render for a service whose ledger is in PostgreSQL. With SQLite the service does this itself.");
        command.Options.Add(data);
        command.Options.Add(templates);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new ServiceOptions(parsed.GetValue(data)!, ListenAddresses.DefaultUrls, Templates: parsed.GetValue(templates));
            await using var worker = await ServiceHost.StartWorkerAsync(options, cancellationToken);
            await worker.WaitForShutdownAsync(cancellationToken);
            return ExitCode.Success;
        });
        return command;
    }
}
