using System.Globalization;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Certainty;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Schedules;
using MoroccoCT.Tests.Delivery;

namespace MoroccoCT.Tests.Certainty;

/// <summary>What is raised when editions are not where they should be, on each database by the classes of <c>CertaintyDatabases</c>.</summary>
public abstract partial class CertaintyTests : IAsyncLifetime
{
    private static readonly Viewer press = new("press", Marking.All[^1].Level);

    private readonly JumpingTime time = new(Utc("2026-11-22T12:00Z"));
    private readonly List<DeliveryProcess> processes = [];
    private MailServer mail = null!;
    private HttpReceiver hook = null!;

    private DeliveryProcess One => processes[0];

    protected abstract Task<string> NewDatabaseAsync();

    public async Task InitializeAsync()
    {
        (mail, hook) = (await MailServer.StartAsync(), await HttpReceiver.StartAsync());
        var connectionString = await NewDatabaseAsync();
        var settings = mail.Settings().Concat(hook.Settings()).GroupBy(setting => setting.Key).Select(group => group.Last()).ToList();
        for (var count = 0; count < 3; count++)
            processes.Add(await DeliveryProcess.StartAsync(connectionString, time, settings));
        processes.ForEach(process => process.Get<EditionWatch>());
    }

    public async Task DisposeAsync()
    {
        foreach (var process in processes)
            await process.DisposeAsync();
        await mail.DisposeAsync();
        await hook.DisposeAsync();
    }

    [Fact]
    public async Task An_edition_that_nobody_makes_is_raised_once_by_three_watches_half_an_hour_after_its_time()
    {
        await AddAsync();
        At("2026-11-23T06:29Z");
        await LookAsync();
        (await AlarmsAsync()).ShouldBeEmpty("it may still be made");

        At("2026-11-23T06:30Z");
        await LookAsync();
        await LookAsync();

        var alarm = (await AlarmsAsync()).ShouldHaveSingleItem();
        (alarm.Schedule, alarm.Kind, alarm.Number, alarm.State).ShouldBe(("weekly", AlarmKind.Incomplete, "MCT-W-2026-48", "Missing"));
        alarm.Due.ShouldBe(Utc("2026-11-23T06:00Z"));
        (await EditionAsync()).State.ShouldBe(EditionState.Missing);
        (await EditionAsync()).Alarms.ShouldBe([AlarmKind.Incomplete]);
    }

    [Fact]
    public async Task What_is_made_late_ends_its_alarm_and_what_fails_is_raised()
    {
        await AddAsync();
        At("2026-11-23T06:30Z");
        await LookAsync();
        await MakeAsync();
        await LookAsync();
        (await One.Get<Alarms>().OpenAsync(default)).ShouldHaveSingleItem("it is only begun");

        await FinishAsync();
        await LookAsync();

        (await One.Get<Alarms>().OpenAsync(default)).ShouldBeEmpty();
        (await EditionAsync()).State.ShouldBe(EditionState.Completed);
        At("2026-11-30T06:00Z");
        await MakeAsync();
        var taken = await One.Process.Ledger.TakeAsync((await EditionsAsync())[0]);
        await One.Process.Ledger.FailAsync(taken!);
        At("2026-11-30T06:30Z");
        await LookAsync();
        var failed = (await One.Get<Alarms>().OpenAsync(default)).ShouldHaveSingleItem();
        (failed.Number, failed.State).ShouldBe(("MCT-W-2026-49", "Failed"));
    }

    [Fact]
    public async Task One_language_of_three_that_is_not_finished_makes_the_edition_late()
    {
        await AddAsync(Weekly() with { AlsoIn = ["fr", "ar"] });
        At("2026-11-23T06:00Z");
        await MakeAsync();
        await FinishAsync(request => request.Language != "ar");
        At("2026-11-23T06:30Z");
        await LookAsync();

        (await AlarmsAsync()).ShouldHaveSingleItem().State.ShouldBe("Making");
        (await EditionAsync()).Languages.Select(language => language.State)
            .ShouldBe([EditionState.Completed, EditionState.Completed, EditionState.Making]);
    }

