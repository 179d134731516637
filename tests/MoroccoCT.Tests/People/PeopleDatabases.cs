using MoroccoCT.Tests.Fixtures;
using MoroccoCT.Tests.Storage;

namespace MoroccoCT.Tests.People;

/// <summary>People in an SQLite file.</summary>
public sealed class SqlitePeopleTests : PeopleTests, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("people-");

    protected override Task<string> NewDatabaseAsync() => Task.FromResult($"Data Source={folder.FullName}/ledger.db");

    public void Dispose() => folder.Delete(recursive: true);
}

/// <summary>People in PostgreSQL.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PostgresPeopleTests(PostgresServer server) : PeopleTests
{
    protected override Task<string> NewDatabaseAsync() => server.CreateDatabaseAsync();
}
