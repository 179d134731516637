using MoroccoCT.Tests.Fixtures;
using MoroccoCT.Tests.Storage;

namespace MoroccoCT.Tests.Delivery;

/// <summary>Deliveries in an SQLite file.</summary>
public sealed class SqliteDeliveryTests : DeliveryTests, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("deliveries-");

    protected override Task<string> NewDatabaseAsync() => Task.FromResult($"Data Source={folder.FullName}/ledger.db");

    public void Dispose() => folder.Delete(recursive: true);
}

/// <summary>Deliveries in PostgreSQL.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PostgresDeliveryTests(PostgresServer server) : DeliveryTests
{
    protected override Task<string> NewDatabaseAsync() => server.CreateDatabaseAsync();
}
