using System.ComponentModel;
using System.Diagnostics;

namespace MoroccoCT.Typesetting;

/// <summary>One engine: a child process that sets one document at a time, until it is worn or killed.</summary>
internal sealed class EngineProcess : IAsyncDisposable
{
    /// <summary>Exit status of a process that SIGKILL ended.</summary>
    private const int KilledStatus = 128 + 9;

    private readonly TypesettingOptions options;
    private readonly TimeProvider time;
    private readonly string workspace;
    private readonly ChildProcess process;
    private LayoutSet? layout;
    private long requests;

    private EngineProcess(TypesettingOptions options, TimeProvider time, string workspace, ChildProcess process)
    {
        this.options = options;
        this.time = time;
        this.workspace = workspace;
        this.process = process;
    }

    public int Id => process.Id;

    /// <summary>Such as <c>Typst 0.14.2</c>, as the engine itself says.</summary>
    public string Version { get; private set; } = "";

    public int ResidentMiB { get; private set; }

    public string Errors => process.Errors;

    public bool Alive => process.Alive;

    public bool Worn => requests >= options.RecycleAfterDocuments || ResidentMiB > options.RecycleAboveMiB;

    /// <summary>Starts the process and waits until it reports for work.</summary>
    public static async Task<EngineProcess> StartAsync(
        ProcessStartInfo command, TypesettingOptions options, string workspace, TimeProvider time, CancellationToken cancellationToken)
    {
        var engine = new EngineProcess(options, time, workspace, Launch(command));
        try
        {
            await engine.GetReadyAsync(cancellationToken);
            return engine;
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }
    }

    public Task<TypesetDocument> TypesetAsync(TypesettingJob job, CancellationToken cancellationToken)
    {
        var isKnown = layout?.Hash == job.Layout.Hash;
        var request = new EngineRequest("typeset", ++requests)
        {
            Main = job.Main,
            Layout = isKnown ? null : [.. job.Layout.Files.Keys],
            Files = [.. job.Files.Keys],
            Standards = job.Standard == PdfStandard.Ua1AndA3a ? ["ua-1", "a-3a"] : ["ua-1"],
            Producer = job.Producer,
            // Well within the limits: a fault without a line is better than a document that failed for its line.
            Search = new PlaceSearch((long)options.Deadline.TotalMilliseconds / 10, options.MemoryLimitMiB / 2),
        };
        // Any answer, also a rejection, means that the engine has the layout; without one it is replaced.
        layout = job.Layout;
        return SendAsync(request, [.. isKnown ? [] : layout.Files.Values, .. job.Files.Values], cancellationToken);
    }

    /// <summary>Sets the engine's own tiny document.</summary>
    public Task<TypesetDocument> CheckAsync(CancellationToken cancellationToken) =>
        SendAsync(new EngineRequest("check", ++requests), [], cancellationToken);

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private static ChildProcess Launch(ProcessStartInfo command)
    {
        try
        {
            return ChildProcess.Start(command);
        }
        catch (Win32Exception cause)
        {
            throw new EngineFailedException(
                EngineFault.Unavailable,
                $"The typesetting engine could not be started with \"{command.FileName}\". Install it (on Debian: apt-get install util-linux nodejs).",
                cause);
        }
    }

    private async Task GetReadyAsync(CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(options.StartDeadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            var (reply, _) = await EngineFrames.ReadAsync(process.Output, 0, either.Token);
            if (reply.Kind != "ready") throw Unavailable(reply.Problem ?? reply.Kind);
            Version = $"Typst {reply.Version}";
        }
        catch (EndOfStreamException)
        {
            await process.ExitAsync();
            throw Unavailable(process.Errors.Split('\n')[^1]);
        }
        catch (OperationCanceledException cause) when (!cancellationToken.IsCancellationRequested)
        {
            throw new EngineFailedException(
                EngineFault.DeadlineExceeded, $"The typesetting engine was not ready within {options.StartDeadline.TotalSeconds:0} seconds. Try again.", cause);
        }
    }

    private async Task<TypesetDocument> SendAsync(
        EngineRequest request, IReadOnlyList<ReadOnlyMemory<byte>> parts, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        try
        {
            await EngineFrames.WriteAsync(process.Input, request, parts, cancellationToken);
            var (reply, content) = await EngineFrames.ReadAsync(
                process.Output, (long)options.ResultLimitMiB << 20, cancellationToken);
            if (reply.Id != request.Id) throw Unexpected($"answer {reply.Id} to request {request.Id}");
            ResidentMiB = reply.ResidentMiB;
            return reply.Kind switch
            {
                "done" => new TypesetDocument(
                    content, reply.Pages, EngineDiagnostics.Parse(reply.Warnings, workspace, layout), time.GetElapsedTime(started)),
                "rejected" => throw new LayoutRejectedException(EngineDiagnostics.Parse(reply, workspace, layout)),
                _ => throw Unexpected($"{reply.Kind}: {reply.Problem}"),
            };
        }
        catch (IOException cause)
        {
            await process.ExitAsync();
            throw Died(cause);
        }
    }

    private EngineFailedException Died(Exception cause)
    {
        var words = process.Errors;
        var exit = new InvalidOperationException(
            $"Engine {Id} ended with {(process.ExitCode is { } status ? $"status {status}" : "its pipes closed")}. Its last words: {words}", cause);
        // Who ends itself does so by another signal: this one comes from the operator, or from a system short of memory.
        if (process.ExitCode == KilledStatus)
            return new(EngineFault.Killed, "The typesetting engine was killed in the middle of the document. It has been replaced; try again.", exit);
        var isMemory = words.Contains("memory allocation of", StringComparison.Ordinal) || words.Contains("out of memory", StringComparison.OrdinalIgnoreCase);
        return new(
            isMemory ? EngineFault.OutOfMemory : EngineFault.Crashed,
            isMemory
                ? $"The document needs more memory than an engine may use ({options.MemoryLimitMiB} MiB). Order less, or raise Typesetting:MemoryLimitMiB."
                : "The typesetting engine ended in the middle of the document. It has been replaced; try again.",
            exit)
        {
            IsDocumentSuspect = requests == 1,
        };
    }

    private static EngineFailedException Unavailable(string problem) => new(
        EngineFault.Unavailable,
        $"The typesetting engine did not start: {problem.Trim()}. Install what is missing (Node.js, util-linux, \"npm ci\" in the host folder) and try again.");

    private static EngineFailedException Unexpected(string what) => new(
        EngineFault.Protocol,
        "The typesetting engine gave an answer that does not belong to the document. It has been replaced; try again.",
        new InvalidDataException($"The engine sent {what}."));
}
