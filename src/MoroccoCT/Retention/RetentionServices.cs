namespace MoroccoCT.Retention;

public static class RetentionServices
{
    /// <summary>How long what is in the ledger is kept, and its removal when that is over.</summary>
    public static IServiceCollection AddRetention(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RetentionOptions>().Bind(configuration.GetSection(RetentionOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<RetentionWork>();
        return services;
    }
}
