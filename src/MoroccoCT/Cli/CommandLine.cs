using System.CommandLine;
using MoroccoCT.Hosting;

namespace MoroccoCT.Cli;

/// <summary>The one program with its commands.</summary>
public static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var parsed = Root(output, error).Parse(args);
        if (parsed.Errors.Count > 0)
            return await FaultReport.TellAsync(new UsageException($"{parsed.Errors[0].Message} See 'MoroccoCT --help'."), error);

        var invocation = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };

        // A service minds signals itself: it has requests to finish, and more time for them than the others have.
        if (parsed.CommandResult.Command is RootCommand or { Name: "serve" or "worker" })
            invocation.ProcessTerminationTimeout = null;
        try
        {
            return await parsed.InvokeAsync(invocation, cancellationToken);
        }
        catch (Exception fault)
        {
            return await FaultReport.TellAsync(fault, error);
        }
    }

    private static RootCommand Root(TextWriter output, TextWriter error)
    {
        var root = new RootCommand(
            """
            Tailored, sourced briefings on Morocco's counter-terrorism policy as accessible PDFs.

            Without a command it serves the form and the API on http://localhost:8080.

            Examples:
              MoroccoCT                                       start the service, data under ./data
              MoroccoCT render --sections regional --output regional.pdf
              MoroccoCT render --sections domestic,us-cooperation --topics bcij,training \
                --title "Security training" --prepared-for "The Minister" --output - > briefing.pdf
              MoroccoCT check                                 look the library through for faults
            """);
        new ServeCommand().AddTo(root);
        root.Subcommands.Add(ServeCommand.Create());
        root.Subcommands.Add(WorkerCommand.Create());
        root.Subcommands.Add(RenderCommand.Create(output, error));
        root.Subcommands.Add(CheckCommand.Create(output));
        root.Subcommands.Add(LibraryCommand.Create(output));
        root.Subcommands.Add(VerifyCommand.Create(output));
        root.Subcommands.Add(ScheduleCommand.Create(output, error));
        root.Subcommands.Add(DeliverCommand.Create(output));
        root.Subcommands.Add(AuditCommand.Create(output));
        root.Subcommands.Add(UsersCommand.Create(output));
        root.Subcommands.Add(KeysCommand.Create(output));
        root.Subcommands.Add(BackupCommand.Create(output));
        root.Subcommands.Add(RestoreCommand.Create(output));
        return root;
    }
}
