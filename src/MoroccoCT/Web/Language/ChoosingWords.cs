namespace MoroccoCT.Web.Language;

/// <summary>Sections and topics on the order form, and choices that are kept.</summary>
public sealed record ChoosingWords
{
    public string Search { get; init; } = "Find a topic";

    public string SearchHint { get; init; } = "Looks into titles and texts.";

    public string Found(int count) => count switch
    {
        0 => "No topic says that.",
        1 => "1 topic found.",
        _ => $"{count} topics found.",
    };

    public string FirstLines { get; init; } = "First lines";

    public string Behind(IEnumerable<string> languages) => $"Behind the English text: {string.Join(", ", languages)}";

    public string Move(string what) => $"Move “{what}”";

    public string Earlier(string what) => $"Move “{what}” up";

    public string Later(string what) => $"Move “{what}” down";

    /// <summary>Said when something was moved; the browser puts name and places in.</summary>
    public string Moved { get; init; } = "“{name}” is now number {place} of {count}.";

    public string MoveHint { get; init; } = "The briefing is printed in the order that stands here. Drag a section or topic by its handle, or use the arrow keys on it.";

    public string AlsoIn { get; init; } = "Also in";

    public string AlsoInHint { get; init; } = "One press orders the same briefing in each of these languages.";

    public string BasedOn(string number) => $"Filled in as {number} was ordered. Change what you like: a new briefing is made.";

    public string SameTitle { get; init; } = "As the earlier one was called. Change it if the two are to be told apart.";

    public string Saved { get; init; } = "Saved choices";

    public string Save { get; init; } = "Save this choice";

    public string SaveName { get; init; } = "Name";

    public string ShareWithDesk { get; init; } = "For all of the desk";

    public string OfTheDesk { get; init; } = "the desk’s";

    public string Forget(string name) => $"Delete the saved choice “{name}”";

    public string SavedAs(string name) => $"Saved as “{name}”.";

    public string LinkToChoice { get; init; } = "Link to this choice";

    public string LinkHint { get; init; } = "Opens the form as it is filled in now: send it to a colleague, or keep it as a bookmark.";
}
