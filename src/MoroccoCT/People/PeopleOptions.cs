using System.ComponentModel.DataAnnotations;

namespace MoroccoCT.People;

/// <summary>How long what lets people in is good for; settings section <c>People</c>.</summary>
public sealed class PeopleOptions
{
    public const string Section = "People";

    /// <summary>A session in which nothing was done for so long is over.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan SessionIdle { get; set; } = TimeSpan.FromHours(8);

    /// <summary>A session is over after so long, whatever was done in it.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "31.00:00:00")]
    public TimeSpan SessionLongest { get; set; } = TimeSpan.FromDays(7);

    /// <summary>An invitation is good for so long, once.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "31.00:00:00")]
    public TimeSpan Invitation { get; set; } = TimeSpan.FromDays(7);

    /// <summary>The longest an API key may be good for, in days.</summary>
    [Range(1, 3650)]
    public int KeyDays { get; set; } = 365;
}
