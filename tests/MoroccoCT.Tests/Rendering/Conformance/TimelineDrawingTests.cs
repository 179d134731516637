using System.Globalization;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Tests.Briefings.Composition;
using MoroccoCT.Tests.Library;
using UglyToad.PdfPig.Content;

namespace MoroccoCT.Tests.Rendering.Conformance;

/// <summary>The drawing shows each event at its time: from left to right, or from right to left where the text runs so.</summary>
[Collection(RenderingCollection.Name)]
public sealed class TimelineDrawingTests(RenderingFixture documents)
{
    private const double YearSize = 7.5;
    private const double NumberSize = 7;

    /// <summary>In points; a month is about three wide.</summary>
    private const double Tolerance = 1.5;

    [Theory]
    [InlineData("en", false)]
    [InlineData("fr", false)]
    [InlineData("ar", true)]
    public async Task Each_mark_stands_at_its_date_on_the_scale(string language, bool isFromTheRight)
    {
        var timeline = TestBriefings.Compose(RenderingFixture.Order(language, Depth.Standard)).Timeline!;
        var page = (await documents.ReadAsync(language, Depth.Standard)).Pages.First(page => Numbers(page, YearSize, digits: 4).Count > 2);
        var years = Numbers(page, YearSize, digits: 4);
        var (first, last) = (years.MinBy(year => year.Number), years.MaxBy(year => year.Number));
        var year = (last.Middle - first.Middle) / (last.Number - first.Number);

        (year < 0).ShouldBe(isFromTheRight);
        var marks = Numbers(page, NumberSize, digits: 2).Where(mark => mark.Bottom > first.Bottom).ToDictionary(mark => mark.Number, mark => mark.Middle);
        foreach (var (index, happening) in timeline.Events.Index())
        {
            // A year's number stands in the middle of the year.
            var expected = first.Middle + ((Moment(happening.Date) - first.Number - 0.5) * year);
            marks[index + 1].ShouldBe(expected, Tolerance, $"event {index + 1} of {happening.Date}");
        }
    }

    [Theory]
    [InlineData("0788|1912|2016-04|2016-04-05", true)]
    [InlineData("2015-04-05|2015-04-05|2016", true)]
    [InlineData("2016", false)]
    [InlineData("2014|2016", false)]
    [InlineData("2016-01|2016-02|2016-03", false)]
    public Task Any_span_of_events_can_be_set(string dates, bool isDrawn) => CanBeSetAsync(dates.Split('|'), isDrawn);

    /// <summary>Marks in a heap would hide when the events were: their table tells it alone.</summary>
    [Fact]
    public Task Any_number_of_events_in_little_time_can_be_set() =>
        CanBeSetAsync([.. Enumerable.Range(0, 60).Select(number => $"2016-{1 + (number / 20):00}-{1 + (number % 20):00}").Prepend("1990")], isDrawn: false);

    private async Task CanBeSetAsync(string[] dates, bool isDrawn)
    {
        using var copy = new LibraryCopy();
        copy.Write("timeline.yaml", string.Concat(dates.Select((date, index) => $$"""
            - id: event-{{index}}
              date: {{date}}
              section: regional
              topic: partnership
              sources: [fact-sheet:regional-1]
              text: { en: Invented {{index}}, fr: Invented {{index}}, ar: Invented {{index}} }

            """)));

        foreach (var depth in new[] { Depth.Summary, Depth.Standard })
        {
            var order = new BriefingOrder { Sections = ["regional"], Depth = depth };
            if (depth == Depth.Summary && dates.Length > 20)
                continue; // More than a page holds.
            var pdf = TaggedPdf.Read((await documents.Renderer(copy.Load()).RenderAsync(order, new(RenderingFixture.Date), CancellationToken.None)).Pdf);

            pdf.Structure.Find("Figure").Count().ShouldBe(isDrawn ? 1 : 0);
            foreach (var index in Enumerable.Range(0, dates.Length))
                pdf.Structure.Find("P").Concat(pdf.Structure.Find("LBody")).ShouldContain(element => element.Text.Contains($"Invented {index}"));
            pdf.Pages.SelectMany(page => page.Letters.Select(letter => (letter, page))).ShouldAllBe(
                at => at.letter.StartBaseLine.X > 0 && at.letter.StartBaseLine.X < at.page.Width && at.letter.StartBaseLine.Y > 0);
        }
    }

    /// <summary>A date without a day stands for the middle of its month, one without a month for the end of winter.</summary>
    private static double Moment(string date)
    {
        var parts = date.Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToList();
        return parts switch
        {
            [var year] => year + 0.25,
            [var year, var month] => year + ((month - 0.5) / 12),
            _ => parts[0] + ((parts[1] - 1 + ((parts[2] - 1) / 31.0)) / 12),
        };
    }

    private static List<(int Number, double Middle, double Bottom)> Numbers(Page page, double size, int digits) =>
    [
        .. page.GetWords()
            .Where(word => word.Text.Length <= digits && (digits < 4 || word.Text.Length == digits) && word.Text.All(char.IsAsciiDigit)
                && word.Letters.All(letter => Math.Abs(letter.PointSize - size) < 0.05))
            .Select(word => (
                int.Parse(word.Text, CultureInfo.InvariantCulture),
                (word.BoundingBox.Left + word.BoundingBox.Right) / 2,
                word.BoundingBox.Bottom)),
    ];
}
