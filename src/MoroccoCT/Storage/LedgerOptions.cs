using System.ComponentModel.DataAnnotations;
using System.Data.Common;

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

    public bool IsPostgres => Has("Host") || Has("Server");

    /// <summary>Only with SQLite.</summary>
    internal string File => Has("Data Source") ? Path.GetFullPath(Part("Data Source")) : Path.Combine(Path.GetFullPath(DataFolder), FileName);

    internal string ConnectionStringOrFile => ConnectionString ?? $"Data Source={File}";

    /// <summary>Named in messages; without password.</summary>
    internal string Place => IsPostgres ? $"database '{(Has("Database") ? Part("Database") : "")}' on {Part(Has("Host") ? "Host" : "Server")}" : $"file {File}";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ConnectionString is not null && !IsPostgres && !Has("Data Source"))
            yield return new("Ledger:ConnectionString is neither 'Host=…;Database=…;Username=…' for PostgreSQL nor 'Data Source=…' for SQLite.", [nameof(ConnectionString)]);
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
