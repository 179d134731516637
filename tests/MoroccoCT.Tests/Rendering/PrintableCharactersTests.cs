using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Tests.Rendering;

[Collection(RenderingCollection.Name)]
public sealed class PrintableCharactersTests(RenderingFixture briefings)
{
    private const int AtOnce = 100;

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Every_character_an_order_may_hold_is_printed_by_the_shipped_fonts(string language)
    {
        foreach (var some in PrintableCharacters.All.Chunk(AtOnce))
        {
            var text = string.Concat(some);
            var order = new BriefingOrder { Sections = ["regional"], Topics = ["gctf"], Language = language, Title = text, PreparedFor = text };
            await Should.NotThrowAsync(() => briefings.Renderer().RenderAsync(order, new(RenderingFixture.Date), CancellationToken.None), text);
        }
    }
}
