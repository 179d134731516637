using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using MoroccoCT.Storage;
using MoroccoCT.Tests.Fixtures;
using MoroccoCT.Tests.Requests;
using MoroccoCT.Tests.Storage;

namespace MoroccoCT.Tests.Retention;

/// <summary>Retention in an SQLite file.</summary>
public sealed class SqliteRetentionTests : RetentionTests, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("retention-");

    private string File => Path.Combine(folder.FullName, "ledger.db");

    protected override Task<string> NewDatabaseAsync() => Task.FromResult($"Data Source={File}");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task What_was_removed_makes_the_file_smaller_although_the_service_goes_on()
    {
        for (var i = 0; i < 20; i++)
            await One.Ledger.FinishAsync(await One.SubmitAsync(), content: $"%PDF {i} {new string('x', 200_000)}", fingerprint: $"f{i}");
        await One.ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        var full = new FileInfo(File).Length;

        await LiveAsync(days: 731);

        (await One.Ledger.ListAsync()).ShouldBeEmpty();
        full.ShouldBeGreaterThan(4_000_000);
        new FileInfo(File).Length.ShouldBeLessThan(full / 2);
    }

    [Fact]
    public async Task A_file_of_an_earlier_version_gives_back_room_from_the_next_start_on()
    {
        var request = await One.Ledger.FinishAsync(await One.SubmitAsync());
        await One.ExecuteAsync("PRAGMA auto_vacuum = NONE");
        await One.ExecuteAsync("VACUUM");
        (await ModeAsync(One)).ShouldBe(0);

        var next = await StartAsync();

        (await ModeAsync(next)).ShouldBe(2);
        (await next.Ledger.FindAsync(request)).Sha256.ShouldBe(request.Sha256);
    }

    private static async Task<long> ModeAsync(LedgerProcess process)
    {
        await using var context = await process.Get<IDbContextFactory<LedgerContext>>().CreateDbContextAsync();
        await context.Database.OpenConnectionAsync();
        await using var command = (SqliteCommand)context.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA auto_vacuum";
        return (long)(await command.ExecuteScalarAsync())!;
    }
}

/// <summary>Retention in PostgreSQL.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PostgresRetentionTests(PostgresServer server) : RetentionTests
{
    protected override Task<string> NewDatabaseAsync() => server.CreateDatabaseAsync();
}
