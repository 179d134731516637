using System.CommandLine;
using MoroccoCT.Hosting;

namespace MoroccoCT.Cli;

/// <summary><c>serve</c>, also without a command: the form, the API, the queue and its workers in one process.</summary>
internal sealed class ServeCommand
{
    private readonly Option<string> data = DataFolder.Option();
    private readonly Option<string> urls = new("--urls")
    {
        Description = "Addresses to listen on, separated by semicolons. Loopback only, until there is sign-in.",
        DefaultValueFactory = _ => LoopbackGuard.DefaultUrls,
    };
    private readonly Option<bool> insecureBind = new("--insecure-bind")
    {
        Description = "Listen elsewhere than on loopback although there is no sign-in: everybody who reaches the port can order and read.",
    };
    private readonly Option<bool> jobsDashboard = new("--jobs-dashboard")
    {
        Description = "Show Hangfire's view of the jobs at /jobs to browsers on this machine. Not behind a proxy: there is no sign-in.",
    };

    private readonly Option<string?> templates = CheckCommand.TemplatesOption();

    public static Command Create()
    {
        var serve = new ServeCommand();
        var command = new Command("serve", "Start the service (the default).");
        serve.AddTo(command);
        return command;
    }

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { data, urls, insecureBind, jobsDashboard, templates })
            command.Options.Add(option);
        command.SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = new ServiceOptions(
            parsed.GetValue(data)!, parsed.GetValue(urls)!, parsed.GetValue(insecureBind), parsed.GetValue(templates), parsed.GetValue(jobsDashboard));
        await using var service = await ServiceHost.StartAsync(options, cancellationToken);
        await service.WaitForShutdownAsync(cancellationToken);
        return ExitCode.Success;
    }
}
