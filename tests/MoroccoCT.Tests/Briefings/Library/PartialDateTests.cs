using MoroccoCT.Briefings.Library;

namespace MoroccoCT.Tests.Briefings.Library;

public class PartialDateTests
{
    [Theory]
    [InlineData("2016", "2016-01-01", "2016-12-31")]
    [InlineData("2016-04", "2016-04-01", "2016-04-30")]
    [InlineData("2016-02", "2016-02-01", "2016-02-29")]
    [InlineData("2015-12", "2015-12-01", "2015-12-31")]
    [InlineData("2003-05-16", "2003-05-16", "2003-05-16")]
    [InlineData("9999-12", "9999-12-01", "9999-12-31")]
    public void A_date_covers_the_days_it_can_mean(string text, string first, string last)
    {
        var date = PartialDate.Parse(text).ShouldNotBeNull();

        date.First.ToString("yyyy-MM-dd").ShouldBe(first);
        date.Last.ToString("yyyy-MM-dd").ShouldBe(last);
        date.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("16")]
    [InlineData("0000")]
    [InlineData("2016-4")]
    [InlineData("2016-13")]
    [InlineData("2016-02-30")]
    [InlineData("2016-04-01T00:00")]
    [InlineData("April 2016")]
    [InlineData(" 2016")]
    public void Anything_else_is_no_date(string text) => PartialDate.Parse(text).ShouldBeNull();

    [Fact]
    public void Dates_sort_by_the_day_they_begin_and_the_exact_before_the_vague()
    {
        string[] sorted = ["2003-05-16", "2004", "2007-03", "2007-04-01", "2007-04", "2007-04-02", "2011", "2011-04"];
        var dates = sorted.Select(text => PartialDate.Parse(text)!).ToList();

        dates.AsEnumerable().Reverse().Order().ShouldBe(dates);
        (dates[0] < dates[1]).ShouldBeTrue();
        (dates[1] > dates[0]).ShouldBeTrue();
        (dates[0] <= dates[0] with { }).ShouldBeTrue();
        (dates[0] >= dates[1]).ShouldBeFalse();
        dates[0].CompareTo(null).ShouldBePositive();
    }
}
