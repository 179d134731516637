using System.CommandLine;
using MoroccoCT.Hosting;
using MoroccoCT.Storage;

namespace MoroccoCT.Cli;

/// <summary><c>restore</c>: the data folder as a backup has it.</summary>
internal static class RestoreCommand
{
    public static Command Create(TextWriter output)
    {
        var file = new Argument<string>("file") { Description = "A file that 'backup' has written." };
        var data = DataFolder.Option();
        var command = new Command("restore",
            "Put a backup in the place of ledger, settings, keys and the desk's own library. The service must be stopped; what was "
            + "there is kept aside.");
        command.Arguments.Add(file);
        command.Options.Add(data);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(file)!, parsed.GetValue(data)!, output, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string file, string data, TextWriter output, CancellationToken cancellationToken)
    {
        RefusePostgres(file, data);
        if (!File.Exists(file))
            throw new UsageException($"file: '{file}' does not exist. Name a file that 'backup' has written.");
        var folder = DataFolder.Create(data);
        var restored = await Restore.RunAsync(Path.GetFullPath(file), folder, Ledger, TimeProvider.System, cancellationToken);
        await output.WriteLineAsync(
            $"{data} is as it was on {restored.Backup.Created:yyyy-MM-dd HH:mm} UTC: {restored.Backup.Files.Count} files of version "
            + $"{restored.Backup.Version}, all checked.");
        foreach (var (series, last) in restored.Counters.OrderBy(counter => counter.Key, StringComparer.Ordinal))
            await output.WriteLineAsync(
                $"The next number is {series}-{last + 1:D4}: {RestoredLedger.Reserve} are skipped, since some may have been issued "
                + "after the backup.");
        await output.WriteLineAsync(
            "Editions that fell due before now are not made up for by themselves. 'schedule run' makes the last one, under the number "
            + "it may have been issued with.");
        if (restored.Replaced is not null)
            await output.WriteLineAsync($"What was there before is in {restored.Replaced}. Delete it when all is well.");
        return ExitCode.Success;
    }

    private static void RefusePostgres(string file, string data)
    {
        if (Present(DataFolder.FullPath(data)) is { IsPostgres: true } ledger)
            throw new UsageException(
                "restore: The ledger is in PostgreSQL, which has its own tools: stop the service and all workers, then pg_restore "
                + $"--clean --if-exists --single-transaction {BackupCommand.At(ledger)} '{file}'. docs/operations.md says how numbers "
                + "are kept from repeating.");
    }

    /// <summary>Null where the settings cannot be read: they may be what is to be restored.</summary>
    private static LedgerOptions? Present(string folder)
    {
        try
        {
            return Ledger(folder);
        }
        catch (UsageException)
        {
            return null;
        }
    }

    private static LedgerOptions Ledger(string folder)
    {
        var builder = new ConfigurationBuilder();
        Settings.AddTo(builder, folder, new Dictionary<string, string?> { ["Ledger:DataFolder"] = folder });
        var settings = builder.Build();
        SettingsCheck.Run(settings);
        return LedgerOptions.Of(settings);
    }
}
