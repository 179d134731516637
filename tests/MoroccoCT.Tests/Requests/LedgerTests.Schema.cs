using Microsoft.EntityFrameworkCore;
using MoroccoCT.Audit;
using MoroccoCT.Briefings.Content;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Storage;

namespace MoroccoCT.Tests.Requests;

public abstract partial class LedgerTests
{
    [Fact]
    public async Task The_migrations_make_exactly_the_model()
    {
        await using var ledger = await One.Get<IDbContextFactory<LedgerContext>>().CreateDbContextAsync();

        ledger.Database.HasPendingModelChanges().ShouldBeFalse();
        (await ledger.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Processes_that_start_at_once_on_a_new_database_do_not_disturb_each_other()
    {
        connectionString = await NewDatabaseAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var process = await LedgerProcess.StartAsync(connectionString, time);
            await process.SubmitAsync();
        })));

        (await (await StartAsync()).Ledger.Queries.ListAsync(null, 10, Viewer.Everything, ofPerson: null, default)).Items.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_ledger_written_by_a_newer_version_is_left_alone()
    {
        await using (var ledger = await One.Get<IDbContextFactory<LedgerContext>>().CreateDbContextAsync())
            await ledger.Database.ExecuteSqlRawAsync(
                "INSERT INTO \"__EFMigrationsHistory\" (\"MigrationId\", \"ProductVersion\") VALUES ('20990101000000_Future', '99.0.0')");

        var refused = await Should.ThrowAsync<LedgerUnavailableException>(() => One.Database.PrepareAsync(default));

        refused.Message.ShouldContain("newer version");
        refused.Message.ShouldContain("20990101000000_Future");
    }

    [Fact]
    public async Task A_ledger_of_the_first_version_is_taken_up_with_its_editions()
    {
        connectionString = await NewDatabaseAsync();
        var old = LedgerProcess.Create(new() { ["Ledger:ConnectionString"] = connectionString }, time);
        processes.Add(old);
        await using (var ledger = await old.Get<IDbContextFactory<LedgerContext>>().CreateDbContextAsync())
            await ledger.Database.MigrateAsync("20261122133738_Ledger");
        await old.ExecuteAsync(
            """
            INSERT INTO requests (id, number, state, "order", by, schedule, issue_date, created_at, updated_at, started_at, attempts) VALUES
            ('01900000-0000-7000-8000-000000000001', 'MCT-W-2026-47', 'queued', '{{"sections":["domestic"],"topics":[],"language":"en","paper":"a4",
              "depth":"standard","marking":"TLP:CLEAR","profile":"accessible","numbered":false,"period":{{"from":"2026-11-09","to":"2026-11-15"}}}}',
              'schedule:weekly', 'weekly', '2026-11-16', 1000, 1000, 1000, 0)
            """);

        await old.Database.PrepareAsync(default);

        var edition = (await old.Ledger.ListAsync()).ShouldHaveSingleItem();
        (edition.Door, edition.Schedule, edition.IsReadable).ShouldBe((Doors.Schedule, "weekly", true));
        edition.Period.ShouldBe(new(new(2026, 11, 9), new(2026, 11, 15)));
        (await old.Ledger.FinishAsync(edition)).State.ShouldBe(RequestState.Completed);
    }

    [Fact]
    public async Task Requests_from_before_there_were_people_keep_their_marking_and_editions_are_for_the_house()
    {
        connectionString = await NewDatabaseAsync();
        var old = LedgerProcess.Create(new() { ["Ledger:ConnectionString"] = connectionString }, time);
        processes.Add(old);
        await using (var ledger = await old.Get<IDbContextFactory<LedgerContext>>().CreateDbContextAsync())
            await ledger.Database.MigrateAsync("20261122133738_Ledger");
        foreach (var (marking, i) in Marking.All.Select((marking, i) => (marking, i)))
            await old.ExecuteAsync(
                $$$"""
                INSERT INTO requests (id, number, state, "order", by, schedule, issue_date, created_at, updated_at, attempts) VALUES
                ('01900000-0000-7000-8000-00000000000{{{i}}}', '{{{i}}}', 'queued', '{{"sections":["domestic"],"topics":[],"language":"en","paper":"a4",
                  "depth":"standard","marking":"{{{marking.Label}}}","profile":"accessible","numbered":false}}',
                  'form', {{{(i == 4 ? "'weekly'" : "NULL")}}}, '2026-11-16', 1000, 1000, 0)
                """);

        await old.Database.PrepareAsync(default);

        var requests = (await old.Ledger.ListAsync()).OrderBy(request => request.Number, StringComparer.Ordinal).ToList();
        requests.Select(request => request.MarkingLevel).ShouldBe([0, 1, 2, 3, 4]);
        requests.Select(request => request.IsShared).ShouldBe([false, false, false, false, true]);
        requests.ShouldAllBe(request => request.Desk == NewPerson.FirstDesk && request.PersonId == null);
        (await old.Ledger.Queries.ListAsync(null, 10, new("legal", 4), ofPerson: null, default)).Items.ShouldHaveSingleItem().Number.ShouldBe("4");
    }
}
