using Microsoft.Extensions.Options;
using MoroccoCT.Audit;
using MoroccoCT.Desk;
using MoroccoCT.Storage;

namespace MoroccoCT.Library.Developments;

public static class DevelopmentsServices
{
    /// <summary>Dated items of news: writing them, letting them out, and what is in force.</summary>
    public static IServiceCollection AddDevelopments(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DevelopmentOptions>().Bind(configuration.GetSection(DevelopmentOptions.Section)).ValidateOnStart();
        services.AddSingleton(provider => new DevelopmentWorkflow(
            provider.GetRequiredService<LedgerStore>(),
            provider.GetRequiredService<AuditTrail>(),
            provider.GetRequiredService<CurrentLibrary>(),
            provider.GetRequiredService<IOptions<DeskOptions>>(),
            provider.GetRequiredService<IOptions<DevelopmentOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new DevelopmentQueries(provider.GetRequiredService<LedgerStore>(), provider.GetRequiredService<CurrentLibrary>()));
        services.AddSingleton(provider => new PublishedDevelopments(provider.GetRequiredService<LedgerStore>()));
        return services;
    }
}
