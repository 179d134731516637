using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MoroccoCT.Storage;
using MoroccoCT.Tests.Requests;

namespace MoroccoCT.Tests.Storage;

public sealed class SqliteLedgerFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ledger-");

    private string DataFolder => Path.Combine(folder.FullName, "data");

    private string File => Path.Combine(DataFolder, "ledger.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task The_file_is_made_in_the_data_folder_and_commits_reach_the_disk()
    {
        await using var process = LedgerProcess.Create(new() { ["Ledger:DataFolder"] = DataFolder });
        await process.Database.PrepareAsync(default);

        System.IO.File.Exists(File).ShouldBeTrue();
        await using var ledger = await process.Get<IDbContextFactory<LedgerContext>>().CreateDbContextAsync();
        (await ledger.Database.SqlQueryRaw<string>("SELECT journal_mode AS \"Value\" FROM pragma_journal_mode").ToListAsync()).ShouldBe(["wal"]);
        (await ledger.Database.SqlQueryRaw<long>("SELECT synchronous AS \"Value\" FROM pragma_synchronous").ToListAsync()).ShouldBe([2], "2 is FULL");
    }

    [Fact]
    public async Task The_lock_of_a_process_that_was_killed_while_it_migrated_stops_nobody()
    {
        Directory.CreateDirectory(DataFolder);
        await using (var connection = new SqliteConnection($"Data Source={File}"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-11-22')";
            await command.ExecuteNonQueryAsync();
        }

        await using var process = LedgerProcess.Create(new() { ["Ledger:DataFolder"] = DataFolder });
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await process.Database.PrepareAsync(deadline.Token);

        (await process.SubmitAsync()).Number.ShouldBe("MCT-2026-0001");
    }

    [Fact]
    public async Task A_start_waits_for_another_that_is_making_the_file_ready()
    {
        await using var process = LedgerProcess.Create(new() { ["Ledger:DataFolder"] = DataFolder });
        await process.Database.PrepareAsync(default);

        await using (new FileStream($"{File}.lock", FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            await Should.ThrowAsync<OperationCanceledException>(() => process.Database.PrepareAsync(patience.Token));
        }

        await process.Database.PrepareAsync(default);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_is_named()
    {
        await System.IO.File.WriteAllTextAsync(DataFolder, "a file in the way");

        (await RefusalAsync(new() { ["Ledger:DataFolder"] = DataFolder })).ShouldContain($"The ledger cannot be used: file {File}: ");
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_found_out_at_the_start()
    {
        await using (var process = LedgerProcess.Create(new() { ["Ledger:DataFolder"] = DataFolder }))
            await process.Database.PrepareAsync(default);

        var refusal = await RefusalAsync(new() { ["Ledger:ConnectionString"] = $"Data Source={File};Mode=ReadOnly" });

        refusal.ShouldContain(File);
        refusal.ShouldContain("readonly");
        refusal.ShouldContain("--data");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        Directory.CreateDirectory(DataFolder);
        await System.IO.File.WriteAllTextAsync(File, new string('x', 4096));

        (await RefusalAsync(new() { ["Ledger:DataFolder"] = DataFolder })).ShouldContain("file is not a database");
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_named_without_its_password()
    {
        var refusal = await RefusalAsync(new() { ["Ledger:ConnectionString"] = "Host=127.0.0.1;Port=1;Database=briefings;Username=desk;Password=secret;Timeout=1" });

        refusal.ShouldContain("database 'briefings' on 127.0.0.1");
        refusal.ShouldContain("Ledger:ConnectionString");
        refusal.ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("Ledger:ConnectionString", "postgres://desk@db/briefings", "Ledger:ConnectionString")]
    [InlineData("Ledger:MaxUnfinished", "0", "MaxUnfinished")]
    [InlineData("Ledger:RetryAfter", "00:00:00", "RetryAfter")]
    public void A_setting_out_of_range_is_named(string setting, string value, string named)
    {
        var process = LedgerProcess.Create(new() { [setting] = value });

        Should.Throw<OptionsValidationException>(() => process.Get<IOptions<LedgerOptions>>().Value).Message.ShouldContain(named);
    }

    private static async Task<string> RefusalAsync(Dictionary<string, string?> settings)
    {
        await using var process = LedgerProcess.Create(settings);
        return (await Should.ThrowAsync<LedgerUnavailableException>(() => process.Database.PrepareAsync(default))).Message;
    }
}
