using Microsoft.Extensions.Options;
using MoroccoCT.Audit;
using MoroccoCT.Desk;
using MoroccoCT.Library;
using MoroccoCT.Library.Developments;
using MoroccoCT.Requests;
using MoroccoCT.Storage;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Schedules;

public static class SchedulesServices
{
    /// <summary>The schedules of the settings and of the ledger, and the maker of their editions. A host refuses to start on a wrong setting.</summary>
    public static IServiceCollection AddSchedules(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ScheduleOptions>()
            .Configure<CurrentLibrary>((options, library) => options.Read(configuration, library))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<ScheduleOptions>, ScheduleOptions.Check>();
        services.AddSingleton(provider => new ScheduleBook(
            provider.GetRequiredService<IOptions<ScheduleOptions>>().Value.Schedules,
            provider.GetRequiredService<LedgerStore>(),
            provider.GetRequiredService<CurrentLibrary>(),
            provider.GetRequiredService<ILogger<ScheduleBook>>()));
        services.AddSingleton(provider => new ScheduleKeeping(
            provider.GetRequiredService<LedgerStore>(),
            provider.GetRequiredService<AuditTrail>(),
            provider.GetRequiredService<ScheduleBook>(),
            provider.GetRequiredService<CurrentLibrary>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new HolidayReader(
            provider.GetRequiredService<ILogger<Errands>>(),
            provider.GetRequiredService<IOptions<DeskOptions>>().Value,
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ScheduleMemory>();
        services.AddSingleton(provider => new EditionCutter(
            provider.GetRequiredService<PublishedDevelopments>(),
            provider.GetRequiredService<LedgerStore>(),
            provider.GetRequiredService<CurrentLibrary>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new EditionNumbers(provider.GetRequiredService<RequestQueries>()));
        services.AddSingleton<ScheduleList>();
        services.AddSingleton<BrokenSchedules>();
        services.AddSingleton(provider => new EditionMaker(
            provider.GetRequiredService<ScheduleBook>(),
            provider.GetRequiredService<RequestSubmitter>(),
            provider.GetRequiredService<RequestTransitions>(),
            provider.GetRequiredService<EditionCutter>(),
            provider.GetRequiredService<EditionNumbers>(),
            provider.GetRequiredService<ScheduleMemory>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<EditionMaker>>()));
        services.AddSingleton(provider => new EditionApproval(
            provider.GetRequiredService<LedgerStore>(),
            provider.GetRequiredService<Outbox>(),
            provider.GetRequiredService<AuditTrail>(),
            provider.GetRequiredService<RequestQueries>(),
            provider.GetRequiredService<RequestWatch>(),
            provider.GetRequiredService<PublishedDevelopments>(),
            provider.GetRequiredService<IOptions<DevelopmentOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new EditionRenewal(
            provider.GetRequiredService<ScheduleBook>(),
            provider.GetRequiredService<EditionCutter>(),
            provider.GetRequiredService<EditionNumbers>(),
            provider.GetRequiredService<RequestSubmitter>(),
            provider.GetRequiredService<RequestTransitions>(),
            provider.GetRequiredService<RequestQueries>(),
            provider.GetRequiredService<CurrentLibrary>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
