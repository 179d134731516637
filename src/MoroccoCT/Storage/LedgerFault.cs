using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace MoroccoCT.Storage;

/// <summary>What the database or the file system said, in words for an operator.</summary>
/// <param name="What">What is wrong, without a full stop.</param>
/// <param name="Advice">What to do about it.</param>
/// <param name="MayPass">Whether it may be better in a moment without anybody's doing: a database that starts or is replaced.</param>
public sealed record LedgerFault(string What, string Advice, bool MayPass = false)
{
    private const string CheckSetting = "Check the setting Ledger:ConnectionString, that the database exists and that its user may create tables.";
    private const string NameFolder = "Name a folder that this user may write to with --data or the setting Ledger:DataFolder.";
    private const string FreeSpace = "Free space there, then try again.";
    private const string Restore = "Restore a backup with 'MoroccoCT restore FILE'; the present file is kept aside.";

    // SQLite's result codes, and the errors of Linux and Windows.
    private const int SqliteError = 1;
    private const int SqliteBusy = 5;
    private const int SqliteCorrupt = 11;
    private const int SqliteFull = 13;
    private const int SqliteNoDatabase = 26;
    private const int SqliteNoSpaceForSharedMemory = 4874;
    private static readonly int[] noSpace = [28, 122, 27, 112, 39];

    /// <summary>Looks below what was wrapped around it; null for a fault that comes from elsewhere.</summary>
    public static LedgerFault? Of(Exception? fault) => fault switch
    {
        null => null,
        LedgerFileException file => new(file.Message, Restore),
        DbException or IOException or UnauthorizedAccessException or SocketException when IsDiskFull(fault) =>
            new($"the disk is full ({Text(fault)})", FreeSpace),
        SqliteException sqlite => OfSqlite(sqlite),
        PostgresException postgres => new(Text(fault), CheckSetting, IsPassing(postgres)),
        NpgsqlException => new(Text(fault), CheckSetting, MayPass: !IsRefusal(fault)),
        SocketException => new(Text(fault), CheckSetting, MayPass: true),
        IOException or UnauthorizedAccessException => new(Text(fault), NameFolder),
        _ => Of(fault.InnerException),
    };

    /// <summary>Whether there is no room left on the disk, of a file or of the database.</summary>
    public static bool IsDiskFull(Exception? fault) => fault switch
    {
        null => false,
        SqliteException { SqliteErrorCode: SqliteFull } or SqliteException { SqliteExtendedErrorCode: SqliteNoSpaceForSharedMemory } => true,
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => true,
        IOException when noSpace.Contains(fault.HResult & 0xFFFF) => true,
        _ => IsDiskFull(fault.InnerException),
    };

    private static LedgerFault OfSqlite(SqliteException fault) => fault.SqliteErrorCode switch
    {
        SqliteCorrupt or SqliteNoDatabase => new($"it is damaged or no ledger ({Text(fault)})", Restore),
        SqliteError => new($"its tables are not those of a ledger ({Text(fault)})", Restore),
        SqliteBusy => new($"another program keeps it to itself ({Text(fault)})", "Stop that program, then try again."),
        _ => new(Text(fault), NameFolder),
    };

    /// <summary>Starting up, shutting down, or no connection to spare.</summary>
    private static bool IsPassing(PostgresException fault) => fault.SqlState is
        PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.TooManyConnections;

    /// <summary>A certificate that is not trusted, or a server without TLS, stays so.</summary>
    private static bool IsRefusal(Exception fault) => fault.InnerException is null or System.Security.Authentication.AuthenticationException;

    private static string Text(Exception fault) =>
        string.Join(": ", Causes(fault).Select(cause => cause.Message.ReplaceLineEndings(" ").Trim().TrimEnd('.')).Distinct());

    /// <summary>Npgsql says "failed to connect" and the socket why.</summary>
    private static IEnumerable<Exception> Causes(Exception fault) =>
        fault is NpgsqlException and not PostgresException && fault.InnerException is { } cause ? Causes(cause).Prepend(fault) : [fault];
}

/// <summary>The file of the ledger is not what it should be.</summary>
public sealed class LedgerFileException(string message) : Exception(message);
