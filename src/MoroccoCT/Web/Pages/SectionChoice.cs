using MoroccoCT.Briefings.Library;

namespace MoroccoCT.Web.Pages;

/// <summary>A section on the order form, with what is ticked of it.</summary>
public sealed record SectionChoice(Section Section, OrderForm Form)
{
    /// <summary>Number of topics picked one by one.</summary>
    public int Picked => Section.Topics.Count(topic => Form.Topics.Contains(topic.Id));

    public bool IsChosen => Picked > 0 || Form.Sections.Contains(Section.Id);
}
