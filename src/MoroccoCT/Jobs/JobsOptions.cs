using System.ComponentModel.DataAnnotations;
using MoroccoCT.Storage;

namespace MoroccoCT.Jobs;

/// <summary>How requests are worked off; settings section <c>Jobs</c>.</summary>
public sealed class JobsOptions : IValidatableObject
{
    public const string Section = "Jobs";

    /// <summary>Requests in work at the same time; null takes one for each engine.</summary>
    [Range(1, 256)]
    public int? Workers { get; set; }

    /// <summary>
    /// Pauses after the first, second … setback, such as a fault of the engine or the database; the last one goes on.
    /// Null waits 2 s, 10 s, 1 min, 5 min and then 15 min each time.
    /// </summary>
    public TimeSpan[]? RetryDelays { get; set; }

    /// <summary>A request that ran into so many setbacks is given up. With the default pauses that is after two days.</summary>
    [Range(1, 100_000)]
    public int MaxSetbacks { get; set; } = 200;

    /// <summary>A document over which so many fresh engines in a row have ended is given up: it is the document.</summary>
    [Range(1, 100)]
    public int MaxEngineDeaths { get; set; } = 3;

    /// <summary>For requests in work to be finished when the service stops; what is not goes back into the queue.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(20);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Delays.Count == 0 || Delays.Any(delay => delay < TimeSpan.Zero || delay > Outbox.LongestDelay))
            yield return new($"Jobs:RetryDelays must be given, and each must lie between 00:00:00 and {Outbox.LongestDelay:c}.", [nameof(RetryDelays)]);
    }

    /// <param name="setbacks">How many there were, this one included.</param>
    internal TimeSpan PauseAfter(int setbacks) => Delays[Math.Clamp(setbacks - 1, 0, Delays.Count - 1)];

    /// <summary>A worker that died may have died for any reason: twice the request is taken up at once.</summary>
    internal TimeSpan PauseAfterDeaths(int setbacks) => setbacks <= 2 ? TimeSpan.Zero : PauseAfter(setbacks - 2);

    private IReadOnlyList<TimeSpan> Delays => RetryDelays ??
        [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15)];
}
