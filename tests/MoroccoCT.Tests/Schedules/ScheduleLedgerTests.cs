using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using MoroccoCT.Audit;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Schedules;
using MoroccoCT.Tests.Fixtures;
using MoroccoCT.Tests.Requests;
using MoroccoCT.Tests.Storage;

namespace MoroccoCT.Tests.Schedules;

/// <summary>What people may rely on of the schedules they make, tested on each database by the classes below.</summary>
public abstract class ScheduleLedgerTests : IAsyncLifetime
{
    private static readonly Actor amina = new(Doors.Form, "amina", Guid.Parse("01a22415-0413-743f-a551-8a8c01fc5cbf"));
    private readonly FakeTimeProvider time = new(Utc("2026-11-22T12:00Z"));
    private LedgerProcess one = null!;
    private LedgerProcess other = null!;

    protected abstract Task<string> NewDatabaseAsync();

    public async Task InitializeAsync()
    {
        var settings = new Dictionary<string, string?> { ["Ledger:ConnectionString"] = await NewDatabaseAsync() };
        one = LedgerProcess.Create(settings, time, (services, configuration) => services.AddSchedules(configuration));
        other = LedgerProcess.Create(settings, time, (services, configuration) => services.AddSchedules(configuration));
        await one.Database.PrepareAsync(default);
    }

    public async Task DisposeAsync()
    {
        await one.DisposeAsync();
        await other.DisposeAsync();
    }

    [Fact]
    public async Task An_edition_in_three_languages_has_one_number_and_exists_once_however_many_make_it()
    {
        await AddAsync("weekly", Weekly() with { AlsoIn = ["fr", "ar"] });
        await MakeMissingAsync(one);
        time.SetUtcNow(Utc("2026-11-23T06:00Z"));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(turn => Task.Run(() => MakeMissingAsync(turn % 2 == 0 ? one : other))));

