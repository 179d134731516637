using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace MoroccoCT.Storage;

/// <summary>Finds out at the start what would otherwise come out one request at a time: damage of the file, missing tables, no room to write.</summary>
internal static class LedgerCheckup
{
    /// <summary>
    /// Up to this size the whole file is looked through, at about a gigabyte a second; above it all tables but that of the documents, whose hashes are their
    /// own check.
    /// </summary>
    private const long WholeFile = 512L << 20;

    private const string WriteAndForget =
        "INSERT INTO counters (name, value) VALUES ('', 0) ON CONFLICT (name) DO UPDATE SET value = 0; DELETE FROM counters WHERE "
        + "name = ''";

    /// <exception cref="LedgerFileException">The file is cut off or something else.</exception>
    public static void LookAtFile(string file)
    {
        if (Directory.Exists(file))
            throw new LedgerFileException("it is a folder");
        if (File.Exists(file) && new FileInfo(file).Length == 0)
            throw new LedgerFileException(
                "it is empty, which a ledger never is: it was cut off, or the very first start was interrupted, and then it can be "
                + "deleted");
    }

    /// <summary>SQLite's own check of pages, rows and indexes.</summary>
    /// <exception cref="LedgerFileException">Names the first fault.</exception>
    public static async Task LookThroughAsync(LedgerContext ledger, long size, CancellationToken cancellationToken)
    {
        var tables = ledger.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Where(table => table != "documents");
        foreach (var check in size <= WholeFile ? ["PRAGMA integrity_check(1)"] : tables.Select(table => $"PRAGMA quick_check('{table}')"))
        {
            if (await ScalarAsync(ledger, check, cancellationToken) is var answer and not "ok")
                throw new LedgerFileException($"it is damaged ({answer?.ToString()?.ReplaceLineEndings(" ")})");
        }
    }

    /// <summary>Fails where a table or a column is missing, or nothing can be written; leaves nothing behind.</summary>
    public static async Task TryOutAsync(LedgerContext ledger, CancellationToken cancellationToken)
    {
        var names = ledger.GetService<ISqlGenerationHelper>();
        foreach (var entity in ledger.Model.GetEntityTypes())
        {
            // With the table before it, SQLite does not take a column that is missing for a text in quotation marks.
            var columns = string.Join(", ", entity.GetProperties().Select(property => $"t.{names.DelimitIdentifier(property.GetColumnName())}"));
            await ScalarAsync(ledger, $"SELECT {columns} FROM {names.DelimitIdentifier(entity.GetTableName()!)} AS t WHERE 1 = 0", cancellationToken);
        }

        await ScalarAsync(ledger, WriteAndForget, cancellationToken);
    }

    private static async Task<object?> ScalarAsync(LedgerContext ledger, string sql, CancellationToken cancellationToken)
    {
        await using DbCommand command = ledger.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
