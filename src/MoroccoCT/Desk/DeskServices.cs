namespace MoroccoCT.Desk;

public static class DeskServices
{
    /// <summary>Who issues the briefings, and on which clock.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DeskOptions>().Bind(configuration.GetSection(DeskOptions.Section)).ValidateDataAnnotations()
            .Validate(desk => TimeZoneInfo.TryFindSystemTimeZoneById(desk.TimeZone, out _), "Desk:TimeZone is no IANA time zone, such as Africa/Casablanca.")
            .ValidateOnStart();
        services.AddSingleton(TimeProvider.System);
        return services;
    }
}
