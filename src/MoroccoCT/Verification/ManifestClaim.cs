using System.Text.Json.Serialization;

namespace MoroccoCT.Verification;

/// <summary>
/// What a file says of itself, member by member as its manifest has it. It may be forged, and its words need not be known here.
/// </summary>
/// <remarks>It may come from another version of this program: so its words are texts, each of them one plain line of bounded length.</remarks>
public sealed record ManifestClaim
{
    public required string Format { get; init; }

    public string? Number { get; init; }

    /// <summary>Whether it says itself that it was never issued.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Preview { get; init; }

    public required string Reference { get; init; }

    public required string Fingerprint { get; init; }

    public required DateOnly Issued { get; init; }

    public ClaimedPeriod? Period { get; init; }

    public required ClaimedOrder Order { get; init; }

    public string? ContentHash { get; init; }

    public required ClaimedLibrary Library { get; init; }

    public required IReadOnlyList<ClaimedSection> Sections { get; init; }

    public IReadOnlyList<string> Sources { get; init; } = [];

    public string? LayoutVersion { get; init; }

    public string? EngineVersion { get; init; }

    /// <summary>By what the document is called.</summary>
    internal string Name => Number ?? Reference;

    /// <summary>Whether no list holds a null, which the JSON reader lets pass.</summary>
    internal bool IsWhole => Order.IsWhole && Library.IsWhole && Sections.All(section => section is not null) && Sources.All(source => source is not null);
}

public sealed record ClaimedOrder
{
    public required IReadOnlyList<string> Sections { get; init; }

    public IReadOnlyList<string> Topics { get; init; } = [];

    public required string Language { get; init; }

    public string? Title { get; init; }

    public string? PreparedFor { get; init; }

    public string? Paper { get; init; }

    public string? Depth { get; init; }

    public string? Marking { get; init; }

    public string? Profile { get; init; }

    public bool Numbered { get; init; }

    internal bool IsWhole => Sections.Concat(Topics).All(id => id is not null);
}

public sealed record ClaimedPeriod(DateOnly From, DateOnly To);

/// <param name="Files">SHA-256 of each file by its path.</param>
public sealed record ClaimedLibrary(string Hash, IReadOnlyDictionary<string, string> Files)
{
    private const int Shown = 12;

    /// <summary>As much of the hash as a document prints.</summary>
    internal string ShortHash => Hash[..Math.Min(Shown, Hash.Length)];

    internal bool IsWhole => Files.Values.All(hash => hash is not null);
}

/// <param name="InformationAsOf">A year, a month or a day, as the library gave it.</param>
public sealed record ClaimedSection(string Id, string Title, string Sha256, string InformationAsOf)
{
    public DateOnly? LastReviewed { get; init; }

    public string? Reviewer { get; init; }

    public bool? DraftedWithModel { get; init; }

    public bool? TranslationReviewed { get; init; }
}
