using Microsoft.Extensions.Options;
using MoroccoCT.Delivery;
using MoroccoCT.Requests;
using MoroccoCT.Schedules;
using MoroccoCT.Storage;

namespace MoroccoCT.Certainty;

public static class CertaintyServices
{
    /// <summary>What there should be and what there is, and who hears when the two differ. Whoever runs the jobs has it look and tell.</summary>
    public static IServiceCollection AddCertainty(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CertaintyOptions>().Bind(configuration.GetSection(CertaintyOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new Alarms(Of<LedgerStore>(provider), Of<TimeProvider>(provider)));
        services.AddSingleton(provider => new Keepers(
            Of<LedgerStore>(provider), Of<ScheduleBook>(provider), Of<RequestQueries>(provider), Of<Deliveries>(provider), Of<DeliveryRules>(provider)));
        services.AddSingleton(provider => new EditionReports(
            Of<ScheduleBook>(provider), Of<ScheduleMemory>(provider), Of<Alarms>(provider), Of<LedgerStore>(provider),
            Of<IOptions<CertaintyOptions>>(provider), Of<TimeProvider>(provider)));
        services.AddSingleton(provider => new EditionWatch(
            Of<EditionReports>(provider), Of<ScheduleBook>(provider), Of<ScheduleList>(provider), Of<Alarms>(provider), Of<Keepers>(provider),
            Of<IOptions<CertaintyOptions>>(provider), Of<TimeProvider>(provider), Of<ILogger<EditionWatch>>(provider)));
        services.AddSingleton(provider => new AlarmTelling(
            Of<LedgerStore>(provider), Of<ScheduleBook>(provider), Of<Alarms>(provider), Of<Keepers>(provider), Of<Notices>(provider),
            Of<ServiceAddress>(provider), Of<IOptions<DeliveryOptions>>(provider), Of<TimeProvider>(provider), Of<ILogger<AlarmTelling>>(provider)));
        return services;
    }

    private static T Of<T>(IServiceProvider provider)
        where T : notnull => provider.GetRequiredService<T>();
}
