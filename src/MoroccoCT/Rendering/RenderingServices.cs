using Microsoft.Extensions.Options;
using MoroccoCT.Library;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Rendering;

public static class RenderingServices
{
    /// <summary>From an order to a document, with the engines.</summary>
    public static IServiceCollection AddRendering(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TypesettingOptions>().Bind(configuration.GetSection(TypesettingOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<BriefingRenderer>();
        services.AddSingleton<BriefingPreviews>();
        services.AddSingleton<DevelopmentPreviews>();
        services.AddSingleton(provider =>
            new SnapshotTrial((snapshot, cancellationToken) =>
                TrialTypesetting.RunAsync(snapshot, provider.GetRequiredService<EnginePool>(), cancellationToken)));
        services.AddSingleton(provider => new EnginePool(
            provider.GetRequiredService<IOptions<TypesettingOptions>>().Value,
            provider.GetRequiredService<ILogger<EnginePool>>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
