using MoroccoCT.Briefings.Composition;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Library;
using MoroccoCT.Requests;
using MoroccoCT.Web.Language;

namespace MoroccoCT.Web.Pages;

/// <summary>The library as the pages show it: in their own language where it is offered, in the original otherwise.</summary>
public sealed class Catalogue(CurrentLibrary current, Words words)
{
    public ContentLibrary Library => current.Snapshot.Library;

    /// <summary>What is wrong with the files on disk; null while they are good.</summary>
    public string? Warning => current.Warning;

    public IReadOnlyList<Section> Sections => Library.Sections(Language);

    private string Language => Library.Languages.Contains(words.Language) ? words.Language : ContentLibrary.Original;

    /// <summary>What a request's briefing is called.</summary>
    public string Title(BriefingRequest request) => request.IsReadable ? BriefingTitle.Of(request.Order, Library) : words.Request.Unreadable;

    /// <summary>Who issues briefings in a language, where the desk has no name of its own.</summary>
    public string Author(string language) => Library.Labels["author"].In(language);

    /// <summary>What a section is called; its id if the library has lost it since.</summary>
    public string SectionTitle(string id) => Sections.FirstOrDefault(section => section.Id == id)?.Title ?? id;

    public string TopicTitle(string id) => Sections.SelectMany(section => section.Topics).FirstOrDefault(topic => topic.Id == id)?.Title ?? id;

    /// <summary>What of a translation was made from a text that has changed since; null when nothing was.</summary>
    public string? Behind(string language)
    {
        var sections = TranslatedPart.Of(Library, language).Where(part => part.State == TranslationState.Behind)
            .GroupBy(part => part.Translation.Id).Select(section => (SectionTitle(section.Key), section.Count())).ToList();
        return sections.Count == 0 ? null : words.Order.Behind(sections);
    }

    /// <summary>What a marking allows, in plain words.</summary>
    public string Meaning(Marking marking) => Library.Labels[marking.LabelKey].In(Language);

    public string AsOf(PartialDate date) => date switch
    {
        { Day: not null } => words.Day(date.First),
        { Month: { } month } => $"{words.Months[month - 1]} {date.Year}",
        _ => $"{date.Year}",
    };
}
