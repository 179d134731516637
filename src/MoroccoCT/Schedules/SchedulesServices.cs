using Microsoft.Extensions.Options;
using MoroccoCT.Library;
using MoroccoCT.Requests;

namespace MoroccoCT.Schedules;

public static class SchedulesServices
{
    /// <summary>The schedules of the settings and the maker of their editions. A host refuses to start on a wrong setting.</summary>
    public static IServiceCollection AddSchedules(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ScheduleOptions>()
            .Configure<CurrentLibrary>((options, library) => options.Read(configuration, library))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<ScheduleOptions>, ScheduleOptions.Check>();
        services.AddSingleton(provider => new ScheduleBook(provider.GetRequiredService<IOptions<ScheduleOptions>>().Value.Schedules));
        services.AddSingleton<ScheduleMemory>();
        services.AddSingleton<ScheduleList>();
        services.AddSingleton(provider => new EditionMaker(
            provider.GetRequiredService<ScheduleBook>(),
            provider.GetRequiredService<RequestSubmitter>(),
            provider.GetRequiredService<RequestTransitions>(),
            provider.GetRequiredService<ScheduleMemory>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<EditionMaker>>()));
        return services;
    }
}
