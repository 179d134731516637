using MoroccoCT.Storage;

namespace MoroccoCT.Audit;

public static class AuditServices
{
    /// <summary>The chain of entries: who did what, when and from where.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddSingleton(provider => new AuditTrail(provider.GetRequiredService<LedgerStore>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new AuditVerification(provider.GetRequiredService<LedgerStore>()));
        services.AddSingleton(provider => new AuditQueries(provider.GetRequiredService<LedgerStore>()));
        return services;
    }
}
