using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Library;

namespace MoroccoCT.Briefings.Orders;

/// <summary>
/// Checks an order against a library and gives it one canonical form: at the door, and again when it is prepared, for the library may have
/// changed.
/// </summary>
public static class OrderValidator
{
    public const int TitleLength = 160;
    public const int PreparedForLength = 120;

    /// <summary>Advice that fits one line of a terminal or a form.</summary>
    private const int MostSuggestions = 3;

    /// <summary>
    /// The same order with duplicates removed, topics in the order of their sections, texts as they are printed or null, and the marking filled in:
    /// two orders that ask for the same thing become equal.
    /// </summary>
    /// <exception cref="OrderRejectedException">Names every field that is wrong and what is valid.</exception>
    public static BriefingOrder Normalize(BriefingOrder order, ContentLibrary library)
    {
        var problems = Check(order, library);
        if (problems.Count > 0)
            throw new OrderRejectedException(problems);

        var sections = Choice.SectionsOf(library, order);
        var topics = sections.SelectMany(section => NamedTopics(order, section)).ToList();
        return order with
        {
            Sections = [.. sections.Select(section => section.Id)],
            Topics = topics,
            Title = PlainLine.Printed(order.Title, order.Language),
            PreparedFor = PlainLine.Printed(order.PreparedFor, order.Language),
            Marking = order.Marking ?? Marking.Highest(sections.Select(section => section.Marking)).Label,
        };
    }

    public static IReadOnlyList<OrderProblem> Check(BriefingOrder order, ContentLibrary library)
    {
        var problems = new List<OrderProblem>();
        if (!library.Languages.Contains(order.Language))
        {
            problems.Add(Unknown("language", order.Language, library.Languages));
            order = order with { Language = ContentLibrary.Original };
        }

        var sections = library.Sections(order.Language);
        if (order.Sections.Count == 0)
            problems.Add(new("sections", OrderFault.NothingChosen, [.. sections.Select(section => section.Id)]));
        problems.AddRange(order.Sections.Where(id => sections.All(section => section.Id != id))
            .Select(id => Unknown("sections", id, sections.Select(section => section.Id))));
        problems.AddRange(order.Topics.SelectMany(id => TopicProblem(id, order, sections)));
        // Before sections and topics are right, nobody can tell what a summary of them would hold.
        if (problems.TrueForAll(problem => problem.Field is not ("sections" or "topics")))
            problems.AddRange(SummaryProblem(order, library));
        problems.AddRange(Line("title", order.Title, TitleLength));
        problems.AddRange(Line("preparedFor", order.PreparedFor, PreparedForLength));
        problems.AddRange(MarkingProblem(order, sections));
        return [.. problems.Distinct()];
    }

    /// <summary>Naming every topic of a section as it stands in the library means the whole section, as naming none does.</summary>
    private static IEnumerable<string> NamedTopics(BriefingOrder order, Section section)
    {
        var all = section.Topics.Select(topic => topic.Id).ToList();
        var named = order.Topics.Where(all.Contains).Distinct().ToList();
        return named.SequenceEqual(all) ? [] : named;
    }

    private static IEnumerable<OrderProblem> TopicProblem(string id, BriefingOrder order, IReadOnlyList<Section> sections)
    {
        var home = sections.FirstOrDefault(section => section.Topics.Any(topic => topic.Id == id));
        if (home is null)
            yield return Unknown("topics", id, Offered(order, sections));
        else if (!order.Sections.Contains(home.Id))
            yield return new("topics", OrderFault.TopicElsewhere, id, home.Id);
    }

    private static IEnumerable<OrderProblem> SummaryProblem(BriefingOrder order, ContentLibrary library)
    {
        if (order.Depth != Depth.Summary || Choice.Of(library, order).FillsSummary(library))
            yield break;

        // With their titles, by which the form shows them.
        var better = from section in library.Sections(ContentLibrary.Original)
                     where order.Sections.Contains(section.Id)
                     from topic in section.Topics
                     where Choice.Of(library, order with { Sections = [section.Id], Topics = [topic.Id] }).FillsSummary(library)
                     select $"{topic.Id} ({topic.Title})";
        yield return new("depth", OrderFault.EmptySummary, [.. better.Take(MostSuggestions)]);
    }

    /// <summary>The topics of the chosen sections; of all of them as long as none is chosen.</summary>
    private static IEnumerable<string> Offered(BriefingOrder order, IReadOnlyList<Section> sections)
    {
        var chosen = sections.Where(section => order.Sections.Contains(section.Id)).ToList();
        return (chosen.Count > 0 ? chosen : sections).SelectMany(section => section.Topics).Select(topic => topic.Id);
    }

    private static IEnumerable<OrderProblem> MarkingProblem(BriefingOrder order, IReadOnlyList<Section> sections)
    {
        if (order.Marking is null)
            yield break;
        if (Marking.Find(order.Marking) is not { } marking)
        {
            yield return Unknown("marking", order.Marking, Marking.All.Select(known => known.Label));
            yield break;
        }

        var highest = sections.Where(section => order.Sections.Contains(section.Id)).MaxBy(section => section.Marking.Level);
        if (highest is not null && marking.Level < highest.Marking.Level)
            yield return new("marking", OrderFault.MarkingTooLow, marking.Label, highest.Id, highest.Marking.Label);
    }

    private static IEnumerable<OrderProblem> Line(string field, string? text, int length) => text is null ? [] : PlainLine.Faults(field, text, length);

    private static OrderProblem Unknown(string field, string? given, IEnumerable<string> valid) =>
        new(field, OrderFault.Unknown, [PlainLine.Shown(given), .. valid]);
}
