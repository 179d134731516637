using Microsoft.Extensions.Time.Testing;
using MoroccoCT.Requests;
using MoroccoCT.Tests.Fixtures;
using MoroccoCT.Tests.Requests;
using MoroccoCT.Tests.Storage;

namespace MoroccoCT.Tests.Jobs;

/// <summary>What goes on by itself while a service runs, and when it starts. Nobody calls it here: it must be wired.</summary>
[Collection(PostgresCollection.Name)]
public sealed class MinuteWorkTests(PostgresServer postgres) : IDisposable
{
    private static readonly DateTimeOffset sunday = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly (string, string)[] weekly =
    [
        ("Schedules:0:Name", "weekly"), ("Schedules:0:Cron", "0 7 * * 1"), ("Schedules:0:TimeZone", "UTC"),
        ("Schedules:0:Order:Sections:0", "domestic"), ("Schedules:0:Order:Language", "en"),
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("minutes-");
    private readonly FakeTimeProvider time = new(sunday);

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task An_edition_is_made_within_a_minute_of_its_time()
    {
        await using var host = await JobsHost.StartAsync(Sqlite, time: time, settings: weekly);
        time.Advance(sunday.Date.AddDays(1).AddHours(7) - sunday.DateTime - TimeSpan.FromSeconds(1));
        (await host.Ledger.ListAsync()).ShouldBeEmpty();

        await WithinAMinuteAsync(async () => (await host.Ledger.ListAsync()) is [{ Number: "MCT-W-2026-48" }]);
    }

    [Fact]
    public async Task An_edition_that_fell_due_while_nothing_ran_is_made_at_the_start()
    {
        await (await JobsHost.StartAsync(Sqlite, time: time, settings: weekly)).DisposeAsync();
        time.Advance(TimeSpan.FromDays(3));

        await using var host = await JobsHost.StartAsync(Sqlite, time: time, settings: weekly);

        (await host.Ledger.ListAsync()).ShouldHaveSingleItem().Number.ShouldBe("MCT-W-2026-48");
    }

    [Fact]
    public async Task A_request_whose_job_is_lost_gets_another_within_a_minute()
    {
        await using var host = await JobsHost.StartAsync(Sqlite, time: time);
        await using var other = await LedgerProcess.StartAsync(Sqlite, time);
        var orphan = await other.SubmitAsync();
        await other.HandOutAsync();

        await WithinAMinuteAsync(async () => (await host.Ledger.FindAsync(orphan)).State == RequestState.Completed);
    }

    [Fact]
    public async Task Requests_left_unfinished_are_taken_up_at_the_start_although_the_clock_was_set_back_a_day()
    {
        await using (var killed = await LedgerProcess.StartAsync(Sqlite, time))
        {
            await killed.SubmitAsync();
            await killed.Ledger.TakeAsync(await killed.SubmitAsync());
            await killed.HandOutAsync();
        }

        await using var host = await JobsHost.StartAsync(Sqlite, time: new FakeTimeProvider(sunday.AddDays(-1)));

        foreach (var request in await host.Ledger.ListAsync())
            (await host.EndAsync(request)).State.ShouldBe(RequestState.Completed);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_clock_that_leaps_a_day_ahead_and_back_stops_neither_editions_nor_reconciling(bool onPostgres)
    {
        var database = onPostgres ? await postgres.CreateDatabaseAsync() : Sqlite;
        var isFirst = true;
        var renderer = new StubRenderer
        {
            Happens = (_, _) =>
            {
                if (!isFirst)
                    return Task.CompletedTask;
                isFirst = false;
                throw new IOException("A pause is called for while the clock is ahead.");
            },
        };
        await using var host = await JobsHost.StartAsync(database, renderer, time, weekly);
        await using var other = await LedgerProcess.StartAsync(database, time);

        time.AdjustTime(sunday.AddDays(1).AddHours(-6));
        var delayed = await host.SubmitAsync("begun while the clock was ahead");
        await WithinAMinuteAsync(() => Task.FromResult(!isFirst));
        var orphan = await other.SubmitAsync(LedgerProcess.Order with { Title = "lost while the clock was ahead" });
        await other.HandOutAsync();
        time.AdjustTime(sunday);

        await WithinAMinuteAsync(async () =>
            (await host.Ledger.FindAsync(delayed)).State == RequestState.Completed && (await host.Ledger.FindAsync(orphan)).State == RequestState.Completed);
        time.AdjustTime(new DateTimeOffset(sunday.Date.AddDays(1).AddHours(7), TimeSpan.Zero));
        await WithinAMinuteAsync(async () => (await host.Ledger.ListAsync()).Any(request => request.Number == "MCT-W-2026-48"));
    }

    private string Sqlite => $"Data Source={folder.FullName}/ledger.db";

    /// <summary>A minute passes in seconds until it is true; the work that it sets off runs on threads of its own.</summary>
    private async Task WithinAMinuteAsync(Func<Task<bool>> isTrue)
    {
        var end = time.GetTimestamp() + time.TimestampFrequency * 60;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await isTrue())
        {
            patience.Token.ThrowIfCancellationRequested();
            if (time.GetTimestamp() < end)
                time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
    }
}
