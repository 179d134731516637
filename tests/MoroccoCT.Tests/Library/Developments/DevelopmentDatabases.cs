using MoroccoCT.Tests.Fixtures;
using MoroccoCT.Tests.Storage;

namespace MoroccoCT.Tests.Library.Developments;

/// <summary>Developments in an SQLite file.</summary>
public sealed class SqliteDevelopmentTests : DevelopmentTests, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("developments-");

    protected override Task<string> NewDatabaseAsync() => Task.FromResult($"Data Source={folder.FullName}/ledger.db");

    public void Dispose() => folder.Delete(recursive: true);
}

/// <summary>Developments in PostgreSQL.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PostgresDevelopmentTests(PostgresServer server) : DevelopmentTests
{
    protected override Task<string> NewDatabaseAsync() => server.CreateDatabaseAsync();
}
