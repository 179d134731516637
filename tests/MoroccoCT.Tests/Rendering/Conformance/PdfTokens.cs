using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace MoroccoCT.Tests.Rendering.Conformance;

/// <summary>Looks up the values of PDF dictionaries, wherever in the file they stand.</summary>
internal static class PdfTokens
{
    public static DictionaryToken Catalog(this PdfDocument pdf) => pdf.Structure.Catalog.CatalogDictionary;

    public static IToken Resolve(this PdfDocument pdf, IToken token) =>
        token is IndirectReferenceToken reference ? pdf.Structure.GetObject(reference.Data).Data : token;

    /// <summary>A value of the expected type, or null.</summary>
    public static T? Find<T>(this PdfDocument pdf, DictionaryToken from, string name)
        where T : class, IToken => from.TryGet(NameToken.Create(name), out var token) ? pdf.Resolve(token) as T : null;

    public static DictionaryToken? Dictionary(this PdfDocument pdf, DictionaryToken from, string name) => pdf.Find<DictionaryToken>(from, name);

    public static string? Name(this PdfDocument pdf, DictionaryToken from, string name) => pdf.Find<NameToken>(from, name)?.Data;

    public static bool IsTrue(this PdfDocument pdf, DictionaryToken from, string name) => pdf.Find<BooleanToken>(from, name)?.Data == true;

    /// <summary>A text string; PDF writes it in either of two ways.</summary>
    public static string? Text(this PdfDocument pdf, DictionaryToken from, string name) =>
        from.TryGet(NameToken.Create(name), out var token) ? pdf.Text(token) : null;

    public static string? Text(this PdfDocument pdf, IToken token) => pdf.Resolve(token) switch
    {
        StringToken text => text.Data,
        HexToken hex => hex.Data,
        _ => null,
    };

    /// <summary>The elements of an array, or a single value as one element; the elements are not resolved.</summary>
    public static IReadOnlyList<IToken> Items(this PdfDocument pdf, DictionaryToken from, string name)
    {
        if (!from.TryGet(NameToken.Create(name), out var token))
            return [];
        return pdf.Resolve(token) is ArrayToken array ? array.Data : [token];
    }

    public static IEnumerable<DictionaryToken> Dictionaries(this PdfDocument pdf, DictionaryToken from, string name) =>
        pdf.Items(from, name).Select(pdf.Resolve).OfType<DictionaryToken>();

    /// <summary>The pages by the objects that stand for them.</summary>
    public static IReadOnlyDictionary<IndirectReference, int> PageNumbers(this PdfDocument pdf)
    {
        var leaves = new List<IndirectReference>();
        Walk(pdf.Dictionary(pdf.Catalog(), "Pages")!);
        return leaves.Index().ToDictionary(leaf => leaf.Item, leaf => leaf.Index + 1);

        void Walk(DictionaryToken node)
        {
            foreach (var kid in pdf.Items(node, "Kids").OfType<IndirectReferenceToken>())
            {
                var dictionary = (DictionaryToken)pdf.Resolve(kid);
                if (pdf.Name(dictionary, "Type") == "Page")
                    leaves.Add(kid.Data);
                else
                    Walk(dictionary);
            }
        }
    }
}
