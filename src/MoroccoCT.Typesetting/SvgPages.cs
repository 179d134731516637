using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace MoroccoCT.Typesetting;

/// <summary>
/// Cuts the engine's one SVG image into an image per page. Each stands alone – it carries the shapes it
/// uses – and is nothing but a picture: the engine's scripts, links, styles and hidden text stay behind,
/// so that it can be shown under any content security policy.
/// </summary>
public static class SvgPages
{
    private static readonly XNamespace svg = "http://www.w3.org/2000/svg";
    private static readonly XNamespace xlink = "http://www.w3.org/1999/xlink";

    /// <exception cref="LayoutRejectedException">Data made their way into the image that XML cannot carry.</exception>
    public static IReadOnlyList<string> Cut(byte[] image)
    {
        var root = Parse(image).Root!;
        root.Descendants().Where(IsNoPicture).Remove();
        var shapes = root.Elements(svg + "defs").Elements()
            .Where(shape => shape.Attribute("id") is not null)
            .ToDictionary(shape => shape.Attribute("id")!.Value, StringComparer.Ordinal);
        return [.. root.Elements(svg + "g").Where(IsPage).Select(page => Picture(page, shapes))];
    }

    private static XDocument Parse(byte[] image)
    {
        try
        {
            return XDocument.Parse(Encoding.UTF8.GetString(image));
        }
        catch (XmlException cause)
        {
            throw new LayoutRejectedException([new(DiagnosticSeverity.Error, $"The preview cannot be shown: {cause.Message}")
            {
                Hints = ["look for a link address with '<' or a text with control characters"],
            }]);
        }
    }

    private static bool IsNoPicture(XElement element) =>
        element.Name.Namespace != svg || element.Name.LocalName is "foreignObject" or "a" or "style" or "script";

    private static bool IsPage(XElement element) => element.Attribute("class")?.Value == "typst-page";

    private static string Picture(XElement page, Dictionary<string, XElement> shapes)
    {
        var (width, height) = (Size(page, "data-page-width"), Size(page, "data-page-height"));
        var picture = new XElement(
            svg + "svg",
            new XAttribute(XNamespace.Xmlns + "xlink", xlink),
            new XAttribute("viewBox", $"0 0 {width} {height}"),
            new XAttribute("width", width),
            new XAttribute("height", height),
            new XAttribute("fill", "none"),
            new XElement(svg + "defs", Used(page, shapes)),
            page.Elements());
        foreach (var element in picture.DescendantsAndSelf()) element.Attributes().Where(IsNoDrawing).Remove();
        return picture.ToString(SaveOptions.DisableFormatting);
    }

    private static string Size(XElement page, string name) =>
        decimal.Parse(page.Attribute(name)!.Value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);

    // A shape may use others in its turn: a gradient its stops, a pattern its glyphs.
    private static List<XElement> Used(XElement page, Dictionary<string, XElement> shapes)
    {
        var used = new List<XElement>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<XElement>([page]);
        while (open.TryDequeue(out var element))
        {
            foreach (var id in element.DescendantsAndSelf().Attributes().Select(Reference).OfType<string>())
            {
                if (!seen.Add(id) || !shapes.TryGetValue(id, out var shape)) continue;
                used.Add(shape);
                open.Enqueue(shape);
            }
        }

        return used;
    }

    private static string? Reference(XAttribute attribute) => attribute.Value switch
    {
        ['#', .. var id] when attribute.Name.LocalName == "href" => id,
        ['u', 'r', 'l', '(', '#', .. var id, ')'] => id,
        _ => null,
    };

    private static bool IsNoDrawing(XAttribute attribute) =>
        attribute.Name.LocalName is "class" or "style"
        || attribute.Name.LocalName.StartsWith("data-", StringComparison.Ordinal)
        || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal);
}
