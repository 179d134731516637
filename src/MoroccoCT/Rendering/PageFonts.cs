using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace MoroccoCT.Rendering;

/// <param name="Widths">Of each glyph, in thousandths of the size.</param>
/// <param name="Letters">What each glyph stands for; null where it stands for nothing.</param>
internal sealed record PageFont(double[] Widths, string?[] Letters)
{
    public static readonly PageFont None = new([], []);
}

/// <summary>The fonts of a file. The engine gives each glyph a code of two bytes.</summary>
internal sealed class PageFonts(PdfDocument pdf)
{
    private readonly Dictionary<IndirectReference, PageFont> fonts = [];

    /// <summary>The fonts of a page under the names that its content has for them.</summary>
    public IReadOnlyDictionary<string, PageFont> Of(DictionaryToken page)
    {
        if (Find<DictionaryToken>(page, "Resources") is not { } resources || Find<DictionaryToken>(resources, "Font") is not { } named)
            return new Dictionary<string, PageFont>();
        return named.Data.ToDictionary(font => font.Key, font => Font(font.Value));
    }

    private PageFont Font(IToken token)
    {
        if (token is not IndirectReferenceToken reference)
            return Read(PageContents.Resolve<DictionaryToken>(pdf, token));
        if (!fonts.TryGetValue(reference.Data, out var font))
            fonts[reference.Data] = font = Read(PageContents.Resolve<DictionaryToken>(pdf, token));
        return font;
    }

    private PageFont Read(DictionaryToken font) =>
        new(Widths(font), font.TryGet(NameToken.ToUnicode, out var map) ? GlyphMap.Read(PageContents.Unpack(pdf, map)) : []);

    // Ranges, as the engine writes them: first code, last code, width.
    private double[] Widths(DictionaryToken font)
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
