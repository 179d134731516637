using Microsoft.Extensions.Options;
using MoroccoCT.Library;

namespace MoroccoCT.Schedules;

/// <summary>The schedules in the settings; section <c>Schedules</c>, a list of entries that <see cref="ScheduleSettings"/> describes.</summary>
internal sealed class ScheduleOptions
{
    public const string Section = "Schedules";

    public IReadOnlyList<Schedule> Schedules { get; private set; } = [];

    public IReadOnlyList<string> Problems { get; private set; } = [];

    public void Read(IConfiguration configuration, CurrentLibrary library) =>
        (Schedules, Problems) = ScheduleSettings.Read(LastList.Of(configuration, Section), library.Snapshot.Library);

    public sealed class Check : IValidateOptions<ScheduleOptions>
    {
        public ValidateOptionsResult Validate(string? name, ScheduleOptions options) =>
            options.Problems.Count > 0 ? ValidateOptionsResult.Fail(options.Problems) : ValidateOptionsResult.Success;
    }
}
