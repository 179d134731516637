using MoroccoCT.Language;

namespace MoroccoCT.Web.Language;

/// <summary>Handing a finished briefing on: by link, as a citation, to a colleague, in all languages.</summary>
public sealed class HandingOnWords(Texts texts) : WordGroup(texts, "HandingOn")
{
    public string Title => Text();

    public string Link => Text();

    public string LinkHint => Text();

    public string CopyLink => Text();

    public string Citation => Text();

    public string CopyCitation => Text();

    /// <summary>Said aloud when something was copied.</summary>
    public string Copied => Text();

    public string AllLanguages => Text();

    public string Colleagues => Text();

    public string ColleaguesHint => Text();

    public string NoColleagues => Text();

    public string Note => Text();

    public string NoteHint => Text();

    public string Send => Text();

    public string ChooseSomebody => Text();

    public string CannotSend => Text();

    public string NoteNotPlain => Text();

    public string Received => Text();

    public string Unread => Text();

    public string NotOpened => Text();

    public string Opened => Text();

    public string SentTitle => Text();

    /// <summary>In the place of a name that is not known any more.</summary>
    public string Somebody => Text();

    public string By(string person, string time) => Text(nameof(By), ("person", person), ("time", time));

    public string SentBy(string person, string time) => Text(nameof(SentBy), ("person", person), ("time", time));

    public string Languages(string names) => Text(nameof(Languages), ("names", names));

    public string NoteTooLong(int most) => Counted(most);

    /// <summary>One line for a footnote or a mail.</summary>
    public string Cite(string author, string title, string number, string day, string marking, string hash, string address) => Text(
        nameof(Cite), ("author", author), ("title", title), ("number", number), ("day", day), ("marking", marking), ("hash", hash), ("address", address));
}
