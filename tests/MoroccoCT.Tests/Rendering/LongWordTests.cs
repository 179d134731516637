using MoroccoCT.Briefings.Orders;
using MoroccoCT.Tests.Briefings;
using MoroccoCT.Tests.Rendering.Conformance;
using UglyToad.PdfPig;

namespace MoroccoCT.Tests.Rendering;

/// <summary>Words that no line can hold: they break, stay on the page, and are copied as they were typed.</summary>
[Collection(RenderingCollection.Name)]
public sealed class LongWordTests(RenderingFixture briefings)
{
    private const string Hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    public static TheoryData<string, string> Words()
    {
        var data = new TheoryData<string, string>();
        string[] words =
            [new('a', 120), new('W', 120), Hash + Hash[..56], $"https://example.org/{new string('b', 90)}?c=1", string.Concat(Enumerable.Repeat("a_b-", 30))];
        foreach (var language in TestLibrary.Real.Languages)
        {
            foreach (var word in words)
                data.Add(language, word);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Words))]
    public async Task In_titles_and_names_they_stay_on_the_page(string language, string word)
    {
        var order = new BriefingOrder { Sections = ["regional"], Topics = ["gctf"], Language = language, Title = word, PreparedFor = word };

        StaysOnThePage(await briefings.RenderAsync(order), word);
    }

    [Fact]
    public async Task In_running_text_they_stay_on_the_page()
    {
        using var library = TestLibrary.RealCopyInEnglish();
        const string Path = "/a/very_long/name-of.a/file_that_nobody/reads_or_writes/but_that/stands_in_a_text/all_the_same/and_goes_on/for_ever_and_ever.txt";
        library.Write("sections/regional/en.md", $"""
            {library.Read("sections/regional/en.md")}
            ## Long {Hash}{Hash} {"{#long}"}

            A {Hash}{Hash} and {Path}. [@fact-sheet]

            > A {Hash}{Hash} and **{Path}**. [@fact-sheet]

            - [{Hash}{Hash}](https://example.org "words"). [@fact-sheet]

            """);
        var order = new BriefingOrder { Sections = ["regional"], Topics = ["long"] };
        var renderer = briefings.Renderer(RenderingFixture.LibraryIn(library.Folder));
        var briefing = await renderer.RenderAsync(order, new(RenderingFixture.Date), CancellationToken.None);

        StaysOnThePage(briefing, Hash + Hash, Path);
        TaggedPdf.Read(briefing.Pdf).Bookmarks.ShouldContain(bookmark => bookmark.Title.EndsWith($"Long {Hash}{Hash}", StringComparison.Ordinal));
    }

    private static void StaysOnThePage(MoroccoCT.Rendering.RenderedBriefing briefing, params string[] words)
    {
        using var pdf = PdfDocument.Open(briefing.Pdf);
        foreach (var page in pdf.GetPages())
        {
            foreach (var letter in page.Letters)
            {
                letter.BoundingBox.Left.ShouldBeGreaterThan(30, letter.Value);
                letter.BoundingBox.Right.ShouldBeLessThan(page.Width - 30, letter.Value);
            }
        }

        var letters = pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value);
        var text = string.Concat(letters.Where(value => !string.IsNullOrWhiteSpace(value)));
        // Marks that the engine puts around each piece of a line that reads from right to left.
        text = text.Replace("\u202A", "").Replace("\u202C", "");
        text.ShouldNotContain('\u200B');
        foreach (var word in words)
            text.ShouldContain(word);
    }
}
