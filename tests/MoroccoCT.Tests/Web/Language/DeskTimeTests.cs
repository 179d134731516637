using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MoroccoCT.Desk;
using MoroccoCT.Web.Language;

namespace MoroccoCT.Tests.Web.Language;

public sealed class DeskTimeTests
{
    [Theory]
    [InlineData("Africa/Casablanca", "2026-11-28", "2026-11-27T23:00:00Z")]
    [InlineData("America/New_York", "2026-07-01", "2026-07-01T04:00:00Z")]
    [InlineData("America/Santiago", "2026-09-06", "2026-09-06T04:00:00Z")] // The clock jumps from midnight to one.
    [InlineData("America/Havana", "2026-11-01", "2026-11-01T04:00:00Z")] // Midnight strikes twice.
    public void A_day_begins_when_it_does_there(string zone, string day, string begin) =>
        new DeskTime(Options.Create(new DeskOptions { TimeZone = zone }), new FakeTimeProvider()).StartOf(DateOnly.Parse(day, null))!.Value
            .UtcDateTime.ShouldBe(DateTimeOffset.Parse(begin, null).UtcDateTime);
}
