using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MoroccoCT.Storage;

/// <summary>
/// What is committed survives the power plug (synchronous=FULL), and a writer waits for another process's
/// instead of failing. Both are settings of a connection; that the file keeps a write-ahead log is kept in the file.
/// </summary>
internal sealed class SqliteDurability : DbConnectionInterceptor
{
    private const string Settings = "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 30000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
