using MoroccoCT.Briefings.Orders;
using MoroccoCT.Rendering;
using MoroccoCT.Tests.Library;

namespace MoroccoCT.Tests.Rendering;

/// <summary>Words that a layout leaves out refuse the document, whatever the engine says.</summary>
[Collection(RenderingCollection.Name)]
public sealed class LostTextTests(RenderingFixture documents) : IDisposable
{
    private readonly LibraryCopy copy = new();

    [Theory]
    [InlineData("en", "Morocco works with the US Department of Homeland Security and with US Custom")]
    [InlineData("fr", "Le Maroc travaille avec le département américain de la Sécurité")]
    [InlineData("ar", "يعمل المغرب مع وزارة الأمن الداخلي الأمريكية")]
    public async Task A_paragraph_that_the_layout_leaves_out_is_named(string language, string beginning)
    {
        const string function = "#let block-of(theme, key, it, introduces: false, opens: false) = {";
        copy.Replace("layouts/block.typ", function, function + "\n  if key.contains(\"border\") { return none }");

        (await RefusalAsync(language)).ShouldStartWith($"The pages lack, in whole or in part: “{beginning}");
    }

    [Fact]
    public async Task A_last_line_that_the_layout_drops_is_missed()
    {
        copy.Replace("layouts/inline.typ", "if kind == \"text\" { running-text(theme, piece.text) }",
            "if kind == \"text\" { running-text(theme, if piece.text.len() > 200 { piece.text.clusters().slice(0, -40).join() } else { piece.text }) }");

        (await RefusalAsync("en")).ShouldStartWith("The pages lack, in whole or in part: “");
    }

    public void Dispose() => copy.Dispose();

    private async Task<string> RefusalAsync(string language)
    {
        var order = new BriefingOrder { Sections = ["us-cooperation"], Language = language };
        var render = documents.Renderer(copy.Load()).RenderAsync(order, new(RenderingFixture.Date), CancellationToken.None);
        return (await Should.ThrowAsync<DocumentRefusedException>(render)).Message;
    }
}