    [Fact]
    public async Task A_recipient_who_has_not_got_it_is_raised_until_he_has()
    {
        await AddAsync(Weekly() with { Recipients = [Mail("one@ministry.example"), Mail("other@elsewhere.example")] });
        At("2026-11-23T06:00Z");
        await MakeAsync();
        await FinishAsync();
        await One.SendAsync();
        At("2026-11-23T06:29Z");
        await LookAsync();
        (await AlarmsAsync()).ShouldBeEmpty();

        At("2026-11-23T06:30Z");
        await LookAsync();

        var alarm = (await AlarmsAsync()).ShouldHaveSingleItem();
        (alarm.Kind, alarm.Lacking).ShouldBe((AlarmKind.Undelivered, 1));
        var edition = await EditionAsync();
        edition.Lacking.ShouldHaveSingleItem().To.Address.ShouldBe("other@elsewhere.example");
        edition.Recipients.First().HasIt.ShouldBeTrue();
        await One.Process.ExecuteAsync("UPDATE deliveries SET state = 'accepted'");
        await LookAsync();
        (await One.Get<Alarms>().OpenAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_that_was_finished_late_has_as_long_again_to_reach_everybody()
    {
        await AddAsync(Weekly() with { Recipients = [Mail("one@ministry.example")] });
        At("2026-11-23T07:00Z");
        await MakeAsync();
        await FinishAsync();
        await LookAsync();
        (await AlarmsAsync()).ShouldBeEmpty();

        At("2026-11-23T07:30Z");
        await LookAsync();

        (await AlarmsAsync()).ShouldHaveSingleItem().Kind.ShouldBe(AlarmKind.Undelivered);
    }

    [Fact]
    public async Task Nothing_is_expected_of_what_is_new_paused_ended_or_on_a_holiday()
    {
        At("2026-11-23T06:10Z");
        await AddAsync();
        await AddAsync(Weekly("P"), "paused");
        await AddAsync(Weekly("E"), "ended");
        await AddAsync(Weekly("H") with { Holidays = [new(new(2026, 11, 30))], OnHoliday = OnHoliday.Move }, "moved");
        await LookAsync();
        await One.Get<ScheduleKeeping>().PauseAsync("paused", 1, press, DeliveryProcess.Amina, default);
        await One.Get<ScheduleKeeping>().EndAsync("ended", 1, press, DeliveryProcess.Amina, default);
        At("2026-11-23T09:00Z");
        await LookAsync();
        (await AlarmsAsync()).ShouldBeEmpty("all were made after that Monday's editions");
        (await ReportsAsync("2026-11-23T00:00Z")).ShouldBeEmpty();

        At("2026-11-30T07:00Z");
        await LookAsync();
        (await AlarmsAsync()).ShouldHaveSingleItem().Schedule.ShouldBe("weekly");

        At("2026-12-01T06:30Z");
        await LookAsync();
        (await AlarmsAsync()).Select(alarm => alarm.Schedule).Order().ShouldBe(["moved", "weekly"]);
    }

    [Fact]
    public async Task An_alarm_ends_when_nothing_is_expected_any_more()
    {
        await AddAsync();
        At("2026-11-23T06:30Z");
        await LookAsync();
        await One.Get<ScheduleKeeping>().PauseAsync("weekly", 1, press, DeliveryProcess.Amina, default);

        await LookAsync();

        (await One.Get<Alarms>().OpenAsync(default)).ShouldBeEmpty();
        (await AlarmsAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_fell_due_while_nothing_ran_is_left_out_where_the_schedule_says_so_and_missing_where_something_ran()
    {
        await AddAsync(Weekly() with { Misfire = Misfire.Skip });
        time.Jump(TimeSpan.FromHours(24));
        await LookAsync();
        (await AlarmsAsync()).ShouldBeEmpty("these processes have just begun, as far as they can tell");
        (await EditionAsync()).State.ShouldBe(EditionState.LeftOut);

        At("2026-11-30T06:30Z");
        await LookAsync();

        (await AlarmsAsync()).ShouldHaveSingleItem().Number.ShouldBe("MCT-W-2026-49");
        (await EditionAsync("2026-11-30T00:00Z")).State.ShouldBe(EditionState.Missing);
    }

    [Fact]
    public async Task Alarms_follow_the_clock_of_the_zone_when_it_is_changed_and_a_wall_clock_that_jumps_raises_nothing_twice()
    {
        // In Casablanca the clock is put back by an hour on 7 February 2027.
        await AddAsync();
        At("2027-02-08T07:29Z");
        await LookAsync();
        (await AlarmsAsync()).Select(alarm => alarm.Due).ShouldNotContain(Utc("2027-02-08T07:00Z"));
        At("2027-02-08T07:30Z");
        await LookAsync();
        time.Jump(TimeSpan.FromHours(-2));
        await LookAsync();
        time.Jump(TimeSpan.FromHours(2));
        await LookAsync();

        (await AlarmsAsync()).Count(alarm => alarm.Due == Utc("2027-02-08T07:00Z")).ShouldBe(1);
    }

    [Fact]
    public async Task A_schedule_that_is_due_each_minute_is_watched_as_well()
    {
        await AddAsync(Weekly() with { Cron = "* * * * *" });
        At("2026-11-22T12:31Z");

        await LookAsync();

        var alarm = (await AlarmsAsync()).ShouldHaveSingleItem();
        alarm.Due.ShouldBe(Utc("2026-11-22T12:01Z"));
        (await ReportsAsync("2026-11-22T12:00Z")).Count.ShouldBe(EditionReports.MostOfOne);
    }

    [Fact]
    public async Task A_watch_knows_how_long_it_has_not_looked_whatever_the_wall_clock_says()
    {
        await LookAsync();
        time.Jump(TimeSpan.FromDays(300));
        One.Get<EditionWatch>().SinceLastLook.ShouldBe(TimeSpan.Zero);
        time.Advance(TimeSpan.FromMinutes(4));
        One.Get<EditionWatch>().SinceLastLook.ShouldBe(TimeSpan.FromMinutes(4));
    }

    private static DateTimeOffset Utc(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static Recipient Mail(string address) => new(DeliveryChannel.Mail, address);

    /// <summary>Mondays at seven in Casablanca.</summary>
    private static ScheduleDefinition Weekly(string series = "W") => new()
    {
        Order = new() { Sections = ["domestic"] },
        Cron = "0 7 * * 1",
        TimeZone = "Africa/Casablanca",
        Series = series,
    };

    private void At(string moment) => time.Advance(Utc(moment) - time.GetUtcNow());

    private async Task AddAsync(ScheduleDefinition? definition = null, string name = "weekly")
    {
        await One.Get<ScheduleKeeping>().AddAsync(name, definition ?? Weekly(), press, DeliveryProcess.Amina, default);
        await LookAsync();
    }

    /// <summary>All three at once.</summary>
    private Task LookAsync() => Task.WhenAll(processes.Select(process => Task.Run(() => process.Get<EditionWatch>().LookAsync(default))));

    private Task TellAsync() => Task.WhenAll(processes.Select(process => Task.Run(() => process.Get<AlarmTelling>().TellAsync(default))));

    private Task MakeAsync() => One.Get<EditionMaker>().MakeMissingAsync(default);

    private Task<List<BriefingRequest>> EditionsAsync() => One.Get<RequestQueries>().EditionsAsync("weekly", 10, Viewer.Everything, default);

    private async Task FinishAsync(Func<BriefingRequest, bool>? which = null)
    {
        foreach (var request in (await EditionsAsync()).Where(request => !request.IsFinal && which?.Invoke(request) != false))
        {
            var name = $"{request.Number} {request.Language}";
            await One.Process.Ledger.FinishAsync(request, content: $"%PDF {name}", fingerprint: name);
        }
    }

    private Task<List<Alarm>> AlarmsAsync() => One.Get<Alarms>().BetweenAsync(DateTimeOffset.UnixEpoch, Utc("2100-01-01T00:00Z"), default);

    private Task<IReadOnlyList<EditionReport>> ReportsAsync(string from) =>
        One.Get<EditionReports>().BetweenAsync(Utc(from), Utc(from).AddDays(7), Viewer.Everything, default);

    private async Task<EditionReport> EditionAsync(string from = "2026-11-23T00:00Z") => (await ReportsAsync(from)).ShouldHaveSingleItem();
}
