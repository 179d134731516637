using MoroccoCT.Tests.Fixtures;
using MoroccoCT.Tests.Storage;

namespace MoroccoCT.Tests.Schedules;

/// <summary>Editions in an SQLite file.</summary>
public sealed class SqliteEditionTests : EditionTests, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("editions-");

    protected override Task<string> NewDatabaseAsync() => Task.FromResult($"Data Source={folder.FullName}/ledger.db");

    public void Dispose() => folder.Delete(recursive: true);
}

/// <summary>Editions in PostgreSQL.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PostgresEditionTests(PostgresServer server) : EditionTests
{
    protected override Task<string> NewDatabaseAsync() => server.CreateDatabaseAsync();
}
