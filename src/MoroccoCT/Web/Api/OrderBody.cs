using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Web.Api;

/// <summary>An order as the API takes it and shows it: what one request shows can be sent as the next. Valid ids are listed by GET /api/v1/library.</summary>
/// <remarks>The form sends the same fields. Its lists are arrays, since no other list that has a default is filled from a form.</remarks>
public record OrderBody
{
    /// <summary>Section ids, at least one, as they shall be printed one after the other.</summary>
    [Required]
    public string[] Sections { get; init; } = [];

    /// <summary>Topic ids, as they shall follow one another in their sections. A chosen section of which no topic is named is taken whole.</summary>
    /// <remarks>Null is none: generated clients send it for what was not set.</remarks>
    [AllowNull]
    public string[] Topics { get; init => field = value ?? []; } = [];

    /// <summary>Language of the briefing.</summary>
    public string Language { get; init; } = ContentLibrary.Original;

    /// <summary>Without it the library's own title is used.</summary>
    public string? Title { get; init; }

    /// <summary>A person or an office.</summary>
    public string? PreparedFor { get; init; }

    /// <summary>Paper size.</summary>
    public Paper Paper { get; init; } = Paper.A4;

    /// <summary>How much the briefing says.</summary>
    public Depth Depth { get; init; } = Depth.Standard;

    /// <summary>A TLP 2.0 label. Without it the lowest that the chosen sections allow is used.</summary>
    public string? Marking { get; init; }

    /// <summary><c>accessible</c> is PDF/UA-1, <c>archive</c> is PDF/A-3a and PDF/UA-1 in one file.</summary>
    public Profile Profile { get; init; } = Profile.Accessible;

    /// <summary>Whether the request's number is printed on the front page.</summary>
    public bool Numbered { get; init; }

    internal BriefingOrder ToOrder() => new()
    {
        Sections = Sections,
        Topics = Topics,
        Language = Language,
        Title = Title,
        PreparedFor = PreparedFor,
        Paper = Paper,
        Depth = Depth,
        Marking = Marking,
        Profile = Profile,
        Numbered = Numbered,
    };

    internal static OrderBody Of(BriefingOrder order) => new()
    {
        Sections = [.. order.Sections],
        Topics = [.. order.Topics],
        Language = order.Language,
        Title = order.Title,
        PreparedFor = order.PreparedFor,
        Paper = order.Paper,
        Depth = order.Depth,
        Marking = order.Marking,
        Profile = order.Profile,
        Numbered = order.Numbered,
    };
}
