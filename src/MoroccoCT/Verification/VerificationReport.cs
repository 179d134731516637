namespace MoroccoCT.Verification;

/// <summary>What can be said of a file that claims to be a briefing.</summary>
/// <param name="Sha256">Of the file, in hexadecimal.</param>
/// <param name="Manifest">What the file says of itself, which is worth believing only of a genuine one; null when it says nothing.</param>
/// <param name="Number">Number of the request it was issued for; null when it is unknown here.</param>
/// <param name="IssuedAt">When it was issued here; null where that is not kept any more.</param>
/// <param name="Changes">What has changed since it was made; empty when it is up to date, null when that cannot be said.</param>
/// <param name="DeletedAt">When the request that it was issued for was deleted here; null while it is there.</param>
public sealed record VerificationReport(
    Verdict Verdict, string Sha256, ManifestClaim? Manifest, string? Number, DateTimeOffset? IssuedAt, IReadOnlyList<Change>? Changes,
    DateTimeOffset? DeletedAt = null)
{
    public bool IsGenuine => Verdict == Verdict.Genuine;

    /// <summary>Whether it is to the last byte what was issued here, so that what it says of itself is true.</summary>
    internal bool IsUnchanged => Verdict is Verdict.Genuine or Verdict.Deleted;

    /// <summary>Null when it cannot be said, as with <c>changes</c>.</summary>
    public bool? IsSuperseded => Changes is null ? null : Changes.Count > 0;
}

public enum Verdict
{
    /// <summary>Issued here, and unchanged to the last byte.</summary>
    Genuine,

    /// <summary>It names a document that was issued here, and is not that document any more.</summary>
    Altered,

    /// <summary>It carries a manifest, but this ledger has not issued it.</summary>
    NotIssuedHere,

    /// <summary>A PDF, but no file of this product.</summary>
    NoBriefing,

    /// <summary>No PDF at all.</summary>
    NotPdf,

    /// <summary>It begins as a PDF and cannot be read as one: damaged or cut short.</summary>
    DamagedPdf,

    /// <summary>It brought down the process that read it, or kept it busy for too long: damaged or hostile.</summary>
    NotChecked,

    /// <summary>It carries a manifest of ours in a form that only a newer version of this program can read.</summary>
    NewerFormat,

    /// <summary>Issued here and unchanged to the last byte, but deleted here since: nobody stands for it any more.</summary>
    Deleted,

    /// <summary>Pages as they are shown before something is ordered: they were never issued.</summary>
    Preview,
}

/// <param name="Kind">What sort of change it is.</param>
/// <param name="Subject">Title of the section, name of the file or number of the edition.</param>
/// <param name="Before">As the document has it, where that can be said.</param>
/// <param name="After">As it is now.</param>
public sealed record Change(ChangeKind Kind, string Subject, string? Before = null, string? After = null);

public enum ChangeKind
{
    SectionText,
    SectionInformation,
    SectionReview,
    SectionRemoved,
    LibraryFile,
    NewerEdition,

    /// <summary>Another edition has taken its place.</summary>
    Superseded,
}
