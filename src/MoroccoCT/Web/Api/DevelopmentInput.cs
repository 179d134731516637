using System.ComponentModel.DataAnnotations;
using MoroccoCT.Briefings.Developments;

namespace MoroccoCT.Web.Api;

/// <summary>News to be recorded.</summary>
public sealed record NewDevelopmentInput
{
    [Required]
    public DevelopmentContent Content { get; init; } = new() { Date = "", Section = "" };
}

/// <summary>A step of a development that was looked at.</summary>
public record DevelopmentStepInput
{
    /// <summary>Of the development that was looked at: when somebody changed it since, nothing is changed.</summary>
    [Required]
    public int Revision { get; init; }
}

/// <summary>News with its changes: all of it.</summary>
public sealed record ChangedDevelopmentInput : DevelopmentStepInput
{
    [Required]
    public DevelopmentContent Content { get; init; } = new() { Date = "", Section = "" };
}

/// <summary>A proposal that goes back to who wrote it.</summary>
public sealed record SentBackDevelopmentInput : DevelopmentStepInput
{
    /// <summary>What is to be done about it; at most 2000 characters.</summary>
    [Required]
    public string Note { get; init; } = "";
}

/// <summary>News that is to hold no longer.</summary>
public sealed record WithdrawnDevelopmentInput : DevelopmentStepInput
{
    /// <summary>Why; at most 2000 characters. The next edition prints it where the development had been published.</summary>
    [Required]
    public string Reason { get; init; } = "";
}
