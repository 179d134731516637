namespace MoroccoCT.Tests.Web.Api;

[Collection(WebCollection.Name)]
public sealed class ScheduleEndpointsTests(TestService service)
{
    [Fact]
    public async Task The_next_editions_are_told_in_the_schedule_s_zone_and_in_utc()
    {
        var list = await (await service.Client.GetAsync("/api/v1/schedules")).JsonAsync();

        var weekly = list.GetProperty("items")[0];
        (weekly.Text("name"), weekly.Text("cron"), weekly.Text("timeZone")).ShouldBe(("weekly", "0 7 * * 1", "Africa/Casablanca"));
        weekly.GetProperty("next").GetArrayLength().ShouldBe(5);
        var due = weekly.GetProperty("next")[0];
        (due.Text("local"), due.Text("utc")).ShouldBe(("2026-11-23T07:00:00+01:00", "2026-11-23T06:00:00+00:00"));
    }
}
