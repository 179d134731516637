using System.Buffers;
using System.Security.Cryptography;

namespace MoroccoCT.Verification;

/// <summary>
/// A file that somebody sent, on disk and without a name: it costs the service no memory however many come, and nothing of it is left when it is closed or the
/// service dies.
/// </summary>
internal sealed class ForeignFile : IAsyncDisposable
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Readers look for a PDF's first mark within so many bytes.</summary>
    private const int Margin = 1024;

    private readonly FileStream content;

    private ForeignFile(FileStream content) => this.content = content;

    /// <summary>In hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    public bool BeginsAsPdf { get; private set; }

    /// <summary>Takes a file in, once, without a way back.</summary>
    /// <exception cref="ForeignFileTooLargeException">There is more than a file may have.</exception>
    public static async Task<ForeignFile> ReceiveAsync(Stream source, CancellationToken cancellationToken)
    {
        var file = new ForeignFile(CreateNameless());
        try
        {
            await file.TakeAsync(source, cancellationToken);
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>From its beginning.</summary>
    public Stream Open()
    {
        content.Position = 0;
        return content;
    }

    public ValueTask DisposeAsync() => content.DisposeAsync();

    private static FileStream CreateNameless()
    {
        var name = Path.Combine(Path.GetTempPath(), $"moroccoct-{Path.GetRandomFileName()}");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            Options = FileOptions.Asynchronous,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(name, options);
        File.Delete(name);
        return file;
    }

    private async Task TakeAsync(Stream source, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var size = 0L;
            while (await source.ReadAtLeastAsync(buffer, Margin, throwOnEndOfStream: false, cancellationToken) is var count and > 0)
            {
                if (size == 0)
                    BeginsAsPdf = buffer.AsSpan(0, Math.Min(Margin, count)).IndexOf("%PDF-"u8) >= 0;
                size += count;
                if (size > BriefingVerifier.LargestFile)
                    throw new ForeignFileTooLargeException();
                hash.AppendData(buffer, 0, count);
                await content.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            }

            Sha256 = Convert.ToHexStringLower(hash.GetCurrentHash());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}

/// <summary>A file to be checked is larger than <see cref="BriefingVerifier.LargestFile"/>.</summary>
public sealed class ForeignFileTooLargeException() : Exception(
    $"A file to be checked has at most {BriefingVerifier.LargestFile / 1_000_000} MB; a long briefing takes about a quarter of a megabyte.");
