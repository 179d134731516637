using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace MoroccoCT.Rendering;

/// <summary>How wide the glyphs of a file's fonts are, in thousandths of their size. The engine gives each glyph a code of two bytes.</summary>
internal sealed class GlyphWidths(PdfDocument pdf)
{
    private readonly Dictionary<IndirectReference, double[]> fonts = [];

    /// <summary>The fonts of a page under the names that its content has for them.</summary>
    public IReadOnlyDictionary<string, double[]> Of(DictionaryToken page)
    {
        if (Find<DictionaryToken>(page, "Resources") is not { } resources || Find<DictionaryToken>(resources, "Font") is not { } named)
            return new Dictionary<string, double[]>();
        return named.Data.ToDictionary(font => font.Key, font => Widths(font.Value));
    }

    private double[] Widths(IToken font)
    {
        if (font is not IndirectReferenceToken reference)
            return Read(PageContents.Resolve<DictionaryToken>(pdf, font));
        if (!fonts.TryGetValue(reference.Data, out var widths))
            fonts[reference.Data] = widths = Read(PageContents.Resolve<DictionaryToken>(pdf, font));
        return widths;
    }

    // Ranges, as the engine writes them: first code, last code, width.
    private double[] Read(DictionaryToken font)
    {
        if (Find<ArrayToken>(font, "DescendantFonts") is not { Length: 1 } descendants
            || Find<ArrayToken>(PageContents.Resolve<DictionaryToken>(pdf, descendants.Data[0]), "W") is not { } ranges)
            return [];
        var numbers = ranges.Data.OfType<NumericToken>().Select(number => number.Double).ToArray();
        if (numbers.Length != ranges.Length || numbers.Length % 3 != 0)
            throw new InvalidDataException("The widths of a font are not written as ranges.");
        var widths = new double[numbers.Length == 0 ? 0 : (int)numbers[^2] + 1];
        for (var range = 0; range < numbers.Length; range += 3)
            widths.AsSpan((int)numbers[range]..((int)numbers[range + 1] + 1)).Fill(numbers[range + 2]);
        return widths;
    }

    private T? Find<T>(DictionaryToken from, string name)
        where T : class, IToken => from.TryGet(NameToken.Create(name), out var token) ? PageContents.Resolve<T>(pdf, token) : null;
}
