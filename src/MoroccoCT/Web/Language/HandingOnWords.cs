namespace MoroccoCT.Web.Language;

/// <summary>Handing a finished briefing on: by link, as a citation, to a colleague, in all languages.</summary>
public sealed record HandingOnWords
{
    public string Title { get; init; } = "Hand it on";

    public string Link { get; init; } = "Link";

    public string LinkHint { get; init; } = "It opens for whoever may see this briefing.";

    public string CopyLink { get; init; } = "Copy the link";

    public string Citation { get; init; } = "Citation";

    public string CopyCitation { get; init; } = "Copy the citation";

    /// <summary>Said aloud when something was copied.</summary>
    public string Copied { get; init; } = "Copied.";

    public string AllLanguages { get; init; } = "Download all languages as one ZIP file";

    public string Colleagues { get; init; } = "Send to a colleague";

    public string ColleaguesHint { get; init; } = "People of your desk who may see it. It is shown to them among their requests.";

    public string NoColleagues { get; init; } = "Nobody else of your desk may see this briefing.";

    public string Note { get; init; } = "Note";

    public string NoteHint { get; init; } = "One line, if you like.";

    public string Send { get; init; } = "Send";

    public string ChooseSomebody { get; init; } = "Choose at least one colleague.";

    public string CannotSend { get; init; } = "Nothing was sent: somebody you chose may not see this briefing any more. Choose again.";

    public string NoteNotPlain { get; init; } = "The note has characters that cannot be seen. Type it anew on one line.";

    public string Received { get; init; } = "Sent to you";

    public string Unread { get; init; } = "New";

    public string NotOpened { get; init; } = "not opened yet";

    public string Opened { get; init; } = "opened";

    public string SentTitle { get; init; } = "You sent it to";

    /// <summary>In the place of a name that is not known any more.</summary>
    public string Somebody { get; init; } = "somebody";

    public string By(string person, string time) => $"by {person}, {time}";

    public string SentBy(string person, string time) => $"{person} sent this to you, {time}.";

    public string Languages(string names) => $"This briefing is also ready in: {names}.";

    public string NoteTooLong(int most) => $"The note is too long. It may have {most} characters.";

    /// <summary>One line for a footnote or a mail.</summary>
    public string Cite(string author, string title, string number, string day, string marking, string hash, string address) =>
        $"{author}: {title}. {number}, issued {day}, {marking}, SHA-256 {hash}. {address}";
}
