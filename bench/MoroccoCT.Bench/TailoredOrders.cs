using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Bench;

/// <summary>Orders such as people place: each takes other sections and topics and has its own title. The same number gives the same order.</summary>
internal static class TailoredOrders
{
    private const double SectionTaken = 0.85;
    private const double TopicTaken = 0.7;

    public static BriefingOrder Number(int number, ContentLibrary library)
    {
        var random = new Random(number);
        var all = library.Sections(ContentLibrary.Original);
        var taken = all.Where(_ => random.NextDouble() < SectionTaken).ToList();
        var sections = taken.Count > 0 ? taken : [all[number % all.Count]];
        return new()
        {
            Sections = [.. sections.Select(section => section.Id)],
            Topics = [.. sections.SelectMany(section => section.Topics).Where(_ => random.NextDouble() < TopicTaken).Select(topic => topic.Id)],
            Title = $"Briefing for meeting {number} of the working group",
        };
    }
}
