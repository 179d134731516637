using FsCheck;
using FsCheck.Xunit;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;
using static MoroccoCT.Tests.Briefings.Composition.TestBriefings;

namespace MoroccoCT.Tests.Briefings.Composition;

/// <summary>What holds for any choice of sections, topics, language and depth, each drawn as a pattern of bits.</summary>
public class CompositionProperties
{
    private static ContentLibrary Library => TestLibrary.Real;

    [Property(MaxTest = 150)]
    public void Every_note_met_is_listed_and_rests_on_a_listed_source(byte sections, int topics, byte language, byte depth)
    {
        var briefing = Compose(Order(sections, topics, language, depth));

        NotesMet(briefing).Distinct().ShouldBe(briefing.Notes.Select(note => note.Number));
        briefing.Notes.SelectMany(note => note.References).Select(reference => reference.Source).Distinct()
            .ShouldBe(briefing.Sources.Select(source => source.Number));
    }

    [Property(MaxTest = 150)]
    public void Putting_an_order_into_its_normal_form_twice_changes_nothing(byte sections, int topics, byte language, byte depth)
    {
        var order = Order(sections, topics, language, depth);
        var once = OrderValidator.Normalize(order, Library);
        var twice = order with { Sections = [.. order.Sections, .. order.Sections.Reverse()], Topics = [.. order.Topics, .. order.Topics.Reverse()] };

        Json(OrderValidator.Normalize(once, Library)).ShouldBe(Json(once));
        Json(OrderValidator.Normalize(twice, Library)).ShouldBe(Json(once));
    }

    [Fact]
    public void A_topic_is_refused_as_a_summary_exactly_when_the_page_would_be_empty()
    {
        foreach (var section in Library.Sections("en"))
        {
            foreach (var topic in section.Topics)
            {
                var order = new BriefingOrder { Sections = [section.Id], Topics = [topic.Id] };
                var briefing = Compose(order);
                var empty = briefing.KeyPoints.Count == 0 && briefing.Timeline is null;

                OrderValidator.Check(order with { Depth = Depth.Summary }, Library).Select(problem => problem.Field).ShouldBe(empty ? ["depth"] : [], topic.Id);
            }
        }
    }

    /// <summary>An order that can be fulfilled: where a summary would be empty, the depth is the one its refusal advises.</summary>
    private static BriefingOrder Order(byte sections, int topics, byte language, byte depth)
    {
        var chosen = Library.Sections("en").Where((_, place) => (sections >> place & 1) == 1).DefaultIfEmpty(Library.Sections("en")[0]).ToList();
        var order = new BriefingOrder
        {
            Sections = [.. chosen.Select(section => section.Id)],
            Topics = [.. chosen.SelectMany(section => section.Topics).Where((_, place) => (topics >> place & 1) == 1).Select(topic => topic.Id)],
            Language = Library.Languages[language % Library.Languages.Count],
            Depth = (Depth)(depth % 3),
        };
        return OrderValidator.Check(order, Library).Count == 0 ? order : order with { Depth = Depth.Standard };
    }
}
