using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
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
            command.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-22');
                """;
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

    [Theory]
    [InlineData("a;b")]
    [InlineData("it's")]
    [InlineData("a \"quoted\" = name")]
    [InlineData("|DataDirectory|")]
    [InlineData("été-مذكرة")]
    public async Task A_folder_may_be_called_anything(string name)
    {
        var data = Path.Combine(folder.FullName, name);
        await using var process = LedgerProcess.Create(new() { ["Ledger:DataFolder"] = data });
        await process.Database.PrepareAsync(default);

        await process.SubmitAsync();

        System.IO.File.Exists(Path.Combine(data, "ledger.db")).ShouldBeTrue();
    }

    [Fact]
    public async Task An_empty_file_is_not_taken_for_a_new_ledger()
    {
        Directory.CreateDirectory(DataFolder);
        await System.IO.File.WriteAllBytesAsync(File, []);

        (await RefusalAsync(new() { ["Ledger:DataFolder"] = DataFolder })).ShouldContain("it is empty");
        new FileInfo(File).Length.ShouldBe(0);
    }

    [Fact]
    public async Task Damage_within_the_file_is_found_at_the_start()
    {
        await MakeAsync();
        await using (var stream = new FileStream(File, FileMode.Open))
        {
            stream.Position = 3 * 4096;
            await stream.WriteAsync(Enumerable.Repeat((byte)0xA5, 4096).ToArray());
        }

        (await RefusalAsync(new() { ["Ledger:DataFolder"] = DataFolder }))
            .ShouldSatisfyAllConditions(text => text.ShouldContain("it is damaged"), text => text.ShouldContain("restore"));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.1)]
    public async Task A_file_that_was_cut_off_is_found_at_the_start(double part)
    {
        await MakeAsync();
        await using (var stream = new FileStream(File, FileMode.Open))
            stream.SetLength((long)(stream.Length * part));

        (await RefusalAsync(new() { ["Ledger:DataFolder"] = DataFolder })).ShouldContain("it is damaged");
    }

    [Theory]
    [InlineData("DROP TABLE requests", "no such table: requests")]
    [InlineData("ALTER TABLE requests DROP COLUMN pages", "no such column: t.pages")]
    [InlineData("DROP TABLE __EFMigrationsHistory", "already exists")]
    public async Task Tables_that_do_not_match_their_history_are_found_at_the_start(string sql, string named)
    {
        await MakeAsync(sql);

        (await RefusalAsync(new() { ["Ledger:DataFolder"] = DataFolder })).ShouldContain(named);
    }

    [Fact]
    public void A_full_disk_is_called_by_its_name()
    {
        LedgerFault.Of(new InvalidOperationException("wrapped", new SqliteException("database or disk is full", 13))).ShouldNotBeNull()
            .What.ShouldStartWith("the disk is full");
        LedgerFault.IsDiskFull(new IOException("No space left on device", 28)).ShouldBeTrue();
        LedgerFault.IsDiskFull(new IOException("Input/output error", 5)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_server_that_is_not_there_yet_is_waited_for_and_each_try_is_told()
    {
        var log = new FakeLog<LedgerDatabase>();
        await using var process = LedgerProcess.Create(
            new() { ["Ledger:ConnectionString"] = "Host=127.0.0.1;Port=1;Database=briefings;Username=desk", ["Ledger:StartTimeout"] = "00:00:05" },
            more: (services, _) => services.AddSingleton<ILogger<LedgerDatabase>>(log));
        var start = process.Database.PrepareInTimeAsync(default);
        while (!start.IsCompleted)
        {
            if (log.Lines.Count > 0)
                process.Time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        (await Should.ThrowAsync<LedgerUnavailableException>(() => start)).MayPass.ShouldBeTrue();
        log.Lines.Count.ShouldBeInRange(1, 2);
        log.Lines.ShouldAllBe(line => line.Contains("database 'briefings' on 127.0.0.1") && line.Contains("The start waits for it"));
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_named_without_its_password()
    {
        var refusal = await RefusalAsync(new()
        {
            ["Ledger:ConnectionString"] = "Host=127.0.0.1;Port=1;Database=briefings;Username=desk;Password=secret;Timeout=1"
        });

        refusal.ShouldContain("database 'briefings' on 127.0.0.1");
        refusal.ShouldContain("Ledger:ConnectionString");
        refusal.ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("Ledger:ConnectionString", "postgres://desk@db/briefings", "Ledger:ConnectionString")]
    [InlineData("Ledger:ConnectionString", "Data Source=:memory:", "names no file")]
    [InlineData("Ledger:ConnectionString", "Data Source=ledger.db;Colour=red", "keyword 'colour'")]
    [InlineData("Ledger:ConnectionString", "Host=db;Port=many", "port")]
    [InlineData("Ledger:MaxUnfinished", "0", "MaxUnfinished")]
    [InlineData("Ledger:RetryAfter", "00:00:00", "RetryAfter")]
    public void A_setting_out_of_range_is_named(string setting, string value, string named)
    {
        var process = LedgerProcess.Create(new() { [setting] = value });

        Should.Throw<OptionsValidationException>(() => process.Get<IOptions<LedgerOptions>>().Value).Message.ShouldContain(named);
    }

    /// <summary>A ledger of this version, in one file, with something done to it.</summary>
    private async Task MakeAsync(string? sql = null)
    {
        await using (var process = LedgerProcess.Create(new() { ["Ledger:DataFolder"] = DataFolder }))
        {
            await process.Database.PrepareAsync(default);
            await process.SubmitAsync();
        }

        SqliteConnection.ClearAllPools();
        await using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA wal_checkpoint(TRUNCATE); {sql}";
        await command.ExecuteNonQueryAsync();
    }

    private sealed class FakeLog<T> : ILogger<T>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }

    private static async Task<string> RefusalAsync(Dictionary<string, string?> settings)
    {
        await using var process = LedgerProcess.Create(settings);
        return (await Should.ThrowAsync<LedgerUnavailableException>(() => process.Database.PrepareAsync(default))).Message;
    }
}
