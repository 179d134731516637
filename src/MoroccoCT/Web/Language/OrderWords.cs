using MoroccoCT.Briefings.Orders;
using MoroccoCT.Language;
using MoroccoCT.Requests;

namespace MoroccoCT.Web.Language;

/// <summary>The order form.</summary>
public sealed class OrderWords(Texts texts) : WordGroup(texts, "Order")
{
    public string Title => Text();

    public string Lead => Text();

    public string Content => Text();

    public string ContentHint => Text();

    public string PickTopics => Text();

    public string Cover => Text();

    public string TitleLabel => Text();

    public string TitleHint => Text();

    public string PreparedForLabel => Text();

    public string PreparedForHint => Text();

    public string Optional => Text();

    public string LanguageLabel => Text();

    public string DepthLabel => Text();

    public string DepthHint => Text();

    public string PaperLabel => Text();

    public string MoreOptions => Text();

    public string MoreOptionsHint => Text();

    public string MarkingLabel => Text();

    public string MarkingLowest => Text();

    public string MarkingLowestHint => Text();

    public string ProfileLabel => Text();

    public string NumberLabel => Text();

    public string Numbered => Text();

    public string NumberedHint => Text();

    public string Create => Text();

    public string Creating => Text();

    public string Recent => Text();

    public string NoneYet => Text();

    public string AllRequests => Text();

    public string ErrorSummary => Text();

    public string ErrorPrefix => Text();

    public string ChooseSection => Text();

    public string Expired => Text();

    /// <summary>Said by the browser when topics are ticked; it puts the numbers in.</summary>
    public string TopicsPicked => Text();

    public string Topics(int count) => Counted(count);

    public string Picked(int picked, int all) => Text(nameof(TopicsPicked), ("picked", $"{picked}"), ("all", $"{all}"));

    public string TopicsOf(string section) => Text(nameof(TopicsOf), ("section", section));

    /// <summary>What the form calls a field of the order.</summary>
    public string Quoted(string field) => Text(nameof(Quoted), ("label", Label(field)));

    public string Unknown(string field) => Text(nameof(Unknown), ("field", Quoted(field)));

    public string Twice(string field) => Text(nameof(Twice), ("field", Quoted(field)));

    public string AsOf(string date) => Text(nameof(AsOf), ("date", date));

    public string Busy(int seconds) => Counted(seconds);

    /// <summary>What was seen is said without reserve.</summary>
    /// <param name="estimate">Null when nobody can tell; then there are no words either.</param>
    public string Extent(PageEstimate? estimate) => estimate switch
    {
        null => "",
        { Basis: EstimateBasis.Text } => AboutPages(estimate.Pages),
        _ => Texts.Count("Unit.Pages", estimate.Pages),
    };

    private string AboutPages(int count) => Counted(count);

    /// <param name="sections">Titles of sections with the number of their parts that were translated from an earlier text.</param>
    public string Behind(IEnumerable<(string Title, int Parts)> sections) =>
        Text(nameof(Behind), ("sections", Texts.LongList(sections.Select(section => BehindSection(section.Title, section.Parts)))));

    private string BehindSection(string title, int parts) => Text(nameof(BehindSection), ("title", title), ("parts", Parts(parts)));

    private string Parts(int count) => Counted(count);

    public string Name(Depth depth) => Text($"Depth.{depth}");

    public string About(Depth depth) => Text($"DepthAbout.{depth}");

    public string Name(Paper paper) => Text($"Paper.{paper}");

    public string Name(Profile profile) => Text($"Profile.{profile}");

    public string About(Profile profile) => Text($"ProfileAbout.{profile}");

    private string Label(string field) => field switch
    {
        "title" => TitleLabel,
        "preparedFor" => PreparedForLabel,
        "language" => LanguageLabel,
        "depth" => DepthLabel,
        "paper" => PaperLabel,
        "marking" => MarkingLabel,
        "profile" => ProfileLabel,
        "numbered" => NumberLabel,
        _ => field,
    };
}
