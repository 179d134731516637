using System.Net.Http.Json;
using System.Text.Json;
using MoroccoCT.EndToEnd.Processes;

namespace MoroccoCT.EndToEnd;

public sealed class RestartTests : IDisposable
{
    private const int Requests = 12;

    private readonly TemporaryFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task Requests_that_wait_or_render_when_the_power_fails_are_all_completed_once_after_the_restart()
    {
        var ids = new List<string>();
        await using (var service = await ServiceProcess.StartAsync(data.Path, ("Typesetting:Engines", "1")))
        {
            for (var i = 0; i < Requests; i++)
                ids.Add(Id(await service.SubmitAsync(Order(i))));
            await service.FinishedAsync(ids[0]);
            await service.KillAsync();
        }

        await using var restarted = await ServiceProcess.StartAsync(data.Path);
        for (var i = 0; i < Requests; i++)
        {
            var request = await restarted.FinishedAsync(ids[i]);
            request.GetProperty("state").GetString().ShouldBe("completed", request.ToString());
            var document = await restarted.Http.GetByteArrayAsync($"/api/v1/requests/{ids[i]}/document");
            Pdf.Title(document).ShouldBe(Title(i));
        }

        var all = (await restarted.Http.GetFromJsonAsync<JsonElement>($"/api/v1/requests?limit={2 * Requests}")).GetProperty("items").EnumerateArray().ToList();
        all.Select(Id).ShouldBe(ids.AsEnumerable().Reverse());
        all.Select(request => request.GetProperty("sha256").GetString()).Distinct().Count().ShouldBe(Requests);
        all.Select(request => request.GetProperty("number").GetString()).Distinct().Count().ShouldBe(Requests);
    }

    [Fact]
    public async Task A_finished_document_is_there_after_a_restart_byte_for_byte()
    {
        byte[] before;
        string id;
        await using (var service = await ServiceProcess.StartAsync(data.Path))
        {
            id = Id(await service.SubmitAsync(Order(0)));
            await service.FinishedAsync(id);
            before = await service.Http.GetByteArrayAsync($"/api/v1/requests/{id}/document");
            await service.KillAsync();
        }

        await using var restarted = await ServiceProcess.StartAsync(data.Path);
        (await restarted.Http.GetByteArrayAsync($"/api/v1/requests/{id}/document")).ShouldBe(before);
        (await restarted.FindAsync(id)).GetProperty("attempts").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task An_engine_that_is_killed_while_it_sets_a_document_costs_one_attempt_and_no_request()
    {
        // One document takes seconds, so that its engine is surely at work when it dies.
        ShippedLibrary.CopySlowTo(data.File("templates"), "unhurried");
        await using var service = await ServiceProcess.StartAsync(
            data.File("data"), ("Library:Folder", data.File("templates")), ("Typesetting:Engines", "1"), ("Jobs:RetryDelays:0", "00:00:01"));
        // The first one starts the engine, so that there is a process to kill.
        await service.FinishedAsync(Id(await service.SubmitAsync(Order(0))));

        var id = Id(await service.SubmitAsync(new { sections = new[] { "regional" }, title = "An unhurried document" }));
        while ((await service.FindAsync(id)).GetProperty("state").GetString() == "queued")
            await Task.Yield();
        var engine = new EngineWork(service.Engines().ShouldHaveSingleItem());
        await engine.BegunAsync();
        await BuiltProgram.SignalAsync("KILL", engine.ProcessId);

        var request = await service.FinishedAsync(id);
        request.GetProperty("state").GetString().ShouldBe("completed", request.ToString());
        request.GetProperty("attempts").GetInt32().ShouldBe(2);
        Pdf.Title(await service.Http.GetByteArrayAsync($"/api/v1/requests/{id}/document")).ShouldBe("An unhurried document");
    }

    private static object Order(int i) => new { sections = new[] { "domestic", "us-cooperation", "regional" }, title = Title(i), depth = "full" };

    private static string Title(int i) => $"Restart drill {i}";

    private static string Id(JsonElement request) => request.GetProperty("id").GetString()!;
}
