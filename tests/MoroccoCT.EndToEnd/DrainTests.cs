using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MoroccoCT.EndToEnd.Processes;
using MoroccoCT.Tests.Fixtures;

namespace MoroccoCT.EndToEnd;

/// <summary>A service that is told to stop finishes what is in work. The work takes longer than any of the frameworks would wait by itself.</summary>
public sealed class DrainTests(PostgresServer postgres) : IDisposable, IClassFixture<PostgresServer>
{
    private const string Slow = "Unhurried";

    private readonly TemporaryFolder folder = new();

    private string Data => folder.File("data");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_request_in_work_is_finished_before_the_service_ends(string signal)
    {
        string id;
        await using (var service = await StartAsync())
        {
            id = await BeginAsync(service);

            await service.SignalAsync(signal);

            (await service.EndedAsync()).ShouldBe(0);
        }

        await ShouldBeCompletedAtTheFirstAttemptAsync(id);
    }

    [Fact]
    public async Task Meanwhile_the_service_still_answers_takes_nothing_new_and_says_that_it_is_stopping()
    {
        string id;
        await using (var service = await StartAsync())
        {
            id = await BeginAsync(service);
            using var stream = await service.Http.GetAsync($"/api/v1/requests/{id}/events", HttpCompletionOption.ResponseHeadersRead);

            await service.SignalAsync("TERM");
            using var refused = await RefusedAsync(service);
            using var ready = await service.Http.GetAsync("/health/ready");

            refused.Headers.RetryAfter.ShouldNotBeNull();
            (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("title").GetString().ShouldBe("The service is stopping");
            ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await ready.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("checks").GetProperty("service").GetProperty("detail")
                .GetString()!.ShouldContain("is stopping");
            (await service.FindAsync(id)).GetProperty("state").GetString().ShouldBe("rendering");
            (await service.EndedAsync()).ShouldBe(0);
        }

        await ShouldBeCompletedAtTheFirstAttemptAsync(id);
    }

    [Fact]
    public async Task What_is_not_finished_in_time_goes_back_into_the_queue_and_the_service_ends_well()
    {
        string id;
        await using (var service = await StartAsync(("Jobs:DrainTimeout", "00:00:00")))
        {
            id = await BeginAsync(service);
            await service.SignalAsync("TERM");
            (await service.EndedAsync()).ShouldBe(0);
        }

        await using var next = await StartAsync();
        var request = await next.FinishedAsync(id);
        request.GetProperty("state").GetString().ShouldBe("completed", request.ToString());
        request.GetProperty("attempts").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task A_second_signal_ends_it_at_once()
    {
        await using var service = await StartAsync(("Jobs:DrainTimeout", "00:10:00"));
        await BeginAsync(service, Slow);
        await service.SignalAsync("TERM");
        using (await RefusedAsync(service))
            await service.SignalAsync("TERM");

        (await service.EndedAsync()).ShouldBe(143);
    }

    [Fact]
    public async Task A_worker_finishes_what_it_has_in_work()
    {
        var ledger = ("Ledger:ConnectionString", await postgres.CreateDatabaseAsync());
        await using var service = await StartAsync(ledger, ("Jobs:Workers", "1"));
        await using var worker = await ServiceProcess.StartWorkerAsync(folder.File("worker"), [.. Settings, ledger]);

        // The service has work of its own, so that the second request is the worker's, or the other way round.
        var ids = new[] { Id(await service.SubmitAsync(Order("Unhurried one"))), Id(await service.SubmitAsync(Order("Unhurried two"))) };
        await UntilAsync(async () => (await Task.WhenAll(ids.Select(service.FindAsync)))
            .All(request => request.GetProperty("state").GetString() == "rendering"));
        await worker.SignalAsync("TERM");

        (await worker.EndedAsync()).ShouldBe(0);
        foreach (var request in await Task.WhenAll(ids.Select(service.FinishedAsync)))
        {
            request.GetProperty("state").GetString().ShouldBe("completed", request.ToString());
            request.GetProperty("attempts").GetInt32().ShouldBe(1);
        }
    }

    [Fact]
    public async Task The_engines_folders_of_a_killed_service_are_cleared_by_the_next_and_those_of_a_living_one_stay()
    {
        var temporary = Directory.CreateDirectory(folder.File("tmp")).FullName;
        await using var living = await ServiceProcess.StartAsync(folder.File("living"), ("TMPDIR", temporary));
        var kept = Folders().ShouldHaveSingleItem();
        Directory.CreateDirectory(Path.Combine(temporary, "typesetting-of-somebody"));
        await using (var killed = await ServiceProcess.StartAsync(Data, ("TMPDIR", temporary)))
        {
            Folders().Count.ShouldBe(3);
            await killed.KillAsync();
        }

        await using var next = await ServiceProcess.StartAsync(Data, ("TMPDIR", temporary));

        Folders().Count.ShouldBe(3);
        Folders().ShouldContain(kept);
        Directory.Exists(Path.Combine(temporary, "typesetting-of-somebody")).ShouldBeTrue();

        List<string> Folders() => [.. Directory.EnumerateDirectories(temporary, "typesetting-*")];
    }

    private (string Name, string Value)[] Settings =>
        [("Library:Folder", folder.File("templates")), ("Typesetting:Engines", "1"), ("Jobs:DrainTimeout", "00:02:00")];

    private Task<ServiceProcess> StartAsync(params (string Name, string Value)[] settings)
    {
        if (!Directory.Exists(folder.File("templates")))
            ShippedLibrary.CopySlowTo(folder.File("templates"), Slow);
        return ServiceProcess.StartAsync(Data, [.. Settings, .. settings]);
    }

    /// <summary>A slow request that is in work.</summary>
    private static async Task<string> BeginAsync(ServiceProcess service, string title = Slow)
    {
        var id = Id(await service.SubmitAsync(Order(title)));
        await UntilAsync(async () => (await service.FindAsync(id)).GetProperty("state").GetString() == "rendering");
        return id;
    }

    /// <summary>Orders until one is refused because the service has seen the signal.</summary>
    private static async Task<HttpResponseMessage> RefusedAsync(ServiceProcess service)
    {
        HttpResponseMessage? answer = null;
        await UntilAsync(async () =>
        {
            answer?.Dispose();
            answer = await service.Http.PostAsJsonAsync("/api/v1/requests", Order("One more"));
            return answer.StatusCode == HttpStatusCode.ServiceUnavailable;
        });
        return answer!;
    }

    private static async Task UntilAsync(Func<Task<bool>> isTrue)
    {
        var start = Stopwatch.GetTimestamp();
        while (!await isTrue())
            Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    private async Task ShouldBeCompletedAtTheFirstAttemptAsync(string id)
    {
        await using var next = await StartAsync();
        var request = await next.FindAsync(id);
        request.GetProperty("state").GetString().ShouldBe("completed", request.ToString());
        request.GetProperty("attempts").GetInt32().ShouldBe(1);
    }

    private static object Order(string title) => new { sections = new[] { "regional" }, title };

    private static string Id(JsonElement request) => request.GetProperty("id").GetString()!;
}
