namespace MoroccoCT.Web.Pages;

/// <summary>One radio button of the order form.</summary>
/// <param name="Name">Field of the form.</param>
/// <param name="About">A line that says what the choice means.</param>
/// <param name="Id">Takes the value's place in the element's id.</param>
/// <param name="Language">Language of the label where it is not that of the page.</param>
/// <param name="Extent">How long what it makes is, which the browser renews; null where that does not apply.</param>
public sealed record Choice(
    string Name, string Value, bool Checked, string Label, string? About = null, string? Id = null, string? Language = null, string? Extent = null)
{
    /// <summary>The element's id, such as <c>paper-A4</c>.</summary>
    public string ElementId => $"{Name.ToLowerInvariant()}-{Id ?? Value}";
}
