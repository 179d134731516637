using System.Globalization;
using System.Text;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Tests.Briefings;

namespace MoroccoCT.Tests.Rendering;

[Collection(RenderingCollection.Name)]
public sealed class PrintableCharactersTests(RenderingFixture briefings)
{
    private const int AtOnce = 150;

    /// <summary>As <c>theme.typ</c> names them.</summary>
    private static readonly string[] serif = ["source-serif-4", "amiri", "noto-serif", "noto-sans-tifinagh", "noto-serif-hebrew"];
    private static readonly string[] sans = ["source-sans-3", "ibm-plex-sans-arabic", "noto-sans-tifinagh", "noto-sans-hebrew"];

    [Fact]
    public void They_are_what_the_shipped_fonts_have_both_with_and_without_serifs()
    {
        var covered = Covered(serif);
        covered.IntersectWith(Covered(sans));

        PrintableCharacters.All.ShouldBe(covered.Where(MayBePrinted).Order().Select(code => new Rune(code)));
    }

    [Theory]
    [InlineData("en", "accessible")]
    [InlineData("ar", "archive")]
    public async Task Every_one_of_them_is_printed_in_a_title_and_a_name(string language, string profile)
    {
        var renderer = briefings.Renderer();
        foreach (var some in PrintableCharacters.All.Where(rune => rune.Value != ' ').Chunk(AtOnce))
        {
            // Words of five, so that lines can break.
            var text = string.Join(' ', some.Chunk(5).Select(word => string.Concat(word)));
            foreach (var (title, name) in Halves(text, OrderValidator.TitleLength).Zip(Halves(text, OrderValidator.PreparedForLength)))
            {
                var order = new BriefingOrder
                {
                    Sections = ["regional"],
                    Topics = ["gctf"],
                    Language = language,
                    Profile = Enum.Parse<Profile>(profile, ignoreCase: true),
                    Title = title,
                    PreparedFor = name,
                };
                await Should.NotThrowAsync(() => renderer.RenderAsync(order, new(RenderingFixture.Date), CancellationToken.None), text);
            }
        }
    }

    [Fact]
    public async Task Every_one_of_them_is_printed_in_running_text_and_emphasis()
    {
        using var library = TestLibrary.RealCopyInEnglish();
        var words = PrintableCharacters.All
            .Where(rune => (Rune.IsLetter(rune) && !rune.IsAscii) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol)
            .Chunk(5).Select(word => string.Concat(word));
        var lines = words.Chunk(20).Select(line => string.Join(' ', line)).Select(line => $"a {line}. *b {line}* **c {line}** d. [@fact-sheet]\n\n");
        library.Write("sections/regional/en.md", $"{library.Read("sections/regional/en.md")}\n## All letters {{#letters}}\n\n{string.Concat(lines)}");

        var order = new BriefingOrder { Sections = ["regional"], Topics = ["letters"] };
        var shipped = RenderingFixture.LibraryIn(library.Folder);
        await Should.NotThrowAsync(() => briefings.Renderer(shipped).RenderAsync(order, new(RenderingFixture.Date), CancellationToken.None));
    }

    private static IEnumerable<string> Halves(string text, int length) =>
        text.Length <= length ? [text, ""] : [text[..text.LastIndexOf(' ', length)], text[(text.LastIndexOf(' ', length) + 1)..]];

    private static HashSet<int> Covered(IEnumerable<string> families) =>
        [.. families.SelectMany(family => FontCoverage.OfFamily(Path.Combine(TestLibrary.RealFolder, "..", "fonts", family)))];

    /// <summary>What steers, hides or belongs to nobody is no text. Arabic and Hebrew need the marks of direction and joining, which have no glyph.</summary>
    private static bool MayBePrinted(int code) => CharUnicodeInfo.GetUnicodeCategory(code) switch
    {
        UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate => false,
        UnicodeCategory.Format => code is 0xAD or >= 0x200C and <= 0x200F or >= 0x600 and <= 0x605 or 0x6DD or 0x890 or 0x891 or 0x8E2,
        _ => code is not (0x34F or >= 0xFE00 and <= 0xFE0F),
    };
}
