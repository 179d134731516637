using MoroccoCT.Audit;
using MoroccoCT.Library;
using MoroccoCT.Requests;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Verification;

public static class VerificationServices
{
    /// <summary>Checks files against the ledger and the present library.</summary>
    public static IServiceCollection AddVerification(this IServiceCollection services)
    {
        services.AddSingleton(provider => new Errands(
            ManifestReader.Limits, provider.GetRequiredService<ILogger<Errands>>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ManifestReader>();
        services.AddSingleton(provider => new BriefingVerifier(
            provider.GetRequiredService<RequestQueries>(),
            provider.GetRequiredService<Tombstones>(),
            provider.GetRequiredService<CurrentLibrary>(),
            provider.GetRequiredService<ManifestReader>(),
            provider.GetRequiredService<AuditTrail>()));
        return services;
    }
}
