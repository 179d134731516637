using MailKit;

namespace MoroccoCT.Delivery.Mail;

/// <summary>
/// Watches over one mail on its way: each step gets its time, and afterwards it can be told whether the server can have got all of the mail.
/// </summary>
internal sealed class HandOver(TimeSpan perStep, TimeSpan forAnswer, TimeProvider time, CancellationToken cancellationToken) : ITransferProgress, IDisposable
{
    private readonly CancellationTokenSource patience = new(perStep, time);
    private CancellationTokenSource? either;

    public CancellationToken Token => (either ??= CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken)).Token;

    /// <summary>All of it was given to the connection: whatever happens from here on, the server may have it.</summary>
    public bool IsComplete { get; private set; }

    public bool IsOutOfTime => patience.IsCancellationRequested;

    /// <summary>The next step begins.</summary>
    public void Step() => patience.CancelAfter(perStep);

    public void Report(long bytesTransferred, long totalSize)
    {
        IsComplete = bytesTransferred >= totalSize;
        patience.CancelAfter(IsComplete ? forAnswer : perStep);
    }

    /// <summary>For a mail whose size was not measured, which is none of ours: it may be complete at any time.</summary>
    public void Report(long bytesTransferred) => Report(bytesTransferred, 0);

    public void Dispose()
    {
        either?.Dispose();
        patience.Dispose();
    }
}
