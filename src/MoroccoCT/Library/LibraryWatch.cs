using Microsoft.Extensions.Options;

namespace MoroccoCT.Library;

/// <summary>Looks for changes of the library while the service runs. It polls: change notices do not reach into containers and network folders.</summary>
internal sealed class LibraryWatch(CurrentLibrary library, IOptions<LibraryOptions> options, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.LookEvery, time);
        try
        {
            do
                await library.RefreshAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The service stops, and the watch with it.
        }
    }
}
