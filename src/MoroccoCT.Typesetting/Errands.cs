using System.ComponentModel;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace MoroccoCT.Typesetting;

/// <summary>
/// Has untrusted or heavy work done by a process that lives for it alone: queue → process → answer, within limits of memory, time and size. Whatever happens to
/// the process happens to its own answer only.
/// </summary>
public sealed class Errands
{
    private const int BufferSize = 64 * 1024;

    private readonly ErrandLimits limits;
    private readonly ILogger<Errands> logger;
    private readonly TimeProvider time;
    private readonly PlaceQueue queue;

    public Errands(ErrandLimits limits, ILogger<Errands> logger, TimeProvider time)
    {
        this.limits = limits;
        this.logger = logger;
        this.time = time;
        queue = new PlaceQueue(limits.AtOnce, limits.QueueLimit, limits.Deadline * (1 + (limits.QueueLimit / limits.AtOnce)), Busy);
    }

    /// <summary>Gives the input to a new process and waits for what it says.</summary>
    /// <param name="input">Read from where it stands, as far as the process takes it.</param>
    /// <exception cref="ErrandFailedException">There is no answer.</exception>
    /// <exception cref="ErrandsBusyException">Too many wait already.</exception>
    public async Task<byte[]> RunAsync(ErrandCommand command, Stream input, CancellationToken cancellationToken)
    {
        using var place = await queue.EnterAsync(cancellationToken);
        var started = time.GetTimestamp();
        try
        {
            return await SendAsync(command, input, cancellationToken);
        }
        catch (ErrandFailedException failure)
        {
            logger.LogInformation("An errand came back without an answer ({Fault}): {Failure}", failure.Fault, failure.Message);
            throw;
        }
        finally
        {
            queue.Learn(time.GetElapsedTime(started));
        }
    }

    private async Task<byte[]> SendAsync(ErrandCommand command, Stream input, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(limits.StartDeadline, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        using var feed = CancellationTokenSource.CreateLinkedTokenSource(end.Token);
        await using var child = Start(command);
        await using var kill = end.Token.Register(child.KillGroup);
        var feeding = FeedAsync(input, child.Input, feed.Token);
        var isUp = false;
        try
        {
            isUp = await child.Output.ReadAsync(new byte[1], end.Token) > 0;
            if (isUp)
                deadline.CancelAfter(limits.Deadline);
            var answer = await AnswerAsync(child.Output, end.Token);
            await child.ExitAsync();
            end.Token.ThrowIfCancellationRequested();
            return isUp && child.ExitCode == 0 ? answer : throw Died(child, isUp);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw isUp
                ? new ErrandFailedException(ErrandFault.TooLate, $"It was not done within {limits.Deadline.TotalSeconds:0} seconds.")
                : new ErrandFailedException(ErrandFault.Unavailable, $"It was not up within {limits.StartDeadline.TotalSeconds:0} seconds.");
        }
        finally
        {
            // The input is the caller's: nobody may be reading it when he gets it back.
            await feed.CancelAsync();
            child.Kill();
            await feeding;
        }
    }

    private ChildProcess Start(ErrandCommand command)
    {
        try
        {
            return ChildProcess.Start(command.Within(limits));
        }
        catch (Win32Exception cause)
        {
            throw new ErrandFailedException(
                ErrandFault.Unavailable, $"{command.Program} could not be started. Install what is missing (on Debian: apt-get install util-linux).", cause);
        }
    }

    private static async Task FeedAsync(Stream input, Stream process, CancellationToken cancellationToken)
    {
        try
        {
            await input.CopyToAsync(process, BufferSize, cancellationToken);
            process.Close();
        }
        catch (Exception end) when (end is IOException or OperationCanceledException)
        {
            // A process may end before it has heard all; what it says then is what counts.
        }
    }

    private async Task<byte[]> AnswerAsync(Stream output, CancellationToken cancellationToken)
    {
        using var answer = new MemoryStream();
        var buffer = new byte[4096];
        while (await output.ReadAsync(buffer, cancellationToken) is var count and > 0)
        {
            if (answer.Length + count > limits.AnswerLimit)
                throw new ErrandFailedException(ErrandFault.TooBig, $"It said more than {limits.AnswerLimit} bytes.");
            answer.Write(buffer, 0, count);
        }

        return answer.ToArray();
    }

    private ErrandFailedException Died(ChildProcess child, bool isUp)
    {
        // What it said may come from its input: escaped, it forges no line of the log.
        logger.LogDebug("The last words of an errand: {Errors}", JsonEncodedText.Encode(child.Errors));
        return new(isUp ? ErrandFault.Died : ErrandFault.Unavailable, child.ExitCode is { } status ? $"It ended with status {status}." : "It would not end.");
    }

    private ErrandsBusyException Busy(TimeSpan retryAfter) => new(
        $"{limits.AtOnce} errands are under way and {limits.QueueLimit} wait already. Try again in {retryAfter.TotalSeconds:0} seconds.", retryAfter);
}
