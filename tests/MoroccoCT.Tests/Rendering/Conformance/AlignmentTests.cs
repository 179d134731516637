using MoroccoCT.Briefings.Orders;
using MoroccoCT.Tests.Briefings;
using static MoroccoCT.Tests.Rendering.Conformance.Typography;

namespace MoroccoCT.Tests.Rendering.Conformance;

/// <summary>What belongs together stands on one line.</summary>
[Collection(RenderingCollection.Name)]
public sealed class AlignmentTests(RenderingFixture documents)
{
    public static TheoryData<string> Languages => [.. TestLibrary.Real.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_part_begins_level_with_its_heading_in_the_margin(string language)
    {
        var pdf = await documents.ReadAsync(language, Depth.Full);
        var elements = pdf.Structure.All.Where(element => element.Role is "Caption" || element.HeadingLevel > 0).ToList();

        foreach (var part in new[] { "method", "programmes", "timeline" })
        {
            var heading = elements.FindIndex(
                element => element.HeadingLevel == 2 && Key(element.Text, language) == Key(TestLibrary.Real.Labels[part].In(language), language));
            FirstLine(pdf, elements[heading + 1]).ShouldBe(FirstLine(pdf, elements[heading]), tolerance: 1, part);
        }
    }

    /// <summary>The height of the first line of an element above the foot of its page, in points.</summary>
    private static double FirstLine(TaggedPdf pdf, StructureElement element)
    {
        // Some stand for marks that nobody sees.
        var texts = element.Texts.Where(text => text.Text.Trim().Length > 0).ToLookup(text => text.Page, text => text.Id).First();
        return pdf.Pages[texts.Key - 1].GetMarkedContents().SelectMany(StructureReader.Nested)
            .Where(content => texts.Contains(content.MarkedContentIdentifier)).SelectMany(StructureReader.Nested)
            .SelectMany(content => content.Letters).Max(letter => letter.StartBaseLine.Y);
    }
}
