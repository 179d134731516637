using Microsoft.Extensions.Time.Testing;
using MoroccoCT.Desk;

namespace MoroccoCT.Tests.Desk;

public sealed class DeskOptionsTests
{
    [Theory]
    [InlineData("2026-11-22T22:59:59Z", "2026-11-22")]
    [InlineData("2026-11-22T23:00:00Z", "2026-11-23")]
    [InlineData("2026-12-31T23:30:00Z", "2027-01-01")]
    [InlineData("2026-03-01T23:30:00Z", "2026-03-01")] // in Ramadan Morocco keeps Greenwich time
    public void Today_is_the_date_in_Rabat(string now, string date) => Today(new(), now).ShouldBe(date);

    [Theory]
    [InlineData("America/New_York", "2026-11-22T04:59:59Z", "2026-11-21")]
    [InlineData("Asia/Tokyo", "2026-11-22T15:00:00Z", "2026-11-23")]
    [InlineData("UTC", "2026-11-22T23:59:59Z", "2026-11-22")]
    public void A_desk_elsewhere_has_its_own_calendar(string zone, string now, string date) => Today(new() { TimeZone = zone }, now).ShouldBe(date);

    private static string Today(DeskOptions desk, string now) => desk.Today(new FakeTimeProvider(DateTimeOffset.Parse(now))).ToString("yyyy-MM-dd");
}
