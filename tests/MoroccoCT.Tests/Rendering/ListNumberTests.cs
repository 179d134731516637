using MoroccoCT.Briefings.Orders;
using MoroccoCT.Tests.Briefings;
using MoroccoCT.Tests.Rendering.Conformance;

namespace MoroccoCT.Tests.Rendering;

[Collection(RenderingCollection.Name)]
public sealed class ListNumberTests(RenderingFixture briefings)
{
    [Fact]
    public async Task Each_item_bears_the_number_that_its_author_gave_it()
    {
        using var library = TestLibrary.RealCopyInEnglish();
        library.Write("sections/regional/en.md", $$"""
            {{library.Read("sections/regional/en.md")}}
            ## Numbers {#numbers}

            2016. That year. [@fact-sheet]

            Between. [@fact-sheet]

            3. Third. [@fact-sheet]
            4. Fourth. [@fact-sheet]
               1) One. [@fact-sheet]
               7) Seven. [@fact-sheet]

            """);
        var order = new BriefingOrder { Sections = ["regional"], Topics = ["numbers"] };
        var renderer = briefings.Renderer(RenderingFixture.LibraryIn(library.Folder));
        var pdf = TaggedPdf.Read((await renderer.RenderAsync(order, new(RenderingFixture.Date), CancellationToken.None)).Pdf);

        var labels = pdf.Structure.Find("LI").SelectMany(item => item.Find("Lbl").Take(1)).Select(label => label.Text.Trim());
        // The last is that of the only note.
        labels.Where(label => char.IsDigit(label[0])).ShouldBe(["2016.", "3.", "4.", "1)", "7)", "1."]);
    }
}
