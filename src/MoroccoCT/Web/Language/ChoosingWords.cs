using MoroccoCT.Language;

namespace MoroccoCT.Web.Language;

/// <summary>Sections and topics on the order form, and choices that are kept.</summary>
public sealed class ChoosingWords(Texts texts) : WordGroup(texts, "Choosing")
{
    public string Search => Text();

    public string SearchHint => Text();

    public string FirstLines => Text();

    public string AlsoIn => Text();

    public string AlsoInHint => Text();

    public string SameTitle => Text();

    public string MoveHint => Text();

    /// <summary>Said when something was moved; the browser puts name and places in.</summary>
    public string Moved => Text();

    public string Saved => Text();

    public string Save => Text();

    public string SaveName => Text();

    public string ShareWithDesk => Text();

    public string OfTheDesk => Text();

    public string LinkToChoice => Text();

    public string LinkHint => Text();

    public string Found(int count) => Counted(count);

    public string Behind(IEnumerable<string> languages) => Text(nameof(Behind), ("languages", Texts.List(languages)));

    public string Move(string what) => Text(nameof(Move), ("what", what));

    public string Earlier(string what) => Text(nameof(Earlier), ("what", what));

    public string Later(string what) => Text(nameof(Later), ("what", what));

    public string BasedOn(string number) => Text(nameof(BasedOn), ("number", number));

    public string Forget(string name) => Text(nameof(Forget), ("name", name));

    public string SavedAs(string name) => Text(nameof(SavedAs), ("name", name));
}
