using MoroccoCT.Tests.Fixtures;
using MoroccoCT.Tests.Storage;

namespace MoroccoCT.Tests.Audit;

/// <summary>The audit in an SQLite file.</summary>
public sealed class SqliteAuditTests : AuditTests, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("audit-");

    protected override string WithoutTriggers =>
        """
        DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_deleted; DROP TRIGGER audit_is_not_replaced;
        DROP TRIGGER audit_head_is_not_deleted; DROP TRIGGER audit_head_moves_on;
        """;

    protected override Task<string> NewDatabaseAsync() => Task.FromResult($"Data Source={folder.FullName}/ledger.db");

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>It would delete the row without a word to the trigger for deletions.</summary>
    [Fact]
    public Task No_entry_is_replaced() => RefusedAsync(
        "INSERT OR REPLACE INTO audit "
        + "SELECT sequence, at, 'Nobody', who_id, door, what, subject, details, address, request_id, previous_hash, hash FROM audit");
}

/// <summary>The audit in PostgreSQL.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PostgresAuditTests(PostgresServer server) : AuditTests
{
    protected override string WithoutTriggers => "ALTER TABLE audit DISABLE TRIGGER ALL; ALTER TABLE audit_head DISABLE TRIGGER ALL;";

    protected override Task<string> NewDatabaseAsync() => server.CreateDatabaseAsync();

    [Fact]
    public Task The_table_is_not_emptied() => RefusedAsync("TRUNCATE audit");
}
