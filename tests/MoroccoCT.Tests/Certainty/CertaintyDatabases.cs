using MoroccoCT.Tests.Fixtures;
using MoroccoCT.Tests.Storage;

namespace MoroccoCT.Tests.Certainty;

/// <summary>Alarms in an SQLite file.</summary>
public sealed class SqliteCertaintyTests : CertaintyTests, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("certainty-");

    protected override Task<string> NewDatabaseAsync() => Task.FromResult($"Data Source={folder.FullName}/ledger.db");

    public void Dispose() => folder.Delete(recursive: true);
}

/// <summary>Alarms in PostgreSQL.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PostgresCertaintyTests(PostgresServer server) : CertaintyTests
{
    protected override Task<string> NewDatabaseAsync() => server.CreateDatabaseAsync();
}
