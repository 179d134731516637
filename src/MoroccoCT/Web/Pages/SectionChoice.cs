using MoroccoCT.Briefings.Library;

namespace MoroccoCT.Web.Pages;

/// <summary>A section on the order form, with what is ticked of it.</summary>
public sealed record SectionChoice(Section Section, OrderForm Form)
{
    public bool IsChosen => Form.Sections.Contains(Section.Id) || IsPartial;

    /// <summary>In the order in which they are printed: those that are named first.</summary>
    public IReadOnlyList<Topic> Topics =>
        [.. Form.Topics.SelectMany(id => Section.Topics.Where(topic => topic.Id == id)).Distinct(), .. Section.Topics.Where(topic => !IsNamed(topic))];

    /// <summary>Number of topics that would be printed.</summary>
    public int Picked => Section.Topics.Count(IsTicked);

    /// <summary>A section of which no topic is named is taken whole.</summary>
    public bool IsTicked(Topic topic) => IsPartial ? IsNamed(topic) : IsChosen;

    /// <summary>In the order of the form: those that are chosen first, as they are chosen.</summary>
    public static IEnumerable<SectionChoice> All(IReadOnlyList<Section> sections, OrderForm form) =>
        form.Sections.Distinct().SelectMany(id => sections.Where(section => section.Id == id))
            .Concat(sections.Where(section => !form.Sections.Contains(section.Id))).Select(section => new SectionChoice(section, form));

    private bool IsPartial => Section.Topics.Any(IsNamed);

    private bool IsNamed(Topic topic) => Form.Topics.Contains(topic.Id);
}
