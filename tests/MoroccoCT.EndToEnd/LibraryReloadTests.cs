using System.Net.Http.Json;
using MoroccoCT.EndToEnd.Processes;

namespace MoroccoCT.EndToEnd;

public sealed class LibraryReloadTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_change_is_taken_up_and_a_broken_one_leaves_the_last_good_library_with_a_warning()
    {
        var templates = folder.File("templates");
        ShippedLibrary.CopyTo(templates);
        var section = Path.Combine(templates, "sections", "regional", "en.md");
        var good = await File.ReadAllTextAsync(section);
        await using var service = await ServiceProcess.StartAsync(folder.File("data"), ("Library:Folder", templates), ("Library:LookEvery", "00:00:00.100"));

        await File.WriteAllTextAsync(section, good.Replace("title: Regional cooperation", "title: Cooperation in the region", StringComparison.Ordinal));
        await LibraryAsync(service, library => library.Contains("Cooperation in the region", StringComparison.Ordinal));

        await File.WriteAllTextAsync(section, good.Replace("title: Regional cooperation", "title: Broken", StringComparison.Ordinal)
            + "\nA claim without a source.\n");
        await HealthAsync(service, health => health.Contains("sections/regional/en.md", StringComparison.Ordinal));
        (await service.Http.GetStringAsync("/api/v1/library")).ShouldContain("Cooperation in the region");
        (await service.Http.GetStringAsync("/")).ShouldContain("a paragraph without a citation");
        var id = (await service.SubmitAsync(new { sections = new[] { "regional" } })).GetProperty("id").GetString()!;
        (await service.FinishedAsync(id)).GetProperty("state").GetString().ShouldBe("completed");

        await File.WriteAllTextAsync(section, good);
        await LibraryAsync(service, library => library.Contains("Regional cooperation", StringComparison.Ordinal));
        (await service.Http.GetStringAsync("/health/ready")).ShouldNotContain("sections/regional/en.md");
    }

    [Fact]
    public async Task A_schedule_whose_topic_the_library_loses_is_flagged_at_once_and_not_on_its_day()
    {
        var templates = folder.File("templates");
        ShippedLibrary.CopyTo(templates);
        await using var service = await ServiceProcess.StartAsync(folder.File("data"), ("Library:Folder", templates), ("Library:LookEvery", "00:00:00.100"));
        using var made = await service.Http.PostAsJsonAsync("/api/v1/schedules", new
        {
            name = "prisons",
            order = new { sections = new[] { "us-cooperation" }, topics = new[] { "prisons" } },
            cron = "0 7 * * 1",
            timeZone = "UTC",
            series = "P",
        });
        made.EnsureSuccessStatusCode();
        (await service.Http.GetStringAsync("/api/v1/schedules/prisons")).ShouldContain("\"problems\":[]");

        foreach (var file in Directory.EnumerateFiles(templates, "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(templates, "*.yaml")))
            await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("prisons", "penitentiaries", StringComparison.Ordinal));

        await UntilAsync(
            service, "/api/v1/schedules/prisons", schedule => schedule.Contains("order.topics: Unknown topic 'prisons'", StringComparison.Ordinal));
        await HealthAsync(service, health => health.Contains("schedule(s) cannot make their next edition, first prisons", StringComparison.Ordinal));
        (await service.Http.GetStringAsync("/schedules/prisons")).ShouldContain("its next edition cannot be made");
    }

    private static Task LibraryAsync(ServiceProcess service, Func<string, bool> holds) => UntilAsync(service, "/api/v1/library", holds);

    private static Task HealthAsync(ServiceProcess service, Func<string, bool> holds) => UntilAsync(service, "/health/ready", holds);

    /// <summary>Asks until the answer holds; the request itself is the wait.</summary>
    private static async Task UntilAsync(ServiceProcess service, string path, Func<string, bool> holds)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!holds(await service.Http.GetStringAsync(path, deadline.Token)))
            deadline.Token.ThrowIfCancellationRequested();
    }
}
