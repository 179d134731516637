using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using MoroccoCT.Typesetting;
using static MoroccoCT.Tests.Typesetting.TestEngines;

namespace MoroccoCT.Tests.Typesetting;

/// <summary>How engines come and go.</summary>
public sealed class EngineLifeTests
{
    [Fact]
    public async Task Engines_start_only_when_they_are_needed()
    {
        await using var pool = Start(options => options.Engines = 4);
        pool.Counters.Started.ShouldBe(0);

        await pool.TypesetAsync(Job("One."), None);
        await pool.TypesetAsync(Job("Two."), None);

        pool.Counters.ShouldBe(new EngineCounters(Engines: 4, Busy: 0, Idle: 1, Waiting: 0, Started: 1, Recycled: 0, Failed: 0, Completed: 2));
    }

    [Fact]
    public async Task An_engine_makes_way_after_its_number_of_documents()
    {
        await using var pool = StartFake(options => options.RecycleAfterDocuments = 2);

        for (var document = 0; document < 5; document++) await pool.TypesetAsync(FakeJob("answer"), None);

        pool.Counters.Recycled.ShouldBe(2);
        pool.Counters.Started.ShouldBe(3);
        pool.Counters.Failed.ShouldBe(0);
    }

    [Fact]
    public async Task An_engine_that_has_grown_makes_way()
    {
        await using var pool = Start(options => options.RecycleAboveMiB = 128);

        await pool.TypesetAsync(Job("Short."), None);
        pool.Counters.Recycled.ShouldBe(0);
        await pool.TypesetAsync(Job("#lorem(100000)"), None);

        pool.Counters.Recycled.ShouldBe(1);
        pool.Counters.Idle.ShouldBe(0);
    }

    [Fact]
    public async Task Health_is_a_real_document()
    {
        await using var pool = Start();

        var health = await pool.CheckAsync(None);

        (health.Status, health.EngineVersion, health.Problem).ShouldBe((EngineStatus.Healthy, "Typst 0.14.2", null));
        health.Elapsed.ShouldBeGreaterThan(TimeSpan.Zero);
        pool.Counters.Completed.ShouldBe(0);
    }

    [Fact]
    public async Task A_check_leaves_the_layout_in_place()
    {
        await using var pool = Start();
        var job = Job("Text.");
        var before = await pool.TypesetAsync(job, None);

        (await pool.CheckAsync(None)).Status.ShouldBe(EngineStatus.Healthy);

        (await pool.TypesetAsync(job, None)).Content.ShouldBe(before.Content);
        pool.Counters.Started.ShouldBe(1);
    }

    [Fact]
    public async Task Without_Node_the_message_says_what_to_install()
    {
        await using var pool = Start(options => options.NodePath = "no-such-node");

        var health = await pool.CheckAsync(None);

        health.Status.ShouldBe(EngineStatus.Failing);
        health.Problem!.ShouldContain("Node.js 20.12 or newer");
        health.Problem!.ShouldContain("no-such-node");
    }

    [Fact]
    public async Task A_program_that_is_not_Node_is_told_apart()
    {
        await using var pool = Start(options => options.NodePath = "true");

        (await pool.CheckAsync(None)).Problem!.ShouldContain("Node.js 20.12 or newer");
    }

    [Fact]
    public async Task Without_its_package_the_engine_says_what_to_install()
    {
        var folder = Directory.CreateTempSubdirectory("host-");
        var host = Path.GetDirectoryName(new TypesettingOptions().HostScript)!;
        foreach (var file in Directory.GetFiles(host, "*.mjs")) File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
        await using var pool = Start(options => options.HostScript = Path.Combine(folder.FullName, "host.mjs"));

        var failure = await Should.ThrowAsync<EngineFailedException>(() => pool.TypesetAsync(Job("Text."), None));

        failure.Fault.ShouldBe(EngineFault.Unavailable);
        failure.Message.ShouldContain("Cannot find package '@myriaddreamin/typst-ts-node-compiler'");
        failure.Message.ShouldContain("npm ci");
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_missing_host_or_font_folder_is_named()
    {
        await using var pool = Start(options => options.FontsFolder = "/no/such/fonts");

        (await pool.CheckAsync(None)).Problem!.ShouldContain("/no/such/fonts");
    }

    [Fact]
    public async Task An_engine_that_does_not_get_ready_is_given_up()
    {
        var folder = Directory.CreateTempSubdirectory("host-");
        var script = Path.Combine(folder.FullName, "host.mjs");
        await File.WriteAllTextAsync(script, "setInterval(() => {}, 1000);");
        var time = new FakeTimeProvider();
        await using var pool = Start(options => (options.HostScript, options.Deadline) = (script, TimeSpan.FromDays(1)), time);
        var document = pool.TypesetAsync(Job("Text."), None);

        await Until(() =>
        {
            time.Advance(TimeSpan.FromSeconds(60));
            return document.IsCompleted;
        });

        var failure = await Should.ThrowAsync<EngineFailedException>(() => document);
        failure.Fault.ShouldBe(EngineFault.DeadlineExceeded);
        failure.Message.ShouldContain("not ready within 60 seconds");
        folder.Delete(recursive: true);
    }

    [Fact]
    public void The_defaults_are_within_their_ranges()
    {
        var options = new TypesettingOptions();

        Should.NotThrow(() => Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true));
        options.Deadline = TimeSpan.FromHours(1);
        Should.Throw<ValidationException>(() => Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true));
    }

    // A shell stands in for the service, since a test cannot kill its own process. The engine's input stays
    // open all the time, so it is the changed parent that ends it.
    [Fact]
    public async Task An_engine_whose_service_was_killed_ends_in_the_middle_of_a_document()
    {
        using var folder = new EngineFolder();
        folder.Prepare();
        var options = new TypesettingOptions();
        var start = new ProcessStartInfo("sh", ["-c", """
            exec 3<&0
            node "$0" --parent=$$ --workspace="$1" --fonts="$2" --kept-cache-age=10 <&3 &
            echo $! >&2
            wait
            """, options.HostScript, folder.Workspace, options.FontsFolder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var service = Process.Start(start)!;
        var engine = int.Parse((await service.StandardError.ReadLineAsync(None))!);
        await EngineFrames.ReadAsync(service.StandardOutput.BaseStream, 0, None);
        var job = EndlessJob;
        var request = new EngineRequest("typeset", 1) { Main = job.Main, Layout = [job.Main] };
        await EngineFrames.WriteAsync(service.StandardInput.BaseStream, request, [job.Layout.Files[job.Main]], None);
        IsRunning(engine).ShouldBeTrue();

        service.Kill();

        try
        {
            await Until(() => !IsRunning(engine));
        }
        finally
        {
            if (IsRunning(engine)) Process.GetProcessById(engine).Kill();
        }
    }
}
