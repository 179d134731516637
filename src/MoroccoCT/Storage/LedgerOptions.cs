using System.ComponentModel.DataAnnotations;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace MoroccoCT.Storage;

/// <summary>Where the ledger is kept and how much may wait in it; settings section <c>Ledger</c>.</summary>
public sealed class LedgerOptions : IValidatableObject
{
    public const string Section = "Ledger";

    private const string FileName = "ledger.db";

    /// <summary>
    /// <c>Host=…;Database=…;Username=…</c> for PostgreSQL, <c>Data Source=…</c> for an SQLite file of another name;
    /// null keeps an SQLite file in <see cref="DataFolder"/>.
    /// </summary>
    public string? ConnectionString { get; set; }

    /// <summary>Folder of the SQLite file; it is made when it is missing.</summary>
    [Required]
    public string DataFolder { get; set; } = "data";

    /// <summary>Requests that may wait or render; the next one is turned away. Editions always find a place.</summary>
    [Range(1, 1_000_000)]
    public int MaxUnfinished { get; set; } = 1000;

    /// <summary>When whoever was turned away may come back.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a service that starts waits for a PostgreSQL that cannot be reached yet. SQLite is not waited for.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan StartTimeout { get; set; } = TimeSpan.FromSeconds(30);

    public bool IsPostgres => Has("Host") || Has("Server");

    /// <summary>Only with SQLite.</summary>
    internal string File => Has("Data Source") ? Path.GetFullPath(Part("Data Source")) : Path.Combine(Path.GetFullPath(DataFolder), FileName);

    /// <summary>For SQLite or PostgreSQL. Built part by part: a folder may be called anything.</summary>
    internal string FullConnectionString => IsPostgres
        ? ConnectionString!
        : new SqliteConnectionStringBuilder(ConnectionString ?? "") { DataSource = File }.ToString();

    /// <summary>Named in messages; without password.</summary>
    internal string Place => IsPostgres ? $"database '{(Has("Database") ? Part("Database") : "")}' on {Part(Has("Host") ? "Host" : "Server")}" : $"file {File}";

    /// <summary>What the settings say, for what is decided before there are services.</summary>
    internal static LedgerOptions Of(IConfiguration settings) => settings.GetSection(Section).Get<LedgerOptions>() ?? new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Fault() is { } fault)
            yield return new($"Ledger:ConnectionString {fault}", [nameof(ConnectionString)]);
    }

    private string? Fault()
    {
        if (ConnectionString is null)
            return null;
        if (!IsPostgres && !Has("Data Source"))
            return "is neither 'Host=…;Database=…;Username=…' for PostgreSQL nor 'Data Source=…' for SQLite.";
        try
        {
            if (IsPostgres)
                _ = new NpgsqlConnectionStringBuilder(ConnectionString);
            else if (new SqliteConnectionStringBuilder(ConnectionString) is { Mode: SqliteOpenMode.Memory } or { DataSource: ":memory:" or "" })
                return "names no file: a ledger in memory would be gone with the service.";
            return null;
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            return $"cannot be read: {wrong.Message.ReplaceLineEndings(" ").TrimEnd('.')}.";
        }
    }

    private bool Has(string part) => Parts()?.ContainsKey(part) == true;

    private string Part(string part) => $"{Parts()![part]}";

    private DbConnectionStringBuilder? Parts()
    {
        try
        {
            return ConnectionString is null ? null : new() { ConnectionString = ConnectionString };
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
