using MoroccoCT.Briefings.Developments;
using MoroccoCT.Library;
using MoroccoCT.Rendering;
using MoroccoCT.Tests.Briefings;
using MoroccoCT.Typesetting;
using UglyToad.PdfPig;

namespace MoroccoCT.Tests.Rendering;

/// <summary>The page of a development before any edition prints it.</summary>
[Collection(RenderingCollection.Name)]
public sealed class DevelopmentPreviewTests(RenderingFixture documents)
{
    private const string Number = "MCT-D-2026-0007";

    private static readonly DevelopmentContent lantern = new()
    {
        Date = "2026-11-20",
        Section = "domestic",
        Texts = new Dictionary<string, WrittenText>
        {
            ["en"] = new(
                "A lantern on the pier",
                "A lantern was lit. [@pier-paper]\n\n- One lamp. [@fact-sheet:domestic-1]\n\n> The keepers are glad. [@pier-paper]"),
            ["fr"] = new("Une lanterne sur la jetée", "Une lanterne est allumée. [@pier-paper]"),
            ["ar"] = new("فانوس على الرصيف", "أُضيء فانوس. [@pier-paper]"),
        },
        Sources =
        [
            new()
            {
                Id = "pier-paper",
                Author = new Dictionary<string, string> { ["en"] = "The pier" },
                Title = new Dictionary<string, string> { ["en"] = "Paper of the pier" },
                Short = new Dictionary<string, string> { ["en"] = "Pier paper" },
                Language = "en",
                Type = "unidentified",
                Note = new Dictionary<string, string> { ["en"] = "Invented." },
            },
        ],
    };

    [Theory]
    [InlineData("en", "lantern on the pier", "20 November 2026")]
    [InlineData("fr", "lanterne sur la jetée", "20 novembre 2026")]
    public async Task It_shows_title_day_number_text_notes_and_sources(string language, string title, string day)
    {
        var text = await TextAsync(lantern, language);

        foreach (var part in new[] { title, day, Number, "Pier paper", "Paper of the pier", "TLP:CLEAR" })
            text.ShouldContain(part.Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_set_from_right_to_left_too() => (await TypesetAsync(lantern, "ar")).ShouldNotBeNull().Pages.ShouldBe(1);

    [Fact]
    public async Task What_cannot_be_proposed_yet_is_shown_as_far_as_it_can_be_read()
    {
        (await TextAsync(lantern with { Sources = [] }, "en")).ShouldContain("Alanternwaslit");
        (await TextAsync(Only("en", new("A lantern", "It was lit.")), "en")).ShouldContain("Itwaslit");
        (await TextAsync(Only("fr", new("Une lanterne", "")), "fr")).ShouldContain("Unelanterne");
    }

    [Fact]
    public async Task While_there_is_nothing_to_show_there_is_no_page()
    {
        (await TypesetAsync(lantern with { Date = "" }, "en")).ShouldBeNull();
        (await TypesetAsync(lantern with { Section = "nowhere" }, "en")).ShouldBeNull();
        (await TypesetAsync(Only("en", lantern.Texts["en"]), "fr")).ShouldBeNull();
    }

    [Fact]
    public async Task A_layout_of_the_desks_own_that_has_no_page_for_it_is_told_so()
    {
        using var copy = TestLibrary.RealCopy();
        var layouts = Directory.EnumerateFiles(Path.Combine(TestLibrary.RealFolder, "layouts"));
        foreach (var file in layouts.Where(file => Path.GetFileName(file) != "development.typ"))
            copy.Write(Path.Combine("layouts", Path.GetFileName(file)), File.ReadAllText(file));

        (await Should.ThrowAsync<LayoutRejectedException>(() => TypesetAsync(lantern, "en", RenderingFixture.LibraryIn(copy.Folder))))
            .Message.ShouldContain("no file development.typ");
    }

    private static DevelopmentContent Only(string language, WrittenText text) =>
        lantern with { Texts = new Dictionary<string, WrittenText> { [language] = text } };

    private Task<TypesetDocument?> TypesetAsync(DevelopmentContent content, string language, CurrentLibrary? library = null) =>
        new DevelopmentPreviews(library ?? RenderingFixture.Shipped, documents.Engines).TypesetAsync(content, Number, language, default);

    /// <summary>Without spaces.</summary>
    private async Task<string> TextAsync(DevelopmentContent content, string language)
    {
        using var pdf = PdfDocument.Open((await TypesetAsync(content, language)).ShouldNotBeNull().Content);
        return string.Concat(pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value.Trim()));
    }
}
