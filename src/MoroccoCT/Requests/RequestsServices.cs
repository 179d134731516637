using Microsoft.Extensions.Options;
using MoroccoCT.Audit;
using MoroccoCT.Desk;
using MoroccoCT.Library;
using MoroccoCT.People;
using MoroccoCT.Storage;

namespace MoroccoCT.Requests;

public static class RequestsServices
{
    /// <summary>The record of every request and document.</summary>
    public static IServiceCollection AddRequests(this IServiceCollection services)
    {
        services.AddSingleton<DamagedDocuments>();
        services.AddSingleton(provider => new RequestQueries(
            provider.GetRequiredService<LedgerStore>(), provider.GetRequiredService<DamagedDocuments>(), provider.GetRequiredService<CurrentLibrary>()));
        services.AddSingleton(provider => new PageEstimates(provider.GetRequiredService<LedgerStore>(), provider.GetRequiredService<CurrentLibrary>()));
        services.AddSingleton(provider => new RequestOwnership(
            provider.GetRequiredService<LedgerStore>(), provider.GetRequiredService<Accounts>(), provider.GetRequiredService<AuditTrail>()));
        services.AddSingleton(provider => new SavedOrders(provider.GetRequiredService<LedgerStore>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new RequestRemoval(
            provider.GetRequiredService<LedgerStore>(), provider.GetRequiredService<RequestQueries>(), provider.GetRequiredService<AuditTrail>()));
        services.AddSingleton(provider => new RequestHolds(
            provider.GetRequiredService<LedgerStore>(), provider.GetRequiredService<AuditTrail>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new Tombstones(provider.GetRequiredService<LedgerStore>()));
        services.AddSingleton(provider => new RelatedRequests(provider.GetRequiredService<LedgerStore>()));
        services.AddSingleton(provider => new Handovers(
            provider.GetRequiredService<LedgerStore>(), provider.GetRequiredService<AuditTrail>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<RequestWatch>();
        services.AddSingleton(provider => new RequestSubmitter(
            provider.GetRequiredService<LedgerStore>(),
            provider.GetRequiredService<Outbox>(),
            provider.GetRequiredService<AuditTrail>(),
            provider.GetRequiredService<RequestWatch>(),
            provider.GetRequiredService<CurrentLibrary>(),
            provider.GetRequiredService<IOptions<LedgerOptions>>(),
            provider.GetRequiredService<IOptions<DeskOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new RequestTransitions(
            provider.GetRequiredService<LedgerStore>(),
            provider.GetRequiredService<Outbox>(),
            provider.GetRequiredService<AuditTrail>(),
            provider.GetRequiredService<RequestQueries>(),
            provider.GetRequiredService<RequestWatch>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
