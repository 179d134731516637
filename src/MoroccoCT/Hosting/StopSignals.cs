using System.Runtime.InteropServices;
using Microsoft.Extensions.Options;
using MoroccoCT.Jobs;

namespace MoroccoCT.Hosting;

/// <summary>The first signal to stop lets requests in work finish; a second one ends the process at once.</summary>
internal sealed class StopSignals(IHostApplicationLifetime lifetime, IOptions<JobsOptions> jobs, ILogger<StopSignals> logger) : IHostLifetime, IDisposable
{
    /// <summary>As a shell says that a signal ended a program.</summary>
    private const int EndedBySignal = 128;

    private static readonly Dictionary<PosixSignal, int> numbers = new() { [PosixSignal.SIGINT] = 2, [PosixSignal.SIGQUIT] = 3, [PosixSignal.SIGTERM] = 15 };

    private readonly List<PosixSignalRegistration> registrations = [];
    private int received;

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        registrations.AddRange(numbers.Keys.Select(signal => PosixSignalRegistration.Create(signal, OnSignal)));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => registrations.ForEach(registration => registration.Dispose());

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref received) > 1)
        {
            Environment.Exit(EndedBySignal + numbers[context.Signal]);
            return;
        }

        logger.LogInformation(
            "Stopping: what is in work has {DrainTimeout} to finish, and nothing new is taken. A second signal ends it at once", jobs.Value.DrainTimeout);
        lifetime.StopApplication();
    }
}
