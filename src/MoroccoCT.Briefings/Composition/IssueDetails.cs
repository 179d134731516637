using MoroccoCT.Briefings.Editions;

namespace MoroccoCT.Briefings.Composition;

/// <summary>What a briefing says about its own making, beyond the order and the library.</summary>
public sealed record IssueDetails
{
    private const string ReferenceStart = "MCT-";

    /// <summary>Digits of the fingerprint in a reference.</summary>
    private const int ReferenceDigits = 8;

    /// <summary>Date issued, in the desk's time zone.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Number printed on the front page, such as <c>MCT-2026-0042</c>; null prints <see cref="Reference"/> instead.</summary>
    public string? Number { get; init; }

    /// <summary>The days an edition covers; null for a single briefing.</summary>
    public Period? Period { get; init; }

    /// <summary>What an edition tells besides its standing sections; null for a single briefing.</summary>
    public EditionContent? Edition { get; init; }

    /// <summary>Where the service is reached, for links to what an edition does not carry; null where it has no address.</summary>
    public string? Service { get; init; }

    /// <summary>Whether it is only looked at, and not issued.</summary>
    public bool IsPreview { get; init; }

    /// <summary>Hash of all that decides the bytes of the document, in hexadecimal.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Name of a document that many requests may share.</summary>
    public string Reference => ReferenceOf(Fingerprint);

    public static string ReferenceOf(string fingerprint) =>
        $"{ReferenceStart}{fingerprint[..Math.Min(ReferenceDigits, fingerprint.Length)].ToUpperInvariant()}";

    /// <returns>How the fingerprints of this reference begin; null for what is no reference.</returns>
    public static string? FingerprintOf(string reference) =>
        reference.StartsWith(ReferenceStart, StringComparison.OrdinalIgnoreCase) && reference.Length == ReferenceStart.Length + ReferenceDigits
            && reference[ReferenceStart.Length..] is var digits && digits.All(char.IsAsciiHexDigit)
            ? digits.ToLowerInvariant()
            : null;

    /// <summary>Who issues the briefing; null takes the library's default.</summary>
    public string? PreparedBy { get; init; }

    /// <summary>Where a reader can turn to; null prints none.</summary>
    public string? Contact { get; init; }

    /// <summary>Hash of the layout files.</summary>
    public required string LayoutVersion { get; init; }

    /// <summary>Name and version of the typesetting engine.</summary>
    public required string EngineVersion { get; init; }
}
