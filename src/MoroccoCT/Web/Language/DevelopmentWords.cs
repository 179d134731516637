using System.Globalization;
using MoroccoCT.Language;
using MoroccoCT.Library.Developments;

namespace MoroccoCT.Web.Language;

/// <summary>The pages of developments.</summary>
public sealed class DevelopmentWords(Texts texts) : WordGroup(texts, "Development")
{
    public string Title => Text();

    public string Lead => Text();

    public string New => Text();

    public string Edit => Text();

    public string Waiting => Text();

    public string All => Text();

    public string None => Text();

    public string SearchLabel => Text();

    public string Search => Text();

    public string Older => Text();

    public string StateLabel => Text();

    public string AnyState => Text();

    public string SectionLabel => Text();

    public string AnySection => Text();

    public string MissingLabel => Text();

    public string AnyLanguage => Text();

    public string DateLabel => Text();

    public string TopicLabel => Text();

    public string WholeSection => Text();

    public string MarkingLabel => Text();

    public string AsSection => Text();

    public string Languages => Text();

    public string ToMend => Text();

    public string ToMendMeaning => Text();

    public string InForceMeaning => Text();

    public string AloneMeaning => Text();

    public string SecondPerson => Text();

    public string Facts => Text();

    public string Deeds => Text();

    public string Changes => Text();

    public string Propose => Text();

    public string Publish => Text();

    public string SendBack => Text();

    public string NoteLabel => Text();

    public string Withdraw => Text();

    public string WithdrawForGood => Text();

    public string WithdrawMeaning => Text();

    public string ReasonLabel => Text();

    public string Before => Text();

    public string After => Text();

    public string ChangedWhileTyping => Text();

    public string PresentText => Text();

    public string TitleLabel => Text();

    public string BodyLabel => Text();

    public string BodyHint => Text();

    public string SourcesLabel => Text();

    public string SourcesHint => Text();

    public string LibrarySources => Text();

    public string Save => Text();

    public string ShowPreview => Text();

    public string PreviewTitle => Text();

    public string PreviewWorking => Text();

    public string PreviewShown => Text();

    public string PreviewNothing => Text();

    public string PreviewFailed => Text();

    public string NoTextIn(string languages) => Text(nameof(NoTextIn), ("languages", languages));

    public string SourceNumber(int number) => Text(nameof(SourceNumber), ("number", number.ToString(CultureInfo.InvariantCulture)));

    public string In(string field, string language) => Text(nameof(In), ("field", field), ("language", language));

    public string Name(DevelopmentState state) => Text($"State.{state}");

    public string Name(DevelopmentDeed deed) => Text($"Deed.{deed}");

    public string Refused(DevelopmentRefusal why) => Text($"Refusal.{why}");

    /// <summary>What the form calls a member of a source.</summary>
    public string OfSource(string member) => member switch
    {
        "id" or "author" or "title" or "short" or "language" or "date" or "type" or "note" or "statement" or "passages" => Text($"Source.{member}"),
        _ => member,
    };

    /// <summary>What the form calls the field of a problem, such as <c>texts.fr.body</c>.</summary>
    /// <param name="language">What a language is called.</param>
    public string Field(string field, Func<string, string> language) => field.Split('.') switch
    {
        ["date"] => DateLabel,
        ["section"] => SectionLabel,
        ["topic"] => TopicLabel,
        ["marking"] => MarkingLabel,
        ["texts"] => BodyLabel,
        ["sources"] => SourcesLabel,
        ["note"] => NoteLabel,
        ["reason"] => ReasonLabel,
        ["texts", var tag, "title"] => In(TitleLabel, language(tag)),
        ["texts", var tag, ..] => In(BodyLabel, language(tag)),
        ["sources", var place, var member, ..] when int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var number) =>
            In(OfSource(member), SourceNumber(number + 1)),
        _ => field,
    };
}
