using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;
using MoroccoCT.Tests.Web;
using MoroccoCT.Typesetting;
using MoroccoCT.Verification;

namespace MoroccoCT.Tests.Verification;

/// <summary>A service of its own whose readers are all at work, or cannot start at all.</summary>
internal sealed class CheckingService : IAsyncDisposable
{
    private readonly Errands errands;
    private readonly CancellationTokenSource end = new();
    private readonly TestService service;
    private Task work = Task.CompletedTask;

    private CheckingService(ErrandLimits limits)
    {
        errands = new(limits, NullLogger<Errands>.Instance, TimeProvider.System);
        service = new([], services => services.Replace(ServiceDescriptor.Singleton(new ManifestReader(errands))));
    }

    public HttpClient Client => service.Client;

    public static async Task<CheckingService> BusyAsync()
    {
        var busy = new CheckingService(ManifestReader.Limits with { AtOnce = 1, QueueLimit = 0 });
        busy.work = busy.errands.RunAsync(new("/bin/sleep", ["1000"], new Dictionary<string, string>()), Stream.Null, busy.end.Token);
        await busy.service.InitializeAsync();
        return busy;
    }

    public static async Task<CheckingService> CrippledAsync()
    {
        // Less memory than any runtime needs.
        var crippled = new CheckingService(ManifestReader.Limits with { MemoryMiB = 1 });
        await crippled.service.InitializeAsync();
        return crippled;
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await work.ContinueWith(_ => { }, TaskScheduler.Default);
        await service.DisposeAsync();
        end.Dispose();
    }
}
