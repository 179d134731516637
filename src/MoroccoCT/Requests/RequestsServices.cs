using Microsoft.Extensions.Options;
using MoroccoCT.Desk;
using MoroccoCT.Library;
using MoroccoCT.Storage;

namespace MoroccoCT.Requests;

public static class RequestsServices
{
    /// <summary>The record of every request.</summary>
    public static IServiceCollection AddRequests(this IServiceCollection services)
    {
        services.AddSingleton(provider => new RequestLedger(
            provider.GetRequiredService<LedgerStore>(),
            provider.GetRequiredService<CurrentLibrary>(),
            provider.GetRequiredService<IOptions<LedgerOptions>>(),
            provider.GetRequiredService<IOptions<DeskOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<RequestLedger>>(),
            provider.GetService<IJobQueue>()));
        return services;
    }
}
