using MoroccoCT.Briefings.Orders;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace MoroccoCT.Tests.Rendering;

/// <summary>Where the letters of mixed lines stand on the page, from left to right, whatever the order in which the file holds them.</summary>
[Collection(RenderingCollection.Name)]
public sealed class WritingDirectionTests(RenderingFixture briefings)
{
    [Theory]
    [InlineData("+212 537 12 34 56")]
    [InlineData("05 37 12 34 56")]
    [InlineData("1 500 000")]
    [InlineData("و1 500 000", "1 500 000")]
    [InlineData("2014-2016", "2016-2014")]
    [InlineData("1 5000", "5000" + "1")]
    [InlineData("12/05/2015")]
    [InlineData("-5%")]
    [InlineData("+3.5%")]
    [InlineData("-5 °C")]
    [InlineData("38,5°C")]
    [InlineData("25 °C")]
    [InlineData("US$ 5")]
    [InlineData("$5")]
    [InlineData("€1.5")]
    [InlineData("(+212) 537 12")]
    [InlineData("x²")]
    [InlineData("ISO/IEC 27001:2022")]
    [InlineData("https://example.org/a?b=1")]
    [InlineData("https://x.org/a_b/(c)?d=1&e=2#f")]
    [InlineData("example.org/a?b=1")]
    [InlineData("desk+news@example.org")]
    [InlineData("C++")]
    [InlineData("C#")]
    [InlineData("S/RES/2178(2014)")]
    [InlineData("4x4")]
    [InlineData("3-D")]
    [InlineData("/var/log/x.txt")]
    [InlineData("Москва")]
    [InlineData("Αθήνα")]
    [InlineData("ⵍⵎⵖⵔⵉⴱ")]
    [InlineData("Taɣezzut")]
    [InlineData("ʿAbd al‑Ḥaqq")]
    [InlineData("Rabat–Paris")]
    public async Task Numbers_addresses_and_other_scripts_read_left_to_right_in_an_Arabic_line(string typed, string? shown = null)
    {
        var order = new BriefingOrder { Sections = ["regional"], Topics = ["gctf"], Language = "ar", Title = $"ملف {typed} هنا" };

        OnTheFirstPage(await briefings.RenderAsync(order)).ShouldContain((shown ?? typed).Replace(" ", ""));
    }

    [Fact]
    public async Task A_number_in_an_Arabic_title_reads_left_to_right_in_an_English_document()
    {
        var order = new BriefingOrder { Sections = ["regional"], Topics = ["gctf"], Title = "هاتف +212 537 12 34 56" };

        OnTheFirstPage(await briefings.RenderAsync(order)).ShouldContain("+21253712" + "3456");
    }

    /// <summary>Lines are told apart by height; blanks count for nothing.</summary>
    private static string OnTheFirstPage(MoroccoCT.Rendering.RenderedBriefing briefing)
    {
        using var pdf = PdfDocument.Open(briefing.Pdf);
        var lines = pdf.GetPage(1).Letters.Where(letter => !string.IsNullOrWhiteSpace(letter.Value))
            .GroupBy(letter => Math.Round(letter.StartBaseLine.Y, 0)).OrderByDescending(line => line.Key);
        var text = string.Join('\n', lines.Select(line => string.Concat(line.OrderBy(Left).Select(letter => letter.Value))));
        // Marks of direction, which the engine puts around each piece of such a line.
        return text.Replace("\u202A", "").Replace("\u202C", "");
    }

    private static double Left(Letter letter) => Math.Min(letter.StartBaseLine.X, letter.EndBaseLine.X);
}
