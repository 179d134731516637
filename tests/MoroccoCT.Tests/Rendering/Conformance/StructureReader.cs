using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace MoroccoCT.Tests.Rendering.Conformance;

/// <summary>Reads the structure tree of a PDF, each element with the text that its pages show for it.</summary>
internal sealed class StructureReader
{
    private readonly PdfDocument pdf;
    private readonly IReadOnlyDictionary<IndirectReference, int> pages;
    private readonly DictionaryToken? roles;
    private readonly Dictionary<(int Page, int Id), MarkedContentElement> contents;

    private StructureReader(PdfDocument pdf, DictionaryToken tree, IEnumerable<Page> read)
    {
        this.pdf = pdf;
        pages = pdf.PageNumbers();
        roles = pdf.Dictionary(tree, "RoleMap");
        contents = read.SelectMany(page => page.GetMarkedContents().Where(content => !content.IsArtifact), (page, content) => (page.Number, content))
            .ToDictionary(found => (found.Number, found.content.MarkedContentIdentifier), found => found.content);
    }

    public static StructureElement Read(PdfDocument pdf, IEnumerable<Page> pages)
    {
        var tree = pdf.Dictionary(pdf.Catalog(), "StructTreeRoot")!;
        var reader = new StructureReader(pdf, tree, pages);
        var document = pdf.Dictionaries(tree, "K").ShouldHaveSingleItem();
        return reader.Element(document, page: 0, pdf.Text(pdf.Catalog(), "Lang") ?? "");
    }

    /// <summary>A marked content with all those inside it.</summary>
    public static IEnumerable<MarkedContentElement> Nested(MarkedContentElement content) => content.Children.SelectMany(Nested).Prepend(content);

    private StructureElement Element(DictionaryToken element, int page, string language)
    {
        page = Page(element) ?? page;
        language = pdf.Text(element, "Lang") ?? language;
        var attributes = pdf.Dictionaries(element, "A").ToList();
        return new()
        {
            Role = Role(pdf.Name(element, "S")!),
            Title = pdf.Text(element, "T"),
            Alternative = pdf.Text(element, "Alt"),
            Scope = attributes.Select(attribute => pdf.Name(attribute, "Scope")).FirstOrDefault(scope => scope is not null),
            Id = pdf.Text(element, "ID"),
            Headers = [.. attributes.SelectMany(attribute => pdf.Items(attribute, "Headers")).Select(header => pdf.Text(header)!)],
            Parts = [.. pdf.Items(element, "K").Select(kid => Part(pdf.Resolve(kid), page, language))],
        };
    }

    private StructurePart Part(IToken kid, int page, string language)
    {
        if (kid is NumericToken id)
            return Text(page, id.Int, language);
        var dictionary = (DictionaryToken)kid;
        return pdf.Name(dictionary, "Type") switch
        {
            "MCR" => Text(Page(dictionary) ?? page, pdf.Find<NumericToken>(dictionary, "MCID")!.Int, language),
            "OBJR" => new TaggedAnnotation(pdf.Items(dictionary, "Obj").OfType<IndirectReferenceToken>().Single().Data),
            _ => Element(dictionary, page, language),
        };
    }

    private TaggedText Text(int page, int id, string language)
    {
        var content = contents[(page, id)];
        var text = Pieces(content).OrderBy(piece => piece.Place).Select(piece => piece.Text);
        return new(page, id, content.Language ?? language, string.Concat(text));
    }

    /// <summary>What stands for glyphs where the file says so, otherwise the glyphs themselves, each with its place in the page's content.</summary>
    private static IReadOnlyList<(int Place, string Text)> Pieces(MarkedContentElement content)
    {
        var glyphs = Nested(content).SelectMany(inner => inner.Letters).ToList();
        // A vowel mark that is placed by itself stands for the letter below it too, which then comes again.
        if (glyphs.All(glyph => glyph.Width == 0))
            return [];
        if (content.ActualText is { } text)
            return [(glyphs.Min(glyph => glyph.TextSequence), text)];
        return [.. content.Letters.Where(glyph => glyph.Width > 0).Select(glyph => (glyph.TextSequence, glyph.Value)), .. content.Children.SelectMany(Pieces)];
    }

    private int? Page(DictionaryToken element) =>
        element.TryGet(NameToken.Create("Pg"), out var token) && token is IndirectReferenceToken reference ? pages[reference.Data] : null;

    private string Role(string own) => roles is not null && pdf.Name(roles, own) is { } standard ? standard : own;
}
