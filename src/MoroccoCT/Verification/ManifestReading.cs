namespace MoroccoCT.Verification;

/// <summary>What was found in a file.</summary>
/// <param name="Without">What can be said of a file without a manifest that can be read here; means nothing beside one.</param>
internal sealed record ManifestReading(ManifestClaim? Manifest, Verdict Without)
{
    public static ManifestReading Of(ManifestClaim manifest) => new(manifest, Verdict.NotIssuedHere);

    public static ManifestReading Nothing(Verdict verdict) => new(null, verdict);
}
