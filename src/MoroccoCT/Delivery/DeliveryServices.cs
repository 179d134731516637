using Microsoft.Extensions.Options;
using MoroccoCT.Audit;
using MoroccoCT.People;
using MoroccoCT.Storage;

namespace MoroccoCT.Delivery;

public static class DeliveryServices
{
    private const string NoAddress =
        "Delivery is set up, and Web:PublicUrl is not: what is sent links to the service. Write the address people use, such as https://briefings.example.org.";

    /// <summary>Who gets finished briefings, and what became of them. Needs a <see cref="ServiceAddress"/>.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DeliveryOptions>().Bind(configuration.GetSection(DeliveryOptions.Section)).ValidateDataAnnotations()
            .Validate<ServiceAddress>((delivery, address) => !delivery.IsOn || address.Public is not null, NoAddress).ValidateOnStart();
        services.AddSingleton<Carriers>();
        services.AddSingleton(provider => new DeliveryRules(Of<LedgerStore>(provider), Of<IOptions<DeliveryOptions>>(provider)));
        services.AddSingleton(provider => new RecipientReader(Of<Accounts>(provider), Of<DeliveryRules>(provider), Of<IOptions<DeliveryOptions>>(provider)));
        services.AddSingleton(provider => new Deliveries(
            Of<LedgerStore>(provider), Of<Outbox>(provider), Of<AuditTrail>(provider), Of<DeliveryRules>(provider), Of<IOptions<DeliveryOptions>>(provider),
            Of<TimeProvider>(provider)));
        services.AddSingleton(provider => new Notices(
            Of<Carriers>(provider), Of<DeliveryRules>(provider), Of<IOptions<DeliveryOptions>>(provider), Of<TimeProvider>(provider)));
        return services;
    }

    /// <summary>Sends them, from this process; several may do so at once on PostgreSQL.</summary>
    public static IServiceCollection AddDeliveryWork(this IServiceCollection services)
    {
        services.AddSingleton<DeliveryLedger>();
        services.AddSingleton<DeliveryHandout>();
        services.AddSingleton<DeliverySender>();
        services.AddSingleton<DeliveryCare>();
        services.AddHostedService<DeliveryWork>();
        return services;
    }

    private static T Of<T>(IServiceProvider provider)
        where T : notnull => provider.GetRequiredService<T>();
}
