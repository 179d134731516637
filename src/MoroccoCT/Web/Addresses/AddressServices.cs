using Microsoft.Extensions.Options;
using MoroccoCT.Delivery;

namespace MoroccoCT.Web.Addresses;

public static class AddressServices
{
    /// <summary>How the service is reached, also for processes that serve nothing and only send links to it.</summary>
    public static IServiceCollection AddAddresses(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WebOptions>().Bind(configuration.GetSection(WebOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new ServiceAddress(provider.GetRequiredService<IOptions<WebOptions>>().Value.PublicAddress));
        return services;
    }
}
