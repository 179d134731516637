using System.CommandLine;
using Microsoft.Extensions.Options;
using MoroccoCT.Hosting;
using MoroccoCT.Storage;
using Npgsql;

namespace MoroccoCT.Cli;

/// <summary><c>backup</c>: everything that must survive, in one file, while the service runs.</summary>
internal static class BackupCommand
{
    public static Command Create(TextWriter output)
    {
        var file = new Argument<string>("file") { Description = "The file to write, such as desk-2026-11-22.tar. It must not exist yet." };
        var data = DataFolder.OfTheService();
        var command = new Command("backup", "Write ledger, settings, keys and the desk's own library into one file, also while the service runs.");
        command.Arguments.Add(file);
        command.Options.Add(data);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(file)!, parsed.GetValue(data)!, output, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string file, string data, TextWriter output, CancellationToken cancellationToken)
    {
        await using var services = LedgerServices.Existing(data, templates: null, _ => { });
        var ledger = services.GetRequiredService<IOptions<LedgerOptions>>().Value;
        if (ledger.IsPostgres)
            throw new UsageException(
                $"backup: The ledger is in PostgreSQL, which has its own tools: pg_dump --format=custom {At(ledger)} --file='{file}'. "
                + "Copy settings.json, keys and library of the data folder beside it.");
        var time = services.GetRequiredService<TimeProvider>();
        var manifest = await Backup.MakeAsync(DataFolder.FullPath(data), ledger.File, Path.GetFullPath(file), time, cancellationToken);
        var size = new FileInfo(file).Length / 1024;
        await output.WriteLineAsync($"{file}  {manifest.Files.Count} files  {size} KiB  {Numbers(manifest.Counters)}  ledger checked");
        return ExitCode.Success;
    }

    /// <summary>Where PostgreSQL's tools find the database; the password is not shown.</summary>
    public static string At(LedgerOptions ledger)
    {
        var parts = new NpgsqlConnectionStringBuilder(ledger.FullConnectionString);
        return $"--host={parts.Host} --port={parts.Port} --username={parts.Username} --dbname={parts.Database}";
    }

    private static string Numbers(IReadOnlyDictionary<string, long> counters) =>
        counters.Count == 0 ? "no numbers yet" : string.Join(", ", counters.Select(counter => $"{counter.Key}-{counter.Value:D4}"));
}
