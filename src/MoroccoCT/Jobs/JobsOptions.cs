using System.ComponentModel.DataAnnotations;

namespace MoroccoCT.Jobs;

/// <summary>How requests are worked off; settings section <c>Jobs</c>.</summary>
public sealed class JobsOptions : IValidatableObject
{
    public const string Section = "Jobs";

    private static readonly TimeSpan longestDelay = TimeSpan.FromDays(1);

    /// <summary>Requests in work at the same time; null takes one for each engine.</summary>
    [Range(1, 256)]
    public int? Workers { get; set; }

    /// <summary>Waits before the second, third … attempt after a fault of the engine or the database, in whole seconds; null waits 2 s, 10 s, 1 min and 5 min.</summary>
    public TimeSpan[]? RetryDelays { get; set; }

    /// <summary>A request begun so often, with nobody left to say how it ended, is given up: it probably takes the service with it.</summary>
    [Range(1, 1000)]
    public int MaxAttempts { get; set; } = 10;

    /// <summary>For requests in work to be finished when the service stops; what is not goes back into the queue.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(20);

    internal IReadOnlyList<TimeSpan> Delays => RetryDelays ?? [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Delays.Any(delay => delay < TimeSpan.Zero || delay > longestDelay))
            yield return new($"Jobs:RetryDelays must each lie between 00:00:00 and {longestDelay:c}.", [nameof(RetryDelays)]);
    }
}
