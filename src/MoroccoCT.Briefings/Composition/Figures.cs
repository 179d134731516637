using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Briefings.Composition;

/// <summary>The figures of a briefing, cut down to what its topics call for; null when nothing is left to show.</summary>
internal static class Figures
{
    public static TimelineFigure? Timeline(ContentLibrary library, Choice chosen, Words words, NoteBook notes)
    {
        var events = chosen.Events(library);
        if (events.Count == 0)
            return null;

        var marks = events.Select(happening => new TimelineMark(
            happening.Date.ToString(),
            words.Date(happening.Date),
            happening.Section,
            happening.Text.In(words.Language),
            notes.Number(happening.Sources))).ToList();
        return new(
            words.Fill(Title(marks), ("first", marks[0].Label), ("last", marks[^1].Label)),
            words.Fill("timeline-alt", ("first", marks[0].Label), ("last", marks[^1].Label)),
            Source(marks.Select(mark => mark.Note), words),
            [.. chosen.Sections.Where(section => events.Any(happening => happening.Section == section.Id))
                .Select(section => new LegendEntry(section.Id, section.Title))],
            marks);
    }

    public static KeyFigurePanel? KeyFigures(ContentLibrary library, Choice chosen, Words words, NoteBook notes)
    {
        var items = library.KeyFigures.Where(figure => chosen.Has(figure.Section, figure.Topic)).Select(figure => new KeyFigureItem(
            figure.Value.In(words.Language), figure.Unit.In(words.Language), figure.Date.In(words.Language), [notes.Number(figure.Sources)])).ToList();
        return items.Count == 0 ? null : new(words["key-figures-title"], items);
    }

    public static ProgrammeFigure? Programmes(ContentLibrary library, Choice chosen, Words words, NoteBook notes)
    {
        var table = library.Programmes;
        var rows = table.Rows.Where(row => chosen.Has(row.Section, row.Topic)).Select(row => new ProgrammeLine(
            [row.Name.In(words.Language), row.Partners.In(words.Language), row.Since.In(words.Language), row.Scope.In(words.Language)],
            notes.Number(row.Sources))).ToList();
        return rows.Count == 0 ? null : new(
            table.Title.In(words.Language),
            [table.Name.In(words.Language), table.Partners.In(words.Language), table.Since.In(words.Language), table.Scope.In(words.Language)],
            rows);
    }

    private static string Title(IReadOnlyList<TimelineMark> marks) =>
        marks.Count == 1 ? "timeline-title-one" : marks[0].Date == marks[^1].Date ? "timeline-title-same" : "timeline-title";

    private static string Source(IEnumerable<int> notes, Words words)
    {
        var numbers = notes.Distinct().Order().ToList();
        return words.Fill(numbers.Count == 1 ? "figure-source-one" : "figure-source", ("notes", string.Join(words["number-separator"], numbers)));
    }
}
