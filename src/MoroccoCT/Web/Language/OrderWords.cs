using MoroccoCT.Briefings.Orders;
using MoroccoCT.Language;
using MoroccoCT.Requests;

namespace MoroccoCT.Web.Language;

/// <summary>The order form.</summary>
public sealed record OrderWords
{
    public string Title { get; init; } = "New briefing";

    public string Lead { get; init; } = "Tick what it should cover and press Create. Everything else can stay as it is.";

    public string Content { get; init; } = "What should it cover?";

    public string ContentHint { get; init; } = "Tick a section to take all of it; untick what it need not say.";

    public string PickTopics { get; init; } = "Pick single topics";

    public string Cover { get; init; } = "Title page";

    public string TitleLabel { get; init; } = "Title";

    public string TitleHint { get; init; } = "Leave it empty to use the library’s own title.";

    public string PreparedForLabel { get; init; } = "Prepared for";

    public string PreparedForHint { get; init; } = "A person or an office. Leave it empty to print no name.";

    public string Optional { get; init; } = "optional";

    public string LanguageLabel { get; init; } = "Language";

    public string DepthLabel { get; init; } = "Depth";

    public string DepthHint { get; init; } = "Pages are estimates: for what is ticked above, or for everything while nothing is ticked.";

    public string OnePage { get; init; } = "1 page";

    /// <summary>The browser puts the number in when what is ticked changes.</summary>
    public string PagesAbout { get; init; } = "about {pages} pages";

    public string PaperLabel { get; init; } = "Paper";

    public string MoreOptions { get; init; } = "More options";

    public string MoreOptionsHint { get; init; } = "marking, file profile, number";

    public string MarkingLabel { get; init; } = "Marking";

    public string MarkingLowest { get; init; } = "Lowest allowed";

    public string MarkingLowestHint { get; init; } = "The least restrictive label the chosen sections allow.";

    public string ProfileLabel { get; init; } = "File profile";

    public string NumberLabel { get; init; } = "Number";

    public string Numbered { get; init; } = "Print this request’s own number on the front page";

    public string NumberedHint { get; init; } = "It is the number that lists show and by which the paper is found again. "
        + "Without it, the same order on the same day gives the same document, which bears a reference made from its content.";

    public string Create { get; init; } = "Create briefing";

    public string Creating { get; init; } = "Creating…";

    public string Recent { get; init; } = "Recent requests";

    public string NoneYet { get; init; } = "No briefing has been made yet. The first one you create will be listed here.";

    public string AllRequests { get; init; } = "All requests";

    public string ErrorSummary { get; init; } = "The briefing was not created";

    public string ErrorPrefix { get; init; } = "Error:";

    public string ChooseSection { get; init; } = "Choose at least one section or topic.";

    public string Expired { get; init; } = "This page was open for too long, or the browser refuses cookies. Your choices are kept: press Create once more.";

    /// <summary>Said by the browser when topics are ticked; it puts the numbers in.</summary>
    public string TopicsPicked { get; init; } = "({picked} of {all})";

    public string Topics(int count) => $"({count} topics)";

    public string Picked(int picked, int all) => TopicsPicked.Replace("{picked}", $"{picked}").Replace("{all}", $"{all}");

    public string TopicsOf(string section) => $"Topics of “{section}”";

    /// <summary>What the form calls a field of the order.</summary>
    public string Quoted(string field) => field switch
    {
        "title" => $"“{TitleLabel}”",
        "preparedFor" => $"“{PreparedForLabel}”",
        "language" => $"“{LanguageLabel}”",
        "depth" => $"“{DepthLabel}”",
        "paper" => $"“{PaperLabel}”",
        "marking" => $"“{MarkingLabel}”",
        "profile" => $"“{ProfileLabel}”",
        "numbered" => $"“{NumberLabel}”",
        _ => $"“{field}”",
    };

    public string Unknown(string field) => $"{Quoted(field)} has a value that this form does not offer.";

    public string Twice(string field) => $"{Quoted(field)} came twice. Send it once.";

    public string AsOf(string date) => $"Information as of {date}";

    public string Busy(int seconds) => $"Too many briefings are waiting at the moment. Your choices are kept: try again in {seconds} seconds.";

    /// <summary>What was seen is said without reserve.</summary>
    /// <param name="estimate">Null when nobody can tell; then there are no words either.</param>
    public string Extent(PageEstimate? estimate) => estimate is { Basis: EstimateBasis.Document } ? Counted.Pages(estimate.Pages) : Extent(estimate?.Pages);

    /// <param name="pages">Null when nobody can tell; then there are no words either.</param>
    public string Extent(int? pages) => pages switch
    {
        null => "",
        1 => OnePage,
        _ => PagesAbout.Replace("{pages}", $"{pages}"),
    };

    /// <param name="sections">Titles of sections with the number of their parts that were translated from an earlier text.</param>
    public string Behind(IEnumerable<(string Title, int Parts)> sections) =>
        $"Behind the English text: {string.Join("; ", sections.Select(section => $"{section.Title} ({Parts(section.Parts)})"))}.";

    private static string Parts(int count) => count == 1 ? "1 part" : $"{count} parts";

    public string Name(Depth depth) => depth switch
    {
        Depth.Summary => "Summary",
        Depth.Short => "Short",
        Depth.Standard => "Standard",
        Depth.Full => "Full",
        _ => depth.ToString(),
    };

    public string About(Depth depth) => depth switch
    {
        Depth.Summary => "Key points, timeline and sources.",
        Depth.Short => "Key points, the main passage of each topic, timeline and sources.",
        Depth.Standard => "The chosen sections with figures, notes and sources.",
        Depth.Full => "Adds method and limits, a glossary and notes on each source.",
        _ => "",
    };

    public string Name(Paper paper) => paper switch
    {
        Paper.A4 => "A4",
        Paper.Letter => "US Letter",
        _ => paper.ToString(),
    };

    public string Name(Profile profile) => profile switch
    {
        Profile.Accessible => "Accessible",
        Profile.Archive => "Archive",
        _ => profile.ToString(),
    };

    public string About(Profile profile) => profile switch
    {
        Profile.Accessible => "PDF/UA-1, for reading and for screen readers.",
        Profile.Archive => "PDF/A-3a and PDF/UA-1 in one file, for long-term keeping and for screen readers.",
        _ => "",
    };
}
