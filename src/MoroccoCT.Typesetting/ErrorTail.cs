using System.Text;

namespace MoroccoCT.Typesetting;

/// <summary>Reads a process's standard error to its end, so that it never blocks, and keeps the last 4 KiB however much it says.</summary>
internal sealed class ErrorTail
{
    private const int Kept = 4096;
    private readonly Lock access = new();
    private readonly byte[] tail = new byte[Kept];
    private int filled;

    private ErrorTail(Stream stream) => Completion = DrainAsync(stream);

    public Task Completion { get; }

    public string Text
    {
        get
        {
            lock (access) return Encoding.UTF8.GetString(tail, 0, filled).Trim();
        }
    }

    public static ErrorTail Of(Stream stream) => new(stream);

    private async Task DrainAsync(Stream stream)
    {
        var buffer = new byte[Kept];
        try
        {
            while (await stream.ReadAsync(buffer) is var count and > 0) Keep(buffer.AsSpan(0, count));
        }
        catch (Exception end) when (end is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The process is gone; what it said so far is all there is.
        }
    }

    private void Keep(ReadOnlySpan<byte> said)
    {
        lock (access)
        {
            var older = Math.Min(filled, Kept - said.Length);
            tail.AsSpan(filled - older, older).CopyTo(tail);
            said.CopyTo(tail.AsSpan(older));
            filled = older + said.Length;
        }
    }
}
