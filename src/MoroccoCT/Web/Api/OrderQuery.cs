using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Web.Endpoints;

namespace MoroccoCT.Web.Api;

/// <summary>An order in an address, as <see cref="OrderBody"/> has it in a body. The file profile and the number make no difference to who looks.</summary>
internal sealed record OrderQuery
{
    [FromQuery(Name = "sections"), Description("Section ids, separated by commas or given several times, as they shall be printed one after the other.")]
    public string[]? Sections { get; init; }

    [FromQuery(Name = "topics")]
    [Description("Topic ids, as they shall follow one another in their sections. A chosen section of which no topic is named is taken whole.")]
    public string[]? Topics { get; init; }

    [FromQuery(Name = "language"), Description("Language of the briefing; English without it.")]
    public string? Language { get; init; }

    [FromQuery(Name = "title"), Description("Without it the library's own title is used.")]
    public string? Title { get; init; }

    [FromQuery(Name = "preparedFor"), Description("A person or an office.")]
    public string? PreparedFor { get; init; }

    [FromQuery(Name = "paper"), ReadAs(typeof(Paper)), Description("Paper size; A4 without it.")]
    public string? Paper { get; init; }

    [FromQuery(Name = "depth"), ReadAs(typeof(Depth)), Description("How much the briefing says; `standard` without it.")]
    public string? Depth { get; init; }

    [FromQuery(Name = "marking"), Description("A TLP 2.0 label. Without it the lowest that the chosen sections allow is used.")]
    public string? Marking { get; init; }

    /// <param name="problems">Takes what is wrong with which parameter; the order is of use only without any.</param>
    public BriefingOrder ToOrder(IDictionary<string, string> problems) => new()
    {
        Sections = ListParameter.Read(Sections),
        Topics = ListParameter.Read(Topics),
        Language = string.IsNullOrEmpty(Language) ? ContentLibrary.Original : Language,
        Title = Title,
        PreparedFor = PreparedFor,
        Paper = EnumParameter.Read("paper", Paper, Briefings.Orders.Paper.A4, problems),
        Depth = EnumParameter.Read("depth", Depth, Briefings.Orders.Depth.Standard, problems),
        Marking = string.IsNullOrEmpty(Marking) ? null : Marking,
    };
}
