namespace MoroccoCT.Library;

public static class LibraryServices
{
    /// <summary>The library and layout in use.</summary>
    public static IServiceCollection AddLibrary(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LibraryOptions>().Bind(configuration.GetSection(LibraryOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<CurrentLibrary>();
        return services;
    }

    /// <summary>Keeps the library current while a service runs.</summary>
    public static IServiceCollection AddLibraryWatch(this IServiceCollection services) => services.AddHostedService<LibraryWatch>();
}
