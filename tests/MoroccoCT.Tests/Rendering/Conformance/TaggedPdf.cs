using System.Xml.Linq;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace MoroccoCT.Tests.Rendering.Conformance;

/// <summary>A finished file as a screen reader, a viewer and an archive see it, read back without the engine that wrote it.</summary>
internal sealed record TaggedPdf
{
    public required string? Language { get; init; }

    /// <summary>Whether viewers show the title instead of the file's name.</summary>
    public required bool ShowsTitle { get; init; }

    public required DocumentInformation Information { get; init; }

    public required XDocument Metadata { get; init; }

    /// <summary>The root of the structure tree.</summary>
    public required StructureElement Structure { get; init; }

    /// <summary>Names under which readers look up elements of the structure, as the file lists them.</summary>
    public required IReadOnlyList<string> NamedElements { get; init; }

    public required IReadOnlyList<Page> Pages { get; init; }

    /// <summary>Numbers of the pages on which the tab key follows the structure.</summary>
    public required IReadOnlyList<int> PagesInTabOrder { get; init; }

    public required IReadOnlyList<PdfAnnotation> Annotations { get; init; }

    /// <summary>Level, from 0, and title.</summary>
    public required IReadOnlyList<(int Level, string Title)> Bookmarks { get; init; }

    public required IReadOnlyList<PdfFont> Fonts { get; init; }

    public required IReadOnlyList<PdfAttachment> Attachments { get; init; }

    /// <summary>Names of the files that the catalog declares as associated with the document.</summary>
    public required IReadOnlyList<string> AssociatedFiles { get; init; }

    /// <summary>Whether it says that all of its content is tagged.</summary>
    public required bool IsMarked { get; init; }

    /// <summary>What the colours are meant for; PDF/A wants to know.</summary>
    public required string? ColourProfile { get; init; }

    public static TaggedPdf Read(byte[] file)
    {
        using var pdf = PdfDocument.Open(file);
        var catalog = pdf.Catalog();
        var pages = pdf.GetPages().ToList();
        return new()
        {
            Language = pdf.Text(catalog, "Lang"),
            ShowsTitle = pdf.Dictionary(catalog, "ViewerPreferences") is { } preferences && pdf.IsTrue(preferences, "DisplayDocTitle"),
            IsMarked = pdf.Dictionary(catalog, "MarkInfo") is { } mark && pdf.IsTrue(mark, "Marked") && !pdf.IsTrue(mark, "Suspects"),
            ColourProfile = pdf.Dictionaries(catalog, "OutputIntents")
                .FirstOrDefault(intent => pdf.Find<StreamToken>(intent, "DestOutputProfile") is not null) is { } colours ? pdf.Text(colours, "Info") : null,
            Information = pdf.Information,
            Metadata = pdf.TryGetXmpMetadata(out var xmp) ? XDocument.Load(new MemoryStream(xmp.GetXmlBytes().ToArray())) : new(),
            Structure = StructureReader.Read(pdf, pages),
            NamedElements = pdf.Dictionary(pdf.Dictionary(catalog, "StructTreeRoot")!, "IDTree") is { } tree
                ? [.. pdf.Items(tree, "Names").Chunk(2).Select(entry => pdf.Text(entry[0])!)] : [],
            Pages = pages,
            PagesInTabOrder = [.. pages.Where(page => pdf.Name(page.Dictionary, "Tabs") == "S").Select(page => page.Number)],
            Annotations = [.. pages.SelectMany(page => pdf.Items(page.Dictionary, "Annots"), (page, annotation) => PdfAnnotation.Read(pdf, page, annotation))],
            Bookmarks = pdf.TryGetBookmarks(out var bookmarks) ? [.. bookmarks.GetNodes().Select(node => (node.Level, node.Title))] : [],
            Fonts = [.. pages.SelectMany(page => PdfFont.Read(pdf, page)).DistinctBy(font => font.Name)],
            Attachments = pdf.Advanced.TryGetEmbeddedFiles(out var files) ? [.. files.Select(embedded => PdfAttachment.Read(pdf, embedded))] : [],
            AssociatedFiles = [.. pdf.Dictionaries(catalog, "AF").Select(specification => pdf.Text(specification, "UF")!)],
        };
    }
}

/// <param name="Description">What a screen reader says about it.</param>
internal sealed record PdfAnnotation(int Page, IndirectReference Reference, string? Kind, string? Description)
{
    public static PdfAnnotation Read(PdfDocument pdf, Page page, IToken token)
    {
        var annotation = (DictionaryToken)pdf.Resolve(token);
        return new(page.Number, ((IndirectReferenceToken)token).Data, pdf.Name(annotation, "Subtype"), pdf.Text(annotation, "Contents"));
    }
}

/// <param name="IsEmbedded">Whether its outlines are in the file.</param>
internal sealed record PdfFont(string Name, bool IsEmbedded, bool HasUnicode)
{
    public static IEnumerable<PdfFont> Read(PdfDocument pdf, Page page)
    {
        var fonts = pdf.Dictionary(pdf.Dictionary(page.Dictionary, "Resources")!, "Font")!;
        foreach (var name in fonts.Data.Keys)
        {
            var font = pdf.Dictionary(fonts, name)!;
            var outlines = pdf.Dictionary(pdf.Dictionaries(font, "DescendantFonts").FirstOrDefault() ?? font, "FontDescriptor")!;
            yield return new(
                pdf.Name(font, "BaseFont")!,
                outlines.ContainsKey(NameToken.FontFile2) || outlines.ContainsKey(NameToken.FontFile3),
                font.ContainsKey(NameToken.ToUnicode));
        }
    }
}

/// <param name="Relationship">How it relates to the document, as PDF/A-3 names it.</param>
internal sealed record PdfAttachment(string Name, string? MimeType, string? Relationship, string? Description, byte[] Content)
{
    public static PdfAttachment Read(PdfDocument pdf, EmbeddedFile file)
    {
        // An entry of the name tree: the name, then the specification of the file.
        var tree = pdf.Dictionary(pdf.Dictionary(pdf.Catalog(), "Names")!, "EmbeddedFiles")!;
        var entries = pdf.Items(tree, "Names").Chunk(2).ToDictionary(entry => pdf.Text(entry[0])!, entry => (DictionaryToken)pdf.Resolve(entry[1]));
        var specification = entries[file.Name];
        var stream = pdf.Find<StreamToken>(pdf.Dictionary(specification, "EF")!, "F")!;
        return new(
            pdf.Text(specification, "UF")!, pdf.Name(stream.StreamDictionary, "Subtype"), pdf.Name(specification, "AFRelationship"),
            pdf.Text(specification, "Desc"), file.Memory.ToArray());
    }
}
