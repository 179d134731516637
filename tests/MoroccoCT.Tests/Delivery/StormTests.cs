using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MoroccoCT.Audit;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Delivery;
using MoroccoCT.Requests;
using MoroccoCT.Schedules;
using MoroccoCT.Storage;
using MoroccoCT.Tests.Fixtures;
using MoroccoCT.Tests.Requests;
using Npgsql;
using Xunit.Abstractions;

namespace MoroccoCT.Tests.Delivery;

/// <summary>
/// Three workers on PostgreSQL that die at any step, and a database that loses its connections and ends: nothing of what was ordered is lost, and nothing is
/// made or sent twice.
/// </summary>
public sealed class StormTests(PostgresServer postgres, ITestOutputHelper output) : IClassFixture<PostgresServer>, IAsyncLifetime
{
    private const int Orders = 300;
    private const int Schedules = 20;
    private const int Readers = 40;
    private const int Workers = 3;
    private const int MostRounds = 150;

    private readonly JumpingTime time = new(new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
    private readonly List<DeliveryProcess> workers = [];
    private readonly Random chance = new(11);
    private MailServer mail = null!;
    private string database = "";

    public async Task InitializeAsync()
    {
        mail = await MailServer.StartAsync();
        database = await postgres.CreateDatabaseAsync();
        for (var i = 0; i < Workers; i++)
            workers.Add(await StartAsync());
    }

    public async Task DisposeAsync()
    {
        foreach (var worker in workers)
            await worker.DisposeAsync();
        await mail.DisposeAsync();
    }

    [Fact]
    public async Task Of_orders_editions_and_mails_none_is_lost_and_none_doubled_while_workers_and_the_database_die()
    {
        for (var i = 0; i < Schedules; i++)
            await workers[0].Get<ScheduleKeeping>().AddAsync($"s{i}", Daily(i), new("main", Marking.All[^1].Level), DeliveryProcess.Amina, default);
        await workers[0].Get<EditionMaker>().MakeMissingAsync(default);
        time.Advance(TimeSpan.FromDays(1));
        var ordered = 0;
        var rounds = 0;
        do
        {
            rounds.ShouldBeLessThan(MostRounds, "it comes to an end");
            using var over = new CancellationTokenSource();
            var storm = StormAsync(rounds, over.Token);
            var more = Enumerable.Range(ordered, Math.Min(60, Orders - ordered)).ToList();
            await Task.WhenAll([.. workers.Select(WorkAsync), .. more.Chunk(15).Select(OrderAsync)]);
            ordered += more.Count;
            await over.CancelAsync();
            await storm;
            if (chance.Next(4) == 0)
                await ReplaceAsync(chance.Next(Workers));
            time.Advance(DeliveryCare.Silence + TimeSpan.FromSeconds(1));
            rounds++;
        }
        while (ordered < Orders || !await IsOverAsync());

        await CheckAsync();
        output.WriteLine($"{rounds} rounds");
    }

    private async Task CheckAsync()
    {
        var all = await ReadAsync(ledger => ledger.Set<BriefingRequest>().ToListAsync());
        var rows = await ReadAsync(ledger => ledger.Deliveries.ToListAsync());
        var mails = mail.Mails.Select(one => one.MessageId!).ToList();
        all.Where(request => request.Schedule is null).Select(request => request.Key).Order()
            .ShouldBe(Enumerable.Range(0, Orders).Select(order => $"order:{order}").Order());
        all.Where(request => request.Schedule is not null).Select(request => request.Number).Distinct().Count().ShouldBe(Schedules);
        all.Count.ShouldBe(Orders + Schedules);
        all.ShouldAllBe(request => request.State == RequestState.Completed);
        all.Select(request => request.Sha256).ShouldBeUnique();
        rows.Count.ShouldBe(Schedules * Readers);
        rows.Select(row => (row.RequestId, row.Address)).ShouldBeUnique();
        mails.ShouldBeUnique("nobody got one twice");
        var accepted = rows.Count(row => row.State == DeliveryState.Accepted);
        var told = rows.Count(row => row.State == DeliveryState.Uncertain);
        (accepted + told).ShouldBe(rows.Count, "each arrived, or somebody is told that it may not have");
        mails.Count.ShouldBeInRange(accepted, accepted + told);
        accepted.ShouldBeGreaterThan(rows.Count / 2);
        output.WriteLine($"{accepted} accepted, {told} uncertain");
    }

    /// <summary>What one worker does in its time: each step may be its last.</summary>
    private async Task WorkAsync(DeliveryProcess worker)
    {
        await SurviveAsync(() => worker.Get<EditionMaker>().MakeMissingAsync(default));
        await SurviveAsync(() => MakeDocumentsAsync(worker));
        await SurviveAsync(() => worker.LookAsync());
        await SurviveAsync(() => SendAsync(worker));
    }

    private async Task MakeDocumentsAsync(DeliveryProcess worker)
    {
        var waiting = await ReadAsync(ledger => ledger.Set<BriefingRequest>()
            .Where(request => request.State == RequestState.Queued || request.State == RequestState.Rendering)
            .OrderBy(request => request.Id).Take(60).ToListAsync());
        foreach (var request in waiting)
        {
            // One that was given up by a worker who died comes to another with the same job.
            if (await worker.Get<RequestTransitions>().TakeAsync(request.Id, $"{request.Id}", default) is not { } taken || Dies())
                continue;
            var content = Encoding.UTF8.GetBytes($"%PDF {request.Id}");
            var hash = Convert.ToHexStringLower(SHA256.HashData(content));
            await worker.Get<RequestTransitions>().CompleteAsync(request.Id, taken.Attempts, new FinishedDocument(content, 1, hash, hash), default);
        }
    }

    private async Task SendAsync(DeliveryProcess worker)
    {
        await worker.Get<DeliveryHandout>().RunAsync(default);
        while (await worker.Rows.TakeAsync(10, default) is { Count: > 0 } taken)
        {
            foreach (var one in taken.Where(_ => !Dies()))
            {
                if (Dies())
                    await worker.Rows.HandOverAsync(one, default);
                else
                    await worker.Get<DeliverySender>().SendAsync(one, default);
            }
        }
    }

    /// <summary>As a client does that got no answer: again, with the same key.</summary>
    private async Task OrderAsync(IReadOnlyList<int> orders)
    {
        foreach (var order in orders)
        {
            for (var isIn = false; !isIn;)
            {
                isIn = await SurviveAsync(() => workers[order % Workers].Get<RequestSubmitter>().SubmitAsync(
                    LedgerProcess.Order, new(new Actor(Doors.Api), $"order:{order}"), default));
            }
        }
    }

    /// <summary>Connections break all the time, and every fourth round the server is ended at once and comes back. Meanwhile the clocks go on.</summary>
    private async Task StormAsync(int round, CancellationToken over)
    {
        if (round % 4 == 3)
        {
            await postgres.StopAsync();
            await postgres.StartAsync();
        }

        while (!over.IsCancellationRequested)
        {
            await SurviveAsync(() => ExecuteAsync(
                $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND random() < 0.2"));
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(50), CancellationToken.None);
        }
    }

    private bool Dies()
    {
        lock (chance)
            return chance.Next(25) == 0;
    }

    private async Task ReplaceAsync(int place)
    {
        await workers[place].DisposeAsync();
        workers[place] = await StartAsync();
    }

    private Task<DeliveryProcess> StartAsync() => DeliveryProcess.StartAsync(database, time, mail.Settings());

    private Task<bool> IsOverAsync() => ReadAsync(async ledger =>
        await ledger.Set<BriefingRequest>().AllAsync(request => request.State == RequestState.Completed)
        && await ledger.Deliveries.CountAsync() == Schedules * Readers
        && await ledger.Deliveries.AllAsync(row => row.State == DeliveryState.Accepted || row.State == DeliveryState.Uncertain));

    private async Task<T> ReadAsync<T>(Func<LedgerContext, Task<T>> read) => await workers[0].Get<LedgerStore>().ReadAsync(read, default);

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <returns>Whether it went through; a database that is away is no fault here.</returns>
    private static async Task<bool> SurviveAsync(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (Exception fault) when (fault is NpgsqlException or DbUpdateException or InvalidOperationException or AggregateException or TimeoutException)
        {
            return false;
        }
    }

    /// <summary>All of them at the same minute.</summary>
    private static ScheduleDefinition Daily(int number) => new()
    {
        Order = new() { Sections = ["domestic"] },
        Cron = "0 7 * * *",
        TimeZone = "Africa/Casablanca",
        Series = $"{(char)('A' + number)}",
        Recipients = [.. Enumerable.Range(0, Readers).Select(reader => new Recipient(DeliveryChannel.Mail, $"reader{reader}@ministry.example"))],
    };
}