        var edition = await EditionsAsync();
        edition.Select(request => (request.Number, request.Language, request.Order.Language)).ShouldBe(
            [("MCT-W-2026-48", "en", "en"), ("MCT-W-2026-48", "fr", "fr"), ("MCT-W-2026-48", "ar", "ar")]);
        edition.Select(request => request.SetId).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
        edition.Select(request => request.Desk).Distinct().ShouldBe(["press"]);
        (await one.Get<RequestQueries>().FindByNameAsync("mct-w-2026-48", Viewer.Everything, default))!.Language.ShouldBe("en");
    }

    [Fact]
    public async Task Each_recipient_gets_his_language_or_the_first_and_nobody_two()
    {
        Recipient[] recipients =
        [
            new(DeliveryChannel.Mail, "first@example.org"), new(DeliveryChannel.Mail, "french@example.org", Language: "fr"),
            new(DeliveryChannel.Mail, "arabic@example.org", Language: "ar"), new(DeliveryChannel.Webhook, "archive"),
            new(DeliveryChannel.Mail, "german@example.org", Language: "de", PersonId: amina.Id),
        ];
        await AddAsync("weekly", Weekly() with { AlsoIn = ["fr", "ar"], Recipients = recipients });
        await one.Get<EditionMaker>().MakeDueAsync("weekly", Press(), amina, default);

        (await EditionsAsync()).Select(edition => $"{edition.Language}: {string.Join(' ', edition.DeliverTo.Select(to => to.Address))}").ShouldBe(
            ["en: first@example.org archive german@example.org", "fr: french@example.org", "ar: arabic@example.org"]);
    }

    [Fact]
    public async Task A_recipient_of_a_language_in_which_there_is_no_edition_is_refused() =>
        (await Should.ThrowAsync<ScheduleRejectedException>(
            () => AddAsync("weekly", Weekly() with { Recipients = [new(DeliveryChannel.Mail, "french@example.org", Language: "fr")] })))
        .Problems.Select(problem => (problem.Field, problem.Fault)).ShouldBe([("recipients", ScheduleFault.RecipientLanguage)]);

    [Fact]
    public async Task A_language_that_is_added_after_the_edition_waits_for_the_next_one()
    {
        await AddAsync("weekly", Weekly());
        await MakeMissingAsync(one);
        time.SetUtcNow(Utc("2026-11-23T06:00Z"));
        await MakeMissingAsync(one);
        await ChangeAsync("weekly", 1, Weekly() with { AlsoIn = ["fr"] });
        await MakeMissingAsync(one);
        (await EditionsAsync()).ShouldHaveSingleItem();

        time.SetUtcNow(Utc("2026-11-30T06:00Z"));
        await MakeMissingAsync(one);

        (await EditionsAsync()).Select(request => request.Number).ShouldBe(["MCT-W-2026-48", "MCT-W-2026-49", "MCT-W-2026-49"]);
    }

    [Fact]
    public async Task Of_two_who_change_it_at_once_one_succeeds_and_each_change_is_kept()
    {
        await AddAsync("weekly", Weekly());

        var both = await Task.WhenAll(
            TryAsync(() => ChangeAsync("weekly", 1, Weekly() with { Cron = "0 8 * * 1" })),
            TryAsync(() => other.Get<ScheduleKeeping>().ChangeAsync("weekly", 1, Weekly() with { Cron = "0 9 * * 1" }, Press(), amina, default)));

        both.Order().ShouldBe([false, true]);
        var schedule = await one.Get<ScheduleBook>().GetAsync("weekly", Press(), default);
        schedule.Revision.ShouldBe(2);
        var changes = await one.Get<ScheduleKeeping>().ChangesAsync(schedule, default);
        changes.Select(change => (change.What, change.Who, change.PersonId)).ShouldBe(
            [(ScheduleDeed.Changed, "amina", amina.Id), (ScheduleDeed.Made, "amina", amina.Id)]);
        ScheduleDifference.Between(changes[1].Definition, changes[0].Definition).ShouldHaveSingleItem().Field.ShouldBe("cron");
    }

    [Fact]
    public async Task Of_two_who_make_the_same_one_succeeds_and_the_other_is_told_why()
    {
        var both = await Task.WhenAll(
            TryAsync(() => AddAsync("weekly", Weekly())),
            TryAsync(() => other.Get<ScheduleKeeping>().AddAsync("weekly", Weekly(), Press(), amina, default)));

        both.Order().ShouldBe([false, true]);
        (await one.Get<ScheduleBook>().AllAsync(default)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_paused_schedule_makes_nothing_and_makes_up_for_nothing_when_it_goes_on()
    {
        await AddAsync("weekly", Weekly());
        await MakeMissingAsync(one);
        await one.Get<ScheduleKeeping>().PauseAsync("weekly", 1, Press(), amina, default);
        time.SetUtcNow(Utc("2026-11-24T06:00Z"));
        await MakeMissingAsync(one);
        (await EditionsAsync()).ShouldBeEmpty();

        await one.Get<ScheduleKeeping>().ResumeAsync("weekly", 2, Press(), amina, default);
        await MakeMissingAsync(one);
        (await EditionsAsync()).ShouldBeEmpty("Monday was in the pause");

        time.SetUtcNow(Utc("2026-11-30T06:00Z"));
        await MakeMissingAsync(one);
        (await EditionsAsync()).ShouldHaveSingleItem().Number.ShouldBe("MCT-W-2026-49");
    }

    [Theory]
    [InlineData(Misfire.Once, "2026-11-23T09:00Z", 1)]
    [InlineData(Misfire.Skip, "2026-11-23T09:00Z", 0)]
    [InlineData(Misfire.Skip, "2026-11-23T06:14Z", 1)]
    public async Task A_missed_edition_is_made_or_left_out_as_the_schedule_says(Misfire misfire, string back, int editions)
    {
        await AddAsync("weekly", Weekly() with { Misfire = misfire });
        await MakeMissingAsync(one);
        time.SetUtcNow(Utc(back));

        await MakeMissingAsync(other);

        (await EditionsAsync()).Count.ShouldBe(editions);
    }

    [Fact]
    public async Task An_ended_schedule_makes_nothing_and_its_name_and_series_are_not_given_again()
    {
        await AddAsync("weekly", Weekly());
        await one.Get<ScheduleKeeping>().EndAsync("weekly", 1, Press(), amina, default);

        (await one.Get<ScheduleBook>().AllAsync(default)).ShouldBeEmpty();
        var refused = await Should.ThrowAsync<ScheduleRejectedException>(() => AddAsync("weekly", Weekly()));
        refused.Problems.Select(problem => (problem.Field, problem.Fault)).ShouldBe(
            [("name", ScheduleFault.NameTaken), ("series", ScheduleFault.SeriesTaken)]);
        await Should.ThrowAsync<UnknownScheduleException>(() => ChangeAsync("weekly", 2, Weekly()));
    }

    [Theory]
    [InlineData("moroccoct-schedule/1", "moroccoct-schedule/2")]
    [InlineData("\"cron\"", "\"kron\"")]
    [InlineData("Africa/Casablanca", "Africa/Marrakech")]
    public async Task One_that_cannot_be_read_here_is_left_alone_and_keeps_no_other_back(string old, string now)
    {
        await AddAsync("weekly", Weekly());
        await AddAsync("newer", Weekly() with { Series = "N" });
        await one.ExecuteAsync($"UPDATE kept_schedules SET definition = replace(definition, '{old}', '{now}') WHERE name = 'newer'");
        await MakeMissingAsync(one);
        time.SetUtcNow(Utc("2026-11-23T06:00Z"));

        await MakeMissingAsync(one);

        (await EditionsAsync()).ShouldHaveSingleItem().Schedule.ShouldBe("weekly");
        (await one.CountAsync($"SELECT COUNT(*) FROM kept_schedules WHERE definition LIKE '%{now}%'")).ShouldBe(1);
    }

    [Fact]
    public async Task Another_desk_neither_sees_nor_changes_it_and_nobody_makes_one_above_his_clearance()
    {
        await AddAsync("weekly", Weekly());
        var elsewhere = new Viewer("legal", Marking.All[^1].Level);

        await Should.ThrowAsync<UnknownScheduleException>(() => one.Get<ScheduleBook>().GetAsync("weekly", elsewhere, default));
        await Should.ThrowAsync<UnknownScheduleException>(
            () => one.Get<ScheduleKeeping>().ChangeAsync("weekly", 1, Weekly(), elsewhere, amina, default));
        var red = Weekly() with { Series = "R", Order = Weekly().Order with { Marking = "TLP:RED" } };
        await Should.ThrowAsync<OrderRejectedException>(() => one.Get<ScheduleKeeping>().AddAsync("secret", red, new("press", 0), amina, default));
    }

    [Fact]
    public async Task What_is_wrong_is_named_all_at_once()
    {
        var wrong = new ScheduleDefinition
        {
            Order = new() { Sections = ["nowhere"], Title = "a\nb" },
            AlsoIn = ["de"],
            Cron = "0 25 * * 1",
            TimeZone = "Africa/Marrakech",
            Series = "week",
            First = new(2027, 1, 2),
            Last = new(2027, 1, 1),
        };

        var refused = await Should.ThrowAsync<ScheduleRejectedException>(() => AddAsync("Weekly!", wrong));

        refused.Problems.Select(problem => problem.Field).ShouldBe(
            ["name", "series", "order.sections", "order.title", "alsoIn", "timeZone", "cron", "last"]);
    }

    [Fact]
    public async Task Every_change_is_in_the_audit()
    {
        await AddAsync("weekly", Weekly());
        await one.Get<ScheduleKeeping>().PauseAsync("weekly", 1, Press(), amina, default);
        await one.Get<ScheduleKeeping>().ResumeAsync("weekly", 2, Press(), amina, default);
        await one.Get<ScheduleKeeping>().EndAsync("weekly", 3, Press(), amina, default);

        var told = (await one.Get<AuditQueries>().ListAsync(new AuditFilter(), null, null, 10, default)).Items;

        told.Where(entry => entry.Subject == "weekly").Select(entry => entry.What)
            .ShouldBe(["scheduleEnded", "scheduleResumed", "schedulePaused", "scheduleMade"]);
    }

    [Fact]
    public async Task Five_hundred_that_fall_due_at_once_are_all_made_once_and_people_can_still_order()
    {
        foreach (var number in Enumerable.Range(0, 500))
            await AddAsync($"s{number}", Weekly() with { Series = $"{Letter(number / 26)}{Letter(number % 26)}" });
        await MakeMissingAsync(one);
        time.SetUtcNow(Utc("2026-11-23T06:00Z"));

        await Task.WhenAll(MakeMissingAsync(one), MakeMissingAsync(other));

        var made = await one.Get<RequestQueries>().ListAsync(RequestFilter.None, null, 1000, Viewer.Everything, default);
        made.Items.Select(request => request.Schedule).Distinct().Count().ShouldBe(500);
        made.Items.Count.ShouldBe(500);
        (await one.Ledger.SubmitAsync(LedgerProcess.Order, new(amina))).State.ShouldBe(RequestState.Queued);

        static char Letter(int place) => (char)('A' + place);
    }

    private static ScheduleDefinition Weekly() =>
        new() { Order = new() { Sections = ["domestic"] }, Cron = "0 7 * * 1", TimeZone = "Africa/Casablanca", Series = "W" };

    private static Viewer Press() => new("press", Marking.All[^1].Level);

    private static async Task<bool> TryAsync(Func<Task> deed)
    {
        try
        {
            await Task.Run(deed);
            return true;
        }
        catch (Exception fault) when (fault is ScheduleChangedException or ScheduleRejectedException)
        {
            return false;
        }
    }

    private Task<Schedule> AddAsync(string name, ScheduleDefinition definition) =>
        one.Get<ScheduleKeeping>().AddAsync(name, definition, Press(), amina, default);

    private Task<Schedule> ChangeAsync(string name, int revision, ScheduleDefinition definition) =>
        one.Get<ScheduleKeeping>().ChangeAsync(name, revision, definition, Press(), amina, default);

    private static Task MakeMissingAsync(LedgerProcess process) => process.Get<EditionMaker>().MakeMissingAsync(default);

    private async Task<List<BriefingRequest>> EditionsAsync() => [.. (await one.Ledger.ListAsync()).Reverse()];

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>In an SQLite file.</summary>
public sealed class SqliteScheduleTests : ScheduleLedgerTests, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("schedules-");

    public void Dispose() => folder.Delete(recursive: true);

    protected override Task<string> NewDatabaseAsync() => Task.FromResult($"Data Source={folder.FullName}/ledger.db");
}

/// <summary>In PostgreSQL.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PostgresScheduleTests(PostgresServer server) : ScheduleLedgerTests
{
    protected override Task<string> NewDatabaseAsync() => server.CreateDatabaseAsync();
}
