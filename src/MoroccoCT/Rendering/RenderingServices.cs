using Microsoft.Extensions.Options;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Rendering;

public static class RenderingServices
{
    /// <summary>Everything from an order to a document; the command line uses this alone.</summary>
    public static IServiceCollection AddRendering(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DeskOptions>().Bind(configuration.GetSection(DeskOptions.Section)).ValidateDataAnnotations()
            .Validate(desk => TimeZoneInfo.TryFindSystemTimeZoneById(desk.TimeZone, out _), "Desk:TimeZone is no IANA time zone, such as Africa/Casablanca.")
            .ValidateOnStart();
        services.AddOptions<LibraryOptions>().Bind(configuration.GetSection(LibraryOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<TypesettingOptions>().Bind(configuration.GetSection("Typesetting")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<CurrentLibrary>();
        services.AddSingleton<BriefingRenderer>();
        services.AddSingleton(provider => new EnginePool(
            provider.GetRequiredService<IOptions<TypesettingOptions>>().Value,
            provider.GetRequiredService<ILogger<EnginePool>>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>Keeps the library current while a service runs.</summary>
    public static IServiceCollection AddLibraryWatch(this IServiceCollection services) => services.AddHostedService<LibraryWatch>();
}
