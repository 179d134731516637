using MoroccoCT.Storage;
using MoroccoCT.Tests.Fixtures;
using MoroccoCT.Tests.Requests;

namespace MoroccoCT.Tests.Storage;

/// <summary>The ledger in an SQLite file.</summary>
public sealed class SqliteLedgerTests : LedgerTests, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ledger-");

    protected override Task<string> NewDatabaseAsync() => Task.FromResult($"Data Source={folder.FullName}/ledger.db");

    public void Dispose() => folder.Delete(recursive: true);
}

/// <summary>The ledger in PostgreSQL.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PostgresLedgerTests(PostgresServer server) : LedgerTests
{
    protected override Task<string> NewDatabaseAsync() => server.CreateDatabaseAsync();

    [Fact]
    public async Task A_database_that_can_only_be_read_is_found_out_at_the_start()
    {
        var database = await NewDatabaseAsync();
        await (await LedgerProcess.StartAsync(database)).DisposeAsync();

        var refused = await Should.ThrowAsync<LedgerUnavailableException>(
            () => LedgerProcess.StartAsync($"{database};Options=-c default_transaction_read_only=on"));

        refused.Message.ShouldContain("read-only");
    }
}
