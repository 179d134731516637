using System.Text;
using System.Xml.Linq;
using MoroccoCT.Typesetting;
using static MoroccoCT.Tests.Typesetting.TestEngines;

namespace MoroccoCT.Tests.Typesetting;

public sealed class SvgPagesTests
{
    [Fact]
    public async Task Each_page_is_an_image_of_its_own_size_with_the_shapes_it_uses()
    {
        var pages = await PagesAsync("#set page(width: 300pt, height: 200pt)\nAB\n#set page(width: 100pt)\nC");

        pages.Select(page => page.Attribute("viewBox")!.Value).ShouldBe(["0 0 300 200", "0 0 100 200"]);
        Shapes(pages[0]).Count().ShouldBe(2);
        Shapes(pages[1]).Count().ShouldBe(1);
        pages[1].Descendants().Count(element => element.Name.LocalName == "use").ShouldBe(1);
    }

    [Fact]
    public async Task Every_shape_that_a_page_uses_is_in_it()
    {
        var page = (await PagesAsync("""
            Text #rect(fill: gradient.linear(red, blue)) #rect(fill: tiling(size: (5pt, 5pt))[Q]) #box(clip: true, width: 4pt)[AA]
            """)).ShouldHaveSingleItem();

        var references = page.Descendants().Attributes()
            .Where(attribute => attribute.Value.StartsWith("url(#", StringComparison.Ordinal)
                || (attribute.Value.StartsWith('#') && attribute.Name.LocalName == "href"))
            .Select(attribute => attribute.Value.Replace("url(", "", StringComparison.Ordinal).Trim('#', ')'));
        var ids = page.Descendants().Attributes("id").Select(attribute => attribute.Value).ToHashSet(StringComparer.Ordinal);
        references.ShouldNotBeEmpty();
        references.ShouldBeSubsetOf(ids);
    }

    [Fact]
    public async Task A_page_is_nothing_but_a_picture()
    {
        var page = (await PagesAsync("""
            #outline()
            = Heading
            #link("https://example.org/?a=1&b=2")[link] #link("javascript:alert(1)")[script]
            """)).ShouldHaveSingleItem();
        var text = page.ToString();

        foreach (var forbidden in (string[])["script", "onclick", "style", "foreignObject", "<a", "class=", "data-", "https://example.org"])
            text.ShouldNotContain(forbidden);
    }

    [Fact]
    public void An_image_that_is_no_XML_is_refused_with_advice()
    {
        var image = Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'><g title='<'/></svg>");

        Should.Throw<LayoutRejectedException>(() => SvgPages.Cut(image)).Message.ShouldContain("link address");
    }

    private static async Task<IReadOnlyList<XElement>> PagesAsync(string body)
    {
        await using var pool = Start();
        var document = await pool.TypesetAsync(Job(body) with { Format = TypesettingFormat.Svg }, None);
        return [.. SvgPages.Cut(document.Content).Select(page => XElement.Parse(page))];
    }

    private static IEnumerable<XElement> Shapes(XElement page) =>
        page.Elements().Single(element => element.Name.LocalName == "defs").Elements();
}
