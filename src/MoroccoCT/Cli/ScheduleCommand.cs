using System.CommandLine;
using MoroccoCT.Audit;
using MoroccoCT.Hosting;
using MoroccoCT.Jobs;
using MoroccoCT.Language;
using MoroccoCT.Library.Developments;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Schedules;
using MoroccoCT.Storage;
using MoroccoCT.Web.Addresses;

namespace MoroccoCT.Cli;

/// <summary><c>schedule</c>: what is due when, and the current edition on demand.</summary>
internal static class ScheduleCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var command = new Command("schedule", "Look at the schedules, or make an edition now.");
        command.Subcommands.Add(List(output));
        command.Subcommands.Add(Run(output, error));
        return command;
    }

    private static Command List(TextWriter output)
    {
        var data = DataFolder.OfTheService();
        var templates = CheckCommand.TemplatesOption();
        var command = new Command("list", "Print each schedule with its next due times and last edition.");
        command.Options.Add(data);
        command.Options.Add(templates);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = LedgerServices.Looking(parsed.GetValue(data)!, parsed.GetValue(templates), More);
            var list = services.GetRequiredService<ScheduleList>();
            var schedules = await LedgerServices.HasLedgerAsync(services, cancellationToken)
                ? await list.ListAsync(Viewer.Everything, cancellationToken)
                : list.BeforeTheFirstEdition();
            foreach (var schedule in schedules)
            {
                await output.WriteLineAsync($"{schedule.Name}  {schedule.Schedule.Times.Cron}  {schedule.Schedule.Times.TimeZone}"
                    + $"{(schedule.Schedule.IsPaused ? "  paused" : "")}  last edition: {schedule.LastEdition?.Number ?? "none"}");
                foreach (var problem in schedule.Problems)
                    await output.WriteLineAsync($"  broken: {ScheduleProblemWords.English.Line(problem, field => field)}");
                foreach (var due in schedule.Next)
                    await output.WriteLineAsync($"  {due.Local:yyyy-MM-dd HH:mm zzz}  {due.Utc:yyyy-MM-dd HH:mm} UTC");
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static Command Run(TextWriter output, TextWriter error)
    {
        var name = new Argument<string>("name") { Description = "The schedule's name, such as weekly." };
        var data = DataFolder.Option();
        var templates = CheckCommand.TemplatesOption();
        var command = new Command("run", "Make the current edition of a schedule now, the one that was due last. Run twice, it exists once.");
        command.Arguments.Add(name);
        command.Options.Add(data);
        command.Options.Add(templates);
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(name)!, parsed.GetValue(data)!, parsed.GetValue(templates), output, error, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        string name, string data, string? templates, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        await using var services = await ServicesAsync(data, templates, cancellationToken);
        var exit = ExitCode.Success;
        foreach (var made in await MakeAsync(services, name, cancellationToken))
        {
            if (!made.Request.IsFinal)
                await services.GetRequiredService<RenderRequestJob>().RunNowAsync(made.Request.Id, cancellationToken);

            // A service that runs on the same ledger may have taken it: then this waits for its result.
            var last = made.Request;
            await foreach (var state in services.GetRequiredService<RequestWatch>().FollowAsync(made.Request.Id, cancellationToken))
                last = state;
            if (last.State == RequestState.Completed)
            {
                await output.WriteLineAsync(
                    $"{last.Number}  {last.Language}  {last.PeriodFrom:yyyy-MM-dd} to {last.PeriodTo:yyyy-MM-dd}  {Counted.Pages(last.Pages ?? 0)}"
                    + $"  sha256:{last.Sha256}" + (made.IsNew ? "" : "  (made before)"));
                continue;
            }

            await error.WriteLineAsync($"{last.Number} {last.Language} {last.State}: {last.ErrorTitle}. {last.ErrorDetail}");
            exit = ExitCode.Engine;
        }

        return exit;
    }

    private static async Task<IReadOnlyList<Submitted>> MakeAsync(ServiceProvider services, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await services.GetRequiredService<EditionMaker>().MakeDueAsync(name, Viewer.Everything, Actor.CommandLine, cancellationToken);
        }
        catch (UnknownScheduleException unknown)
        {
            throw new UsageException($"name: {unknown.Message}");
        }
    }

    private static async Task<ServiceProvider> ServicesAsync(string data, string? templates, CancellationToken cancellationToken)
    {
        var services = LedgerServices.Create(data, templates, More);
        await services.GetRequiredService<LedgerDatabase>().PrepareAsync(cancellationToken);
        return services;
    }

    private static void More(IServiceCollection services, IConfiguration configuration) =>
        services.AddAddresses(configuration).AddDevelopments(configuration).AddSchedules(configuration).AddJobs(configuration);
}
