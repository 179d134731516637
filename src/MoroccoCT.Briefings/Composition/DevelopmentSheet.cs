using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Developments;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Briefings.Composition;

/// <summary>One development by itself, in one of its languages: what is looked at before an edition prints it.</summary>
public sealed record DevelopmentSheet
{
    public required string Language { get; init; }

    public required string? Region { get; init; }

    public required Paper Paper { get; init; }

    public required string Number { get; init; }

    public required string Title { get; init; }

    /// <summary>The day it happened, as the language writes it.</summary>
    public required string Date { get; init; }

    /// <summary>Title of the section, and of the topic where it belongs to one.</summary>
    public required string Place { get; init; }

    public required MarkingBanner Marking { get; init; }

    public required IReadOnlyList<Block> Blocks { get; init; }

    public required IReadOnlyList<EndNote> Notes { get; init; }

    public required IReadOnlyList<ListedSource> Sources { get; init; }

    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    /// <param name="language">One of the library's. Of a development that has no text in it, the text that stands in for it.</param>
    public static DevelopmentSheet Compose(Development development, string language, ContentLibrary library)
    {
        var text = development.In(language);
        var words = new Words(development.Beside(library), text.Language);
        var notes = new NoteBook(words.Library, words);
        var blocks = notes.Mark(text.Blocks);
        var section = library.Sections(text.Language).First(one => one.Id == development.Section);
        var topic = section.Topics.FirstOrDefault(one => one.Id == development.Topic);
        var marking = development.Marking;
        return new()
        {
            Language = text.Language,
            Region = text.Language == ContentLibrary.Original ? BriefingComposer.OriginalRegion : null,
            Paper = Paper.A4,
            Number = development.Number,
            Title = text.Title,
            Date = words.Date(development.Date),
            Place = string.Join(" · ", new[] { section.Title, topic?.Title }.OfType<string>()),
            Marking = new(marking.Label, marking.Color, words[marking.LabelKey]),
            Blocks = blocks,
            Notes = notes.Notes,
            Sources = notes.Sources(withNotes: true),
            Labels = BriefingComposer.LayoutLabels(words),
        };
    }
}
