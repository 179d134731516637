namespace MoroccoCT.Web.Api;

/// <summary>
/// Takes what is written at once and hands it on when it is told to: the writer of ZIP files ends each file without awaiting, which no connection here
/// allows.
/// </summary>
internal sealed class HeldBytes : Stream
{
    private readonly MemoryStream held = new();

    public override bool CanRead => false;

    /// <summary>What was handed on is out of reach.</summary>
    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Everything that was written since the last time.</summary>
    public async Task HandOnAsync(Stream output, CancellationToken cancellationToken)
    {
        await output.WriteAsync(held.GetBuffer().AsMemory(0, (int)held.Length), cancellationToken);
        held.SetLength(0);
    }

    public override void Write(byte[] buffer, int offset, int count) => held.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => held.Write(buffer);

    public override void Flush()
    {
        // There is nothing behind it.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            held.Dispose();
        base.Dispose(disposing);
    }
}
