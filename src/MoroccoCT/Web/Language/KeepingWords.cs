using MoroccoCT.Language;

namespace MoroccoCT.Web.Language;

/// <summary>How long a request is kept, and what holds it.</summary>
public sealed class KeepingWords(Texts texts) : WordGroup(texts, "Keeping")
{
    public string Title => Text();

    /// <summary>In the place of a day.</summary>
    public string ForGood => Text();

    public string Unfinished => Text();

    public string Held => Text();

    public string HeldOnly => Text();

    public string Reason => Text();

    public string ReasonHint => Text();

    /// <summary>What somebody does who holds a request, on a button.</summary>
    public string Hold => Text();

    public string ChangeReason => Text();

    public string Lift => Text();

    public string CannotDelete => Text();

    /// <param name="day">As a sentence has it.</param>
    public string Until(string day) => Text(nameof(Until), ("day", day));

    /// <param name="person">Who holds it; null where nobody is known by name.</param>
    public string HeldBy(string? person, string day, string reason) => person is null
        ? Text("HeldSince", ("day", day), ("reason", reason))
        : Text(nameof(HeldBy), ("person", person), ("day", day), ("reason", reason));
}
