using System.Diagnostics;

namespace MoroccoCT.Typesetting;

/// <summary>A process that this one started and answers for: what it says on standard error is kept within bounds, and it goes with its whole group.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan exitPatience = TimeSpan.FromSeconds(5);

    private readonly Process process;
    private readonly ErrorTail errors;

    private ChildProcess(Process process)
    {
        this.process = process;
        errors = ErrorTail.Of(process.StandardError.BaseStream);
        Id = process.Id;
    }

    public int Id { get; }

    public bool Alive => !process.HasExited;

    /// <summary>Null while it runs.</summary>
    public int? ExitCode => process.HasExited ? process.ExitCode : null;

    public Stream Input => process.StandardInput.BaseStream;

    public Stream Output => process.StandardOutput.BaseStream;

    /// <summary>The last of what it said on standard error.</summary>
    public string Errors => errors.Text;

    /// <exception cref="System.ComponentModel.Win32Exception">The program is not there or may not be run.</exception>
    public static ChildProcess Start(ProcessStartInfo command) => new(Process.Start(command)!);

    /// <summary>With all it started, unless it has gone already.</summary>
    public void Kill() => ProcessGroup.Kill(process);

    /// <summary>Also where the process itself has gone and left others behind, which hold its pipes.</summary>
    public void KillGroup()
    {
        ProcessGroup.KillRest(Id);
        Kill();
    }

    /// <summary>Waits until it has gone, but not for ever. Exit status and last words arrive a moment after the pipes close.</summary>
    public async Task ExitAsync()
    {
        using var patience = new CancellationTokenSource(exitPatience, TimeProvider.System);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            await errors.Completion.WaitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            // A process that cannot die is the operating system's business; nobody waits for it here.
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await ExitAsync();
        process.Dispose();
    }
}
