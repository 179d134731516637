using Microsoft.Data.Sqlite;

namespace MoroccoCT.Storage;

/// <summary>An SQLite ledger copied while others write to it: the copy is the ledger as it was at one moment.</summary>
internal static class LedgerCopy
{
    /// <exception cref="LedgerFileException">The copy is damaged, as then is the ledger.</exception>
    /// <exception cref="SqliteException">The ledger cannot be read, or the copy not be written.</exception>
    public static void Make(string ledger, string copy)
    {
        using var from = Open(ledger, SqliteOpenMode.ReadWrite);
        using var to = Open(copy, SqliteOpenMode.ReadWriteCreate);
        from.BackupDatabase(to);

        // One file, without a log beside it.
        Execute(to, "PRAGMA journal_mode = DELETE");
        Check(to);
    }

    /// <exception cref="LedgerFileException">Names the first fault.</exception>
    public static void Check(SqliteConnection ledger)
    {
        using var command = ledger.CreateCommand();
        command.CommandText = "PRAGMA integrity_check(1)";
        if (command.ExecuteScalar() is var answer and not "ok")
            throw new LedgerFileException($"it is damaged ({answer?.ToString()?.ReplaceLineEndings(" ")})");
    }

    /// <summary>The last number of each series.</summary>
    public static IReadOnlyDictionary<string, long> Counters(SqliteConnection ledger)
    {
        using var command = ledger.CreateCommand();
        command.CommandText = "SELECT name, value FROM counters WHERE name LIKE 'MCT-%' ORDER BY name";
        using var rows = command.ExecuteReader();
        var counters = new SortedDictionary<string, long>(StringComparer.Ordinal);
        while (rows.Read())
            counters[rows.GetString(0)] = rows.GetInt64(1);
        return counters;
    }

    /// <summary>Without a pool, which would keep the file open.</summary>
    public static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var place = new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 5 };
        var connection = new SqliteConnection(place.ToString());
        connection.Open();
        return connection;
    }

    public static void Execute(SqliteConnection ledger, string sql, params (string Name, object Value)[] values)
    {
        using var command = ledger.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }
}
