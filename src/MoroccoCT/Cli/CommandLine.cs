using System.CommandLine;
using Microsoft.Extensions.Options;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Hosting;
using MoroccoCT.Storage;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Cli;

/// <summary>The one program with its commands. A fault is one line on standard error and an exit code, never a stack trace.</summary>
public static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var parsed = Root(output, error).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await error.WriteLineAsync($"{parsed.Errors[0].Message} See 'MoroccoCT --help'.");
            return ExitCode.Usage;
        }

        var invocation = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };

        // A service minds signals itself: it has requests to finish, and more time for them than the others have.
        if (parsed.CommandResult.Command is RootCommand or { Name: "serve" or "worker" })
            invocation.ProcessTerminationTimeout = null;
        try
        {
            return await parsed.InvokeAsync(invocation, cancellationToken);
        }
        catch (UsageException usage)
        {
            await error.WriteLineAsync(usage.Message);
            return ExitCode.Usage;
        }
        catch (LedgerUnavailableException unavailable)
        {
            await error.WriteLineAsync(unavailable.Message);
            return ExitCode.Usage;
        }
        catch (BrokenLibraryException broken)
        {
            await error.WriteLineAsync(broken.Message);
            await error.WriteLineAsync($"The library has {broken.Problems.Count} fault(s). Mend them; 'MoroccoCT check' lists them again.");
            return ExitCode.Failed;
        }
        catch (TypesettingException engine)
        {
            await error.WriteLineAsync(engine.Message);
            return ExitCode.Engine;
        }
        catch (OptionsValidationException invalid)
        {
            await error.WriteLineAsync($"The settings are wrong: {string.Join(" ", invalid.Failures)}");
            return ExitCode.Usage;
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("Interrupted.");
            return ExitCode.Failed;
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
        return root;
    }
}
