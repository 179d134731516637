using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using MoroccoCT.Audit;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Schedules;
using MoroccoCT.Tests.Requests;

namespace MoroccoCT.Tests.Schedules;

public sealed class EditionMakerTests : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("schedules-");
    private readonly FakeTimeProvider time = new(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly List<LedgerProcess> processes = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes)
            await process.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("Africa/Casablanca", "0 7 * * 1", 52, "MCT-W-2026-02", "MCT-W-2026-53")]
    [InlineData("Africa/Casablanca", "30 2 * * 0", 52, "MCT-W-2026-01", "MCT-W-2026-52")]
    [InlineData("Europe/Paris", "30 2 * * 0", 52, "MCT-W-2026-01", "MCT-W-2026-52")]
    [InlineData("Europe/Paris", "0 7 * * 4", 53, "MCT-W-2026-01", "MCT-W-2026-53")]
    public async Task A_year_of_restarts_and_double_fires_makes_each_edition_once(string zone, string cron, int editions, string first, string last)
    {
        // Sunday, 22 March and 15 February in Casablanca, 29 March and 25 October in Paris: 02:30 is skipped or comes twice.
        var year = time.GetUtcNow().AddYears(1);
        for (var step = 0; time.GetUtcNow() < year; time.Advance(TimeSpan.FromHours(31) + TimeSpan.FromMinutes(7)), step++)
        {
            if (step % 20 == 0)
                await RestartAsync(2, ("weekly", "W", cron, zone));
            await Task.WhenAll(processes.Select(process => Task.Run(() => process.Get<EditionMaker>().MakeMissingAsync(default))));
        }

        var made = await EditionsAsync();
        made.Select(edition => edition.Number).ShouldBeUnique();
        made.Select(edition => edition.Period).ShouldBeUnique();
        made.Count.ShouldBe(editions);
        (made[0].Number, made[^1].Number).ShouldBe((first, last));

        // No day is left out and none is told twice.
        foreach (var (one, next) in made.Zip(made.Skip(1)))
            next.Period!.From.ShouldBe(one.Period!.To.AddDays(1));
    }

    [Fact]
    public async Task An_edition_is_a_request_with_its_own_number_period_and_date()
    {
        await RestartAsync(1, Weekly());
        await MakeMissingAsync();
        time.SetUtcNow(Utc("2026-01-05T06:00Z"));

        await MakeMissingAsync();

        var edition = (await EditionsAsync()).ShouldHaveSingleItem();
        (edition.Number, edition.Door, edition.Schedule, edition.PrintedNumber).ShouldBe(("MCT-W-2026-02", Doors.Schedule, "weekly", "MCT-W-2026-02"));
        edition.IssueDate.ShouldBe(new DateOnly(2026, 1, 5));
        edition.Period.ShouldBe(new(new(2025, 12, 29), new(2026, 1, 4)));
        (await processes[0].JobsWantedAsync()).ShouldBe([edition.Id]);
    }

    [Fact]
    public async Task What_fell_due_while_nothing_ran_is_made_up_for_once()
    {
        await RestartAsync(1, Weekly());
        await MakeMissingAsync();
        time.SetUtcNow(Utc("2026-02-04T12:00Z"));

        await RestartAsync(1, Weekly());
        await MakeMissingAsync();
        await MakeMissingAsync();

        (await EditionsAsync()).ShouldHaveSingleItem().Number.ShouldBe("MCT-W-2026-06");
    }

    [Fact]
    public async Task A_schedule_that_is_new_moved_or_came_back_makes_up_for_nothing()
    {
        await RestartAsync(1, Weekly());
        await MakeMissingAsync();

        time.SetUtcNow(Utc("2026-01-07T12:00Z"));
        await RestartAsync(1, Weekly("0 7 * * 2"));
        await MakeMissingAsync();
        (await EditionsAsync()).ShouldBeEmpty("Tuesday was not its day when it was Tuesday");

        await RestartAsync(1);
        await MakeMissingAsync();
        time.SetUtcNow(Utc("2026-01-14T12:00Z"));
        await RestartAsync(1, Weekly("0 7 * * 2"));
        await MakeMissingAsync();
        (await EditionsAsync()).ShouldBeEmpty("it was gone on that Tuesday");

        time.SetUtcNow(Utc("2026-01-20T06:00Z"));
        await MakeMissingAsync();
        (await EditionsAsync()).ShouldHaveSingleItem().Number.ShouldBe("MCT-W-2026-04");
    }

    [Fact]
    public async Task An_edition_on_demand_is_the_one_that_was_due_last_and_exists_once()
    {
        await RestartAsync(1, Weekly());
        time.SetUtcNow(Utc("2026-11-22T12:00Z"));
        var maker = processes[0].Get<EditionMaker>();

        var made = (await maker.MakeDueAsync("weekly", Viewer.Everything, Actor.CommandLine, default)).ShouldHaveSingleItem();
        var again = (await maker.MakeDueAsync("weekly", Viewer.Everything, Actor.CommandLine, default)).ShouldHaveSingleItem();

        (made.IsNew, made.Request.Number).ShouldBe((true, "MCT-W-2026-47"));
        (again.IsNew, again.Request.Id).ShouldBe((false, made.Request.Id));
    }

    [Fact]
    public async Task A_schedule_that_is_first_seen_at_the_very_moment_it_is_due_makes_up_for_nothing()
    {
        time.SetUtcNow(Utc("2026-01-05T06:00Z"));
        await RestartAsync(1, Weekly());

        await MakeMissingAsync();
        (await EditionsAsync()).ShouldBeEmpty();

        time.SetUtcNow(Utc("2026-01-12T06:00Z"));
        await MakeMissingAsync();
        (await EditionsAsync()).ShouldHaveSingleItem().Number.ShouldBe("MCT-W-2026-03");
    }

    [Fact]
    public async Task A_schedule_first_seen_while_the_clock_was_ahead_counts_from_when_the_clock_is_right()
    {
        time.SetUtcNow(Utc("2026-01-13T06:00Z"));
        await RestartAsync(1, Weekly());
        await MakeMissingAsync();
        time.AdjustTime(Utc("2026-01-11T06:00Z"));
        await MakeMissingAsync();

        time.SetUtcNow(Utc("2026-01-12T06:00Z"));
        await MakeMissingAsync();

        (await EditionsAsync()).ShouldHaveSingleItem().Number.ShouldBe("MCT-W-2026-03");
    }

    [Fact]
    public async Task A_failed_edition_is_begun_again_on_demand_only()
    {
        await RestartAsync(1, Weekly());
        var one = processes[0];
        var made = (await one.Get<EditionMaker>().MakeDueAsync("weekly", Viewer.Everything, Actor.CommandLine, default)).ShouldHaveSingleItem();
        var taken = (await one.Ledger.TakeAsync(made.Request)).ShouldNotBeNull();
        await one.Ledger.FailAsync(taken, "The typesetting engine failed", null);

        await MakeMissingAsync();
        (await one.Ledger.FindAsync(made.Request)).State.ShouldBe(RequestState.Failed);

        var again = (await one.Get<EditionMaker>().MakeDueAsync("weekly", Viewer.Everything, Actor.CommandLine, default)).ShouldHaveSingleItem();
        (again.IsNew, again.Request.Id, again.Request.State).ShouldBe((false, made.Request.Id, RequestState.Queued));
    }

    [Fact]
    public async Task A_schedule_moved_within_its_week_does_not_make_the_weeks_edition_twice()
    {
        await RestartAsync(1, Weekly());
        await MakeMissingAsync();
        time.SetUtcNow(Utc("2026-01-05T06:30Z"));
        await MakeMissingAsync();

        await RestartAsync(1, Weekly("0 9 * * 1"));
        await MakeMissingAsync();
        time.SetUtcNow(Utc("2026-01-05T08:30Z"));
        await MakeMissingAsync();

        (await EditionsAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_unknown_schedule_is_refused_with_the_names_there_are()
    {
        await RestartAsync(1, Weekly());

        (await Should.ThrowAsync<UnknownScheduleException>(
            () => processes[0].Get<EditionMaker>().MakeDueAsync("daily", Viewer.Everything, Actor.CommandLine, default)))
            .Message.ShouldBe("Unknown schedule 'daily'. Valid: weekly.");
    }

    [Fact]
    public async Task The_list_shows_the_next_five_in_both_clocks_and_the_last_edition()
    {
        await RestartAsync(1, Weekly());
        time.SetUtcNow(Utc("2026-02-04T12:00Z"));
        var made = (await processes[0].Get<EditionMaker>().MakeDueAsync("weekly", Viewer.Everything, Actor.CommandLine, default)).ShouldHaveSingleItem();

        var view = (await processes[0].Get<ScheduleList>().ListAsync(Viewer.Everything, default)).ShouldHaveSingleItem();

        (view.Name, view.Schedule.Times.Cron, view.Schedule.Times.TimeZone, view.LastEdition!.Id)
            .ShouldBe(("weekly", "0 7 * * 1", "Africa/Casablanca", made.Request.Id));
        view.Next.Select(due => $"{due.Local:MM-dd HH:mm zzz} {due.Utc:HH:mm zzz}").ShouldBe(
        [
            "02-09 07:00 +01:00 06:00 +00:00",
            "02-16 07:00 +00:00 07:00 +00:00",
            "02-23 07:00 +00:00 07:00 +00:00",
            "03-02 07:00 +00:00 07:00 +00:00",
            "03-09 07:00 +00:00 07:00 +00:00",
        ]);
    }

    private static (string, string, string, string) Weekly(string cron = "0 7 * * 1") => ("weekly", "W", cron, "Africa/Casablanca");

    private Task MakeMissingAsync() => processes[0].Get<EditionMaker>().MakeMissingAsync(default);

    private async Task<List<BriefingRequest>> EditionsAsync() =>
        [.. (await processes[0].Ledger.ListAsync()).Where(request => request.Schedule is not null).Reverse()];

    private async Task RestartAsync(int count, params (string Name, string Series, string Cron, string Zone)[] schedules)
    {
        foreach (var process in processes)
            await process.DisposeAsync();
        processes.Clear();
        var settings = new Dictionary<string, string?> { ["Ledger:ConnectionString"] = $"Data Source={folder.FullName}/ledger.db" };
        foreach (var (index, schedule) in schedules.Index())
        {
            settings[$"Schedules:{index}:Name"] = schedule.Name;
            settings[$"Schedules:{index}:Series"] = schedule.Series;
            settings[$"Schedules:{index}:Cron"] = schedule.Cron;
            settings[$"Schedules:{index}:TimeZone"] = schedule.Zone;
            settings[$"Schedules:{index}:Order:Sections:0"] = "domestic";
        }

        for (var i = 0; i < count; i++)
        {
            processes.Add(LedgerProcess.Create(settings, time, (services, configuration) => services.AddSchedules(configuration)));
            await processes[^1].Database.PrepareAsync(default);
        }
    }

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
