using System.CommandLine;
using MoroccoCT.Hosting;

namespace MoroccoCT.Cli;

/// <summary><c>serve</c>, also without a command: the form, the API, the queue and its workers in one process.</summary>
internal sealed class ServeCommand
{
    private readonly Option<string> data = DataFolder.Option();
    private readonly Option<string> urls = new("--urls")
    {
        Description = "Addresses to listen on, separated by semicolons. Beyond loopback people have to sign in.",
        DefaultValueFactory = _ => ListenAddresses.DefaultUrls,
    };
    private readonly Option<bool> shared = new("--shared")
    {
        Description = "Have people sign in, also where only this machine reaches the service, such as behind a proxy.",
    };
    private readonly Option<bool> jobsDashboard = new("--jobs-dashboard")
    {
        Description = "Show Hangfire's view of the jobs at /jobs to administrators.",
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
        foreach (var option in new Option[] { data, urls, shared, jobsDashboard, templates })
            command.Options.Add(option);
        command.SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = new ServiceOptions(
            parsed.GetValue(data)!, parsed.GetValue(urls)!, parsed.GetValue(shared), parsed.GetValue(templates), parsed.GetValue(jobsDashboard));
        await using var service = await ServiceHost.StartAsync(options, cancellationToken);
        await service.WaitForShutdownAsync(cancellationToken);
        return ExitCode.Success;
    }
}
