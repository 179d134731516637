using MoroccoCT.Briefings.Orders;
using MoroccoCT.Rendering;
using MoroccoCT.Tests.Library;

namespace MoroccoCT.Tests.Rendering;

/// <summary>The engine sets text wherever the layout asks for, beside the paper as well; such a document is not issued.</summary>
[Collection(RenderingCollection.Name)]
public sealed class CutTextTests(RenderingFixture documents) : IDisposable
{
    private readonly LibraryCopy copy = new();

    [Theory]
    [InlineData("#place(bottom, dy: 60mm)[Below the paper]", "at the bottom: “Below the paper”")]
    [InlineData("#place(top, dy: -60mm)[Above the paper]", "at the top: “Above the paper”")]
    [InlineData("#place(left, dx: -90mm)[Beside the paper]", "at the left: “Beside the paper”")]
    [InlineData("#place(right, dx: 60mm)[Beside the paper]", "at the right: “Beside the paper”")]
    [InlineData("#place(left, box(width: 400mm)[Only the end is cut of a line that goes on and on until the paper ends, however long it is])",
        "at the right: “")]
    [InlineData("#place(top, dy: 20mm, rotate(90deg, origin: left, box(width: 500mm, align(right)[Turned out of the paper])))",
        "at the bottom: “T")]
    public async Task Text_beside_the_paper_is_named_and_refuses_the_document(string layout, string message)
    {
        copy.Append("layouts/briefing.typ", layout);

        (await RefusalAsync("en")).ShouldMatch($"^Page [0-9]+ is cut off {message}");
    }

    [Fact]
    public async Task Arabic_text_is_named_as_it_is_read()
    {
        copy.Append("layouts/briefing.typ", "#place(bottom, dy: 60mm)[خارج الورقة]");

        (await RefusalAsync("ar")).ShouldEndWith("at the bottom: “خارج الورقة”.");
    }

    public void Dispose() => copy.Dispose();

    private async Task<string> RefusalAsync(string language)
    {
        var order = new BriefingOrder { Sections = ["us-cooperation"], Language = language };
        var render = documents.Renderer(copy.Load()).RenderAsync(order, new(RenderingFixture.Date), CancellationToken.None);
        return (await Should.ThrowAsync<DocumentRefusedException>(render)).Message;
    }
}
