using System.IO.Compression;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace MoroccoCT.Rendering;

/// <summary>A page as the file has it, its content only unpacked.</summary>
internal sealed record PageContent(DictionaryToken Page, byte[] Content);

/// <summary>
/// The content streams of a file's pages. PdfPig's own pages come with each letter measured and placed; for a briefing that takes
/// longer than typesetting it.
/// </summary>
internal static class PageContents
{
    /// <summary>Far more than a tree of the most pages we accept can have; a damaged file may lead in circles.</summary>
    private const int MostNodes = 10_000;

    /// <exception cref="InvalidDataException">The page tree or a stream is damaged.</exception>
    public static IEnumerable<PageContent> Of(PdfDocument pdf)
    {
        var nodes = new Stack<IToken>([pdf.Structure.Catalog.CatalogDictionary.Data[NameToken.Pages]]);
        for (var count = 0; nodes.TryPop(out var next); count++)
        {
            if (count > MostNodes)
                throw new InvalidDataException("The page tree has no end.");
            var node = Resolve<DictionaryToken>(pdf, next);
            if (node.TryGet(NameToken.Kids, out var kids))
                foreach (var kid in Resolve<ArrayToken>(pdf, kids).Data.Reverse())
                    nodes.Push(kid);
            else
                yield return new(node, node.TryGet(NameToken.Contents, out var contents) ? Unpack(pdf, contents) : []);
        }
    }

    /// <exception cref="InvalidDataException">It is something else.</exception>
    public static T Resolve<T>(PdfDocument pdf, IToken token)
        where T : class, IToken =>
        (token is IndirectReferenceToken reference ? pdf.Structure.GetObject(reference.Data).Data : token) as T
            ?? throw new InvalidDataException($"The file has {token} where a {typeof(T).Name} belongs.");

    public static byte[] Unpack(PdfDocument pdf, IToken contents)
    {
        var token = Resolve<IToken>(pdf, contents);
        if (token is ArrayToken several)
            return [.. several.Data.SelectMany(one => Unpack(pdf, one))];
        if (token is not StreamToken stream)
            throw new InvalidDataException("A page's content or a font's map is no stream.");
        if (!stream.StreamDictionary.ContainsKey(NameToken.Filter))
            return stream.Data.ToArray();
        // The engine packs with Flate only; anything else fails here, checksum included.
        using var packed = new ZLibStream(new MemoryStream(stream.Data.ToArray()), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        packed.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
