using MoroccoCT.Briefings.Orders;
using MoroccoCT.Tests.Library;
using UglyToad.PdfPig.Content;

namespace MoroccoCT.Tests.Rendering.Conformance;

/// <summary>Whatever a table holds, its words stand side by side on the paper.</summary>
[Collection(RenderingCollection.Name)]
public sealed class TableTests(RenderingFixture documents)
{
    private const string Long =
        "A remark that goes on for some time about what was agreed and by whom, and when the parties are to meet again in order to look at it.";

    private const string Hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    [Theory]
    [InlineData("Field|Covers", "Interoperability|" + Long, "Telecommunications|Short")]
    [InlineData("Country|Instrument|Authority|Remarks", "Mauritania|Memorandum|Gendarmerie|" + Long, "Mozambique|Convention|Prosecutors|Short")]
    [InlineData(
        "Country|Year|Instrument|Responsible|Remarks",
        "Mauritania|2014|Memorandum|Gendarmerie|" + Long,
        "Liechtenstein|2016|Administrative|Interdepartmental|Short")]
    [InlineData(
        "One|Two|Three|Four|Five",
        Long + "|" + Long + "|" + Long + "|" + Long + "|" + Long,
        "Telecommunications|Telecommunications|Telecommunications|Telecommunications|Telecommunications")]
    [InlineData(
        "One|Two|Three|Four|Five|Six",
        "Counter-radicalisation|Interoperability|Telecommunications|Interdepartmental|Administrative|Understanding",
        Long + "|a|b|c|d|e")]
    [InlineData("Kind|Value", "Hash|" + Hash, "Path|/usr/share/an/example/of/a_very_long_name_of_a_file_that_nobody_reads_to_the_end.txt")]
    [InlineData("Kind|First|Second", "Hash|" + Hash + "|" + Hash, "Remark|" + Long + "|" + Long)]
    public async Task No_word_runs_into_the_next_column_or_off_the_page(params string[] rows)
    {
        using var copy = new LibraryCopy();
        var cells = rows.Select(row => $"| {row.Replace("|", " | ", StringComparison.Ordinal)} |").ToList();
        cells.Insert(1, string.Concat(Enumerable.Repeat("|---", rows[0].Split('|').Length)) + "|");
        foreach (var language in new[] { "en", "fr", "ar" })
            copy.Append($"sections/regional/{language}.md", $"\nTable: Invented. [@fact-sheet:regional-1]\n\n{string.Join('\n', cells)}");
        var order = new BriefingOrder { Sections = ["regional"] };
        var file = (await documents.Renderer(copy.Load()).RenderAsync(order, new(RenderingFixture.Date), CancellationToken.None)).Pdf;

        var pdf = TaggedPdf.Read(file);
        var table = pdf.Structure.Find("Table").Single(table => table.Find("TH").First().Text == rows[0].Split('|')[0]);
        var letters = pdf.Pages.ToDictionary(page => page.Number, page => page.GetMarkedContents().SelectMany(StructureReader.Nested)
            .Where(content => content.MarkedContentIdentifier >= 0).ToLookup(content => content.MarkedContentIdentifier, content => content.Letters));
        foreach (var row in table.Find("TR"))
        {
            var boxes = row.Elements.Select(cell => Extent(cell, letters)).ToList();
            foreach (var (left, right) in boxes.Zip(boxes.Skip(1)))
                right.Left.ShouldBeGreaterThan(left.Right, row.Text);
            boxes[0].Left.ShouldBeGreaterThan(28);
            boxes[^1].Right.ShouldBeLessThan(pdf.Pages[0].Width - 28);
        }

        table.Find("TR").SelectMany(row => row.Elements).SelectMany(cell => cell.Texts)
            .SelectMany(text => letters[text.Page][text.Id].SelectMany(all => all)).ShouldAllBe(letter => letter.PointSize > 7);
    }

    private static (double Left, double Right) Extent(StructureElement cell, Dictionary<int, ILookup<int, IReadOnlyList<Letter>>> letters)
    {
        var all = cell.Texts.SelectMany(text => letters[text.Page][text.Id].SelectMany(some => some))
            .Where(letter => !string.IsNullOrWhiteSpace(letter.Value)).ToList();
        return (all.Min(letter => letter.StartBaseLine.X), all.Max(letter => letter.EndBaseLine.X));
    }
}
