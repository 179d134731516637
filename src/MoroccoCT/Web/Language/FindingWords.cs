using MoroccoCT.Language;

namespace MoroccoCT.Web.Language;

/// <summary>Searching and filtering requests, what can be done with several of them, and deleting one.</summary>
public sealed class FindingWords(Texts texts) : WordGroup(texts, "Finding")
{
    public string Search => Text();

    public string SearchLabel => Text();

    public string Filters => Text();

    public string State => Text();

    public string Language => Text();

    public string AnyLanguage => Text();

    public string Editions => Text();

    public string EditionsToo => Text();

    public string EditionsOnly => Text();

    public string NoEditions => Text();

    public string From => Text();

    public string To => Text();

    public string MineOnly => Text();

    public string Clear => Text();

    /// <summary>Said where the search led to nothing.</summary>
    public string NothingFound => Text();

    public string NothingFoundAdvice => Text();

    public string WrongFilter => Text();

    public string Results => Text();

    public string Briefing => Text();

    public string Content => Text();

    public string Form => Text();

    public string Marking => Text();

    public string AskedFor => Text();

    public string Actions => Text();

    public string Choose => Text();

    public string Download => Text();

    public string OrderAgain => Text();

    public string Cancel => Text();

    public string Retry => Text();

    public string Delete => Text();

    public string DownloadChosen => Text();

    public string DownloadChosenHint => Text();

    public string ChooseSome => Text();

    public string Gone => Text();

    public string DeleteTitle => Text();

    public string DeleteMeaning => Text();

    public string DeleteForGood => Text();

    public string Keep => Text();

    public string CannotDelete => Text();

    public string NotFoundSearch => Text();

    public string OpenFound => Text();

    public string Newer => Text();

    public string DeletedSince => Text();

    /// <summary>What names a row for who cannot see it.</summary>
    public string Of(string action, string number) => Text(nameof(Of), ("action", action), ("number", number));

    public string PreparedFor(string addressee) => Text(nameof(PreparedFor), ("addressee", addressee));

    /// <summary>What stands on the paper in the place of the number.</summary>
    public string PrintedAs(string reference) => Text(nameof(PrintedAs), ("reference", reference));

    public string OfDesk(string desk) => Text(nameof(OfDesk), ("desk", desk));

    public string Topics(string topics) => Text(nameof(Topics), ("topics", topics));

    public string Deleted(string number) => Text(nameof(Deleted), ("number", number));

    public string TooMany(int most) => Counted(most);

    /// <param name="numbers">At least one.</param>
    public string NotReady(IReadOnlyList<string> numbers) => Text(nameof(NotReady), ("numbers", Texts.List(numbers)));
}
