using System.ComponentModel.DataAnnotations;
using MoroccoCT.Requests;

namespace MoroccoCT.Retention;

/// <summary>For how long requests are kept, with documents and deliveries; settings section <c>Retention</c>.</summary>
public sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>Whether anything is removed by its age. Without it everything is kept until a person deletes it.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Days that a request is kept after it ended.</summary>
    [Range(1, 36_500)]
    public int RequestDays { get; set; } = 730;

    /// <summary>Days that an edition of a schedule is kept after it ended. The last one of each schedule is kept however old it is.</summary>
    [Range(1, 36_500)]
    public int EditionDays { get; set; } = 3650;

    /// <summary>Requests that are removed at most every five minutes, one after the other, each in a transaction of its own.</summary>
    [Range(1, 10_000)]
    public int Batch { get; set; } = 100;

    /// <summary>When it will be removed at the earliest, as things are; null for what is not finished, is held or is kept for good.</summary>
    public DateTimeOffset? KeptUntil(BriefingRequest request) =>
        Enabled && !request.IsHeld && (request.KeptFrom ?? request.FinishedAt) is { } ended
            ? ended.AddDays(request.Schedule is null ? RequestDays : EditionDays)
            : null;
}
