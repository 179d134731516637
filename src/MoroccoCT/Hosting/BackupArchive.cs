using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text;

namespace MoroccoCT.Hosting;

/// <summary>
/// A backup is a tar file: manifest, files, and last the seal, a SHA-256 over every byte before it. So a file that was cut off or of which one
/// bit was changed is found out before anything of it is used, and 'tar -xf' opens it without this program.
/// </summary>
internal static class BackupArchive
{
    private const string SealName = "seal";

    /// <summary>Header, content and the two empty blocks that end a tar file.</summary>
    private const int SealBytes = 4 * 512;

    private const int LargestManifest = 64 << 20;

    private const UnixFileMode ForOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static async Task WriteAsync(Stream file, BackupManifest manifest, Func<BackupFile, Stream> open, CancellationToken cancellationToken)
    {
        long end;
        await using (var tar = new TarWriter(file, TarEntryFormat.Pax, leaveOpen: true))
        {
            await AddAsync(tar, BackupManifest.FileName, new MemoryStream(manifest.Write()));
            foreach (var entry in manifest.Files)
                await AddAsync(tar, entry.Name, open(entry));
            end = file.Position;
        }

        // In the place of the empty blocks with which the writer has ended; the seal brings its own.
        var seal = await SealAsync(file, end, cancellationToken);
        file.Position = end;
        await file.WriteAsync(seal, cancellationToken);

        async Task AddAsync(TarWriter tar, string name, Stream content)
        {
            await using (content)
            {
                var entry = new PaxTarEntry(TarEntryType.RegularFile, name) { Mode = ForOwner, ModificationTime = manifest.Created, DataStream = content };
                await tar.WriteEntryAsync(entry, cancellationToken);
            }
        }
    }

    /// <summary>Reads it from the first to the last byte and compares everything with seal and manifest.</summary>
    /// <param name="create">Where the content of a file goes.</param>
    /// <exception cref="BackupRefusedException">It was cut off or altered, or is something else.</exception>
    public static async Task<BackupManifest> ReadAsync(Stream file, Func<BackupFile, Stream> create, CancellationToken cancellationToken)
    {
        try
        {
            await CheckSealAsync(file, cancellationToken);
            file.Position = 0;
            await using var tar = new TarReader(file, leaveOpen: true);
            var manifest = await ReadManifestAsync(tar, cancellationToken);
            var missing = manifest.Files.ToDictionary(entry => entry.Name, StringComparer.Ordinal);
            while (await tar.GetNextEntryAsync(copyData: false, cancellationToken) is { } entry && entry.Name != SealName)
            {
                if (entry.EntryType is not TarEntryType.RegularFile || !missing.Remove(entry.Name, out var known))
                    throw new BackupRefusedException($"it holds '{BackupManifest.Printable(entry.Name)}', which its manifest does not name as a file");
                await using var target = create(known);
                await CopyAsync(entry, known, target, cancellationToken);
            }

            return missing.Count == 0 ? manifest : throw new BackupRefusedException($"'{missing.Keys.First()}' is missing in it");
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException or FormatException or ArgumentException)
        {
            throw new BackupRefusedException("it is no backup of this program, or it is damaged");
        }
    }

    private static async Task CheckSealAsync(Stream file, CancellationToken cancellationToken)
    {
        if (file.Length < 2 * SealBytes)
            throw new BackupRefusedException("it is too short for a backup: it was cut off, or is something else");
        file.Position = file.Length - SealBytes;
        var end = new byte[SealBytes];
        await file.ReadExactlyAsync(end, cancellationToken);
        if (!end.AsSpan().StartsWith(Encoding.ASCII.GetBytes(SealName)))
            throw new BackupRefusedException("its seal is missing: it was cut off, or is no backup of this program");
        var right = await SealAsync(file, file.Length - SealBytes, cancellationToken);
        if (!end.AsSpan().SequenceEqual(right))
            throw new BackupRefusedException("it is not what it was when it was made: its seal does not match");
    }

    /// <summary>The end of a backup: the last entry, over the bytes before it, and the blocks that end a tar file.</summary>
    private static async Task<byte[]> SealAsync(Stream file, long length, CancellationToken cancellationToken)
    {
        using var seal = new MemoryStream();
        var always = DateTimeOffset.UnixEpoch;
        var content = new MemoryStream(Encoding.ASCII.GetBytes(await HashAsync(file, length, cancellationToken)));
        var entry = new UstarTarEntry(TarEntryType.RegularFile, SealName) { Mode = ForOwner, ModificationTime = always, DataStream = content };
        await using (var tar = new TarWriter(seal, TarEntryFormat.Ustar, leaveOpen: true))
            await tar.WriteEntryAsync(entry, cancellationToken);
        return seal.ToArray();
    }

    private static async Task<string> HashAsync(Stream file, long length, CancellationToken cancellationToken)
    {
        file.Position = 0;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 20];
        for (var left = length; left > 0;)
        {
            var read = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)), cancellationToken);
            if (read == 0)
                throw new EndOfStreamException();
            hash.AppendData(buffer, 0, read);
            left -= read;
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    private static async Task<BackupManifest> ReadManifestAsync(TarReader tar, CancellationToken cancellationToken)
    {
        var first = await tar.GetNextEntryAsync(copyData: false, cancellationToken);
        if (first is not { Name: BackupManifest.FileName, EntryType: TarEntryType.RegularFile, Length: < LargestManifest, DataStream: { } content })
            throw new BackupRefusedException("it is no backup of this program");
        using var memory = new MemoryStream();
        await content.CopyToAsync(memory, cancellationToken);
        return BackupManifest.Read(memory.ToArray());
    }

    private static async Task CopyAsync(TarEntry entry, BackupFile known, Stream target, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 20];
        var length = 0L;
        while (entry.DataStream is { } content && await content.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            hash.AppendData(buffer, 0, read);
            length += read;
            if (length <= known.Size)
                await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        if (length != known.Size || Convert.ToHexStringLower(hash.GetCurrentHash()) != known.Sha256)
            throw new BackupRefusedException($"'{known.Name}' in it is not what its manifest says");
    }
}
