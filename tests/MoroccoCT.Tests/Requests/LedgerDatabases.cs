using MoroccoCT.Tests.Fixtures;

namespace MoroccoCT.Tests.Requests;

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
}
