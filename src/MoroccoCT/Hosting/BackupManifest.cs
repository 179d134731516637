using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MoroccoCT.Hosting;

/// <summary>What a backup holds; the first file in it.</summary>
/// <param name="Format">1; a later one is refused.</param>
/// <param name="Product">Always <see cref="ThisProduct"/>.</param>
/// <param name="Version">Of the program that made it.</param>
/// <param name="Counters">The last number of each series.</param>
internal sealed record BackupManifest(
    int Format, string Product, string Version, DateTimeOffset Created, IReadOnlyDictionary<string, long> Counters, IReadOnlyList<BackupFile> Files)
{
    public const string FileName = "manifest.json";
    public const string ThisProduct = "MoroccoCT Briefings";

    private const int ThisFormat = 1;

    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    };

    private static string ThisVersion =>
        typeof(BackupManifest).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    public static BackupManifest Of(DateTimeOffset created, IReadOnlyDictionary<string, long> counters, IReadOnlyList<BackupFile> files) =>
        new(ThisFormat, ThisProduct, ThisVersion, created, counters, files);

    /// <exception cref="BackupRefusedException">It is another's, a newer version's, or names what no backup holds.</exception>
    public static BackupManifest Read(byte[] content)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize<BackupManifest>(content, json);
            if (manifest is not { Product: ThisProduct })
                throw new BackupRefusedException("it is no backup of this program");
            if (manifest.Format != ThisFormat)
                throw new BackupRefusedException($"it was written by a newer version of this program, {manifest.Version}");
            if (manifest.Files.FirstOrDefault(file => !BackupContent.Has(file.Name)) is { } foreign)
                throw new BackupRefusedException($"it holds '{Printable(foreign.Name)}', which no backup does");
            if (manifest.Files.DistinctBy(file => file.Name).Count() != manifest.Files.Count || manifest.Files.All(file => file.Name != BackupContent.Ledger))
                throw new BackupRefusedException("it holds no ledger, or a file twice");
            return manifest;
        }
        catch (JsonException)
        {
            throw new BackupRefusedException("its manifest cannot be read");
        }
    }

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, json);

    /// <summary>For a message of one line.</summary>
    public static string Printable(string name) => string.Concat(name.Take(100).Select(letter => char.IsControl(letter) ? ' ' : letter));
}

/// <param name="Name">Relative to the data folder, with forward slashes.</param>
/// <param name="Sha256">In lower-case hex.</param>
internal sealed record BackupFile(string Name, long Size, string Sha256);

/// <summary>A file is no backup that can be restored. The message says why, without full stop.</summary>
internal sealed class BackupRefusedException(string message) : Exception(message);
