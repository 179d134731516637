using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MoroccoCT.Verification;

/// <summary>
/// Reads a manifest that may be forged or come from another version of this program. It is ours by its format; what this version does not know is passed over,
/// what it needs must be there and of the right kind.
/// </summary>
internal static class ClaimReader
{
    /// <summary>In bytes. A manifest of the whole library has about 3,000.</summary>
    public const int LargestManifest = 64 * 1024;

    private const string Family = "moroccoct-briefing-manifest/";
    private const int Major = 1;

    private static readonly JsonSerializerOptions options = new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
        Converters = { new PlainTextConverter(), new JsonStringEnumConverter<Verdict>(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>Reads a manifest as it was attached to a file.</summary>
    public static ManifestReading Read(ReadOnlySpan<byte> manifest)
    {
        if (manifest.Length > LargestManifest || Parse<Head>(manifest) is not { Format: { } format } || MajorOf(format) is not { } major)
            return ManifestReading.Nothing(Verdict.NoBriefing);
        if (major > Major)
            return ManifestReading.Nothing(Verdict.NewerFormat);
        return Parse<ManifestClaim>(manifest) is { IsWhole: true } claim ? ManifestReading.Of(claim) : ManifestReading.Nothing(Verdict.NoBriefing);
    }

    /// <summary>For the way from the process that read the file to the one that asked.</summary>
    public static byte[] Write(ManifestReading reading) => JsonSerializer.SerializeToUtf8Bytes(reading, options);

    /// <summary>Reads what <see cref="Write"/> wrote, with no more trust than a manifest; null when it is something else.</summary>
    public static ManifestReading? ReadBack(ReadOnlySpan<byte> reading) =>
        Parse<ManifestReading>(reading) is { } read
        && (read.Manifest is { } manifest ? manifest.IsWhole : read.Without is Verdict.NoBriefing or Verdict.NewerFormat or Verdict.DamagedPdf)
            ? read
            : null;

    private static T? Parse<T>(ReadOnlySpan<byte> json)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The 1 of <c>moroccoct-briefing-manifest/1</c> and of <c>…/1.2</c>; null when the manifest is of another family.</summary>
    private static int? MajorOf(string format) =>
        format.StartsWith(Family, StringComparison.Ordinal)
        && int.TryParse(format.AsSpan(Family.Length).ToString().Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
        && major >= Major
            ? major
            : null;

    private sealed record Head(string? Format);
}
