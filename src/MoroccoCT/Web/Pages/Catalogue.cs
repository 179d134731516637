using MoroccoCT.Briefings.Composition;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Library;
using MoroccoCT.Requests;
using MoroccoCT.Web.Language;

namespace MoroccoCT.Web.Pages;

/// <summary>The library as the pages show it: in their own language where it is offered, in the original otherwise.</summary>
public sealed class Catalogue(CurrentLibrary current, Words words)
{
    private const int FirstLetters = 260;

    public ContentLibrary Library => current.Snapshot.Library;

    /// <summary>What is wrong with the files on disk; null while they are good.</summary>
    public string? Warning => current.Warning;

    public IReadOnlyList<Section> Sections => Library.Sections(Language);

    private string Language => Library.Languages.Contains(words.Language) ? words.Language : ContentLibrary.Original;

    /// <summary>What a type of source is called.</summary>
    public string SourceType(string type) => Library.Labels[$"source-type-{type}"].In(Language);

    /// <summary>What an order's briefing would be called; empty while nothing is chosen.</summary>
    public string TitleOf(BriefingOrder order) => order.Sections.Count == 0 ? "" : BriefingTitle.Of(order, Library);

    /// <summary>What a request's briefing is called.</summary>
    public string Title(BriefingRequest request) => request.IsReadable ? BriefingTitle.Of(request.Order, Library) : words.Request.Unreadable;

    /// <summary>Who issues briefings in a language, where the desk has no name of its own.</summary>
    public string Author(string language) => Library.Labels["author"].In(language);

    /// <summary>What a section is called; its id if the library has lost it since.</summary>
    public string SectionTitle(string id) => Section(id)?.Title ?? id;

    public string TopicTitle(string id) => Topic(id)?.Title ?? id;

    /// <summary>What people know an id by; null for what is none.</summary>
    public string? NameOf(string id) => Section(id)?.Title ?? Topic(id)?.Title;

    /// <summary>What of a translation was made from a text that has changed since; null when nothing was.</summary>
    public string? Behind(string language)
    {
        var sections = TranslatedPart.Of(Library, language).Where(part => part.State == TranslationState.Behind)
            .GroupBy(part => part.Translation.Id).Select(section => (SectionTitle(section.Key), section.Count())).ToList();
        return sections.Count == 0 ? null : words.Order.Behind(sections);
    }

    /// <summary>Languages in which a topic was translated from a text that has changed since.</summary>
    public IReadOnlyList<string> BehindIn(string section, string topic) =>
    [
        .. from language in Library.Languages
           from translation in Library.Sections(language)
           where translation.Id == section
               && TranslatedPart.Of(Library, translation).Any(part => part.Part == topic && part.State == TranslationState.Behind)
           select language,
    ];

    /// <summary>How a topic begins, as far as one glance takes it in.</summary>
    public static string FirstLines(Topic topic)
    {
        var text = topic.Main is { } main ? new[] { main }.PlainText() : "";
        return text.Length <= FirstLetters ? text : $"{text[..text.LastIndexOf(' ', FirstLetters)]}…";
    }

    /// <summary>Topics with all the words in title or text, in the language of the pages or that of the briefing.</summary>
    public IReadOnlyList<string> Search(string words, string language)
    {
        var wanted = ComposedText.WithoutMarks(words).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. Library.AllSections.Where(section => section.Language == language || section.Language == Language)
                .SelectMany(section => section.Topics).Where(topic => wanted.All(word => Says(topic, word))).Select(topic => topic.Id).Distinct(),
        ];
    }

    /// <summary>What a marking allows, in plain words.</summary>
    public string Meaning(Marking marking) => Library.Labels[marking.LabelKey].In(Language);

    public string AsOf(PartialDate date) => words.Day(date);

    private Section? Section(string id) => Sections.FirstOrDefault(section => section.Id == id);

    private Topic? Topic(string id) => Sections.SelectMany(section => section.Topics).FirstOrDefault(topic => topic.Id == id);

    private static bool Says(Topic topic, string word) => Has(topic.Title, word) || Has(topic.Blocks.PlainText(), word);

    private static bool Has(string text, string word) => ComposedText.WithoutMarks(text).Contains(word, StringComparison.OrdinalIgnoreCase);
}
