using MoroccoCT.Schedules;

namespace MoroccoCT.Tests.Schedules;

public sealed class PlainTimeTests
{
    [Theory]
    [InlineData("0 7 * * 1")]
    [InlineData("30 18 * * 1,3,5")]
    [InlineData("0 7 * * 6,0")]
    [InlineData("5 0 * * *")]
    [InlineData("0 7 L * *")]
    public void What_can_be_said_plainly_comes_back_as_it_was(string cron) => PlainTime.Of(cron).ShouldNotBeNull().Cron.ShouldBe(cron);

    [Theory]
    [InlineData("*/5 * * * *")]
    [InlineData("0 7 1 * *")]
    [InlineData("0 7 L * 1")]
    [InlineData("0 7 * 6 1")]
    [InlineData("0 25 * * 1")]
    [InlineData("0 7 * * MON")]
    [InlineData("")]
    public void What_says_more_stays_an_expression(string cron) => PlainTime.Of(cron).ShouldBeNull();
}
