using System.Net;
using MoroccoCT.EndToEnd.Processes;

namespace MoroccoCT.EndToEnd;

public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Render_writes_the_file_and_one_line_about_it()
    {
        var file = folder.File("briefing.pdf");
        var (exitCode, output, error) = await BuiltProgram.RunAsync(
            "render", "--sections", "domestic,regional", "--topics", "bcij", "--date", "2026-11-22", "--title", "Two sections", "--output", file);

        exitCode.ShouldBe(0, error);
        output.ShouldMatch($@"^{file}  \d+ pages  \d+ KiB  \d+\.\d\d s  sha256:[0-9a-f]{{64}}\n$");
        var pdf = await File.ReadAllBytesAsync(file);
        output.ShouldContain(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(pdf)));
        Pdf.Title(pdf).ShouldBe("Two sections");
        Pdf.Text(pdf).Replace('\u00A0', ' ').ShouldContain("22 November 2026");
        Directory.GetFiles(folder.Path).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Render_gives_the_same_bytes_each_time()
    {
        string[] order = ["render", "--sections", "us-cooperation", "--depth", "full", "--language", "ar", "--date", "2026-11-22", "--output"];
        (await BuiltProgram.RunAsync([.. order, folder.File("one.pdf")])).ExitCode.ShouldBe(0);
        (await BuiltProgram.RunAsync([.. order, folder.File("two.pdf")])).ExitCode.ShouldBe(0);
        (await File.ReadAllBytesAsync(folder.File("two.pdf"))).ShouldBe(await File.ReadAllBytesAsync(folder.File("one.pdf")));
    }

    [Theory]
    [InlineData("--sections", "domestic,nowhere", "--sections: Unknown section 'nowhere'. Valid: domestic, us-cooperation, regional.")]
    [InlineData("--sections", "", "--sections: No section is chosen. Choose at least one of: domestic, us-cooperation, regional.")]
    [InlineData("--topics", "moon", "--topics: Unknown topic 'moon'. Valid: ")]
    [InlineData("--topics", "gctf", "--topics: Topic 'gctf' belongs to section 'regional', which is not chosen.")]
    [InlineData("--language", "de", "--language: Unknown language 'de'. Valid: en, fr, ar.")]
    [InlineData("--paper", "a5", "--paper: Unknown value 'a5'. Valid: a4, letter.")]
    [InlineData("--depth", "deep", "--depth: Unknown value 'deep'. Valid: summary, short, standard, full.")]
    [InlineData("--profile", "print", "--profile: Unknown value 'print'. Valid: accessible, archive.")]
    [InlineData("--marking", "TLP:WHITE", "--marking: Unknown marking 'TLP:WHITE'. Valid: TLP:CLEAR, ")]
    [InlineData("--date", "22.11.2026", "--date: '22.11.2026' is no date. Write yyyy-MM-dd")]
    [InlineData("--title", "two\nlines", "--title: The text holds the control character U+000A.")]
    [InlineData("--output", "/no/such/folder/briefing.pdf", "--output: '/no/such/folder/briefing.pdf' cannot be written")]
    [InlineData("--nonsense", "x", "Unrecognized command or argument '--nonsense'.")]
    public async Task A_wrong_option_is_named_in_one_line_and_leaves_no_file(string option, string value, string line)
    {
        var arguments = new Dictionary<string, string> { ["--sections"] = "domestic", ["--output"] = folder.File("briefing.pdf") };
        arguments[option] = value;

        var (exitCode, output, error) = await BuiltProgram.RunAsync(["render", .. arguments.SelectMany(pair => new[] { pair.Key, pair.Value })]);

        exitCode.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldStartWith(line);
        error.TrimEnd('\n').ShouldNotContain("\n");
        Directory.GetFiles(folder.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1, "check", "--templates", "")]
    [InlineData(2, "--data", "")]
    [InlineData(2, "--urls", "http://localhost\n12:00:00 ERR The ledger is gone\u001b[2J\u202e")]
    [InlineData(2, "render", "--sections", "nowhere\n", "--topics", "\u001b[31m", "--title", "two\nlines", "--output", "x.pdf")]
    [InlineData(2, "schedule", "run", "no\nsuch")]
    [InlineData(2, "--no\nsuch")]
    public async Task Whatever_goes_wrong_is_one_line_that_nobody_else_writes(int exitCode, params string[] arguments)
    {
        var (code, output, error) = await BuiltProgram.RunAsync(arguments.Contains("--data") ? arguments : [.. arguments, .. DataFor(arguments)]);

        code.ShouldBe(exitCode, error);
        output.ShouldNotContain("   at ");
        error.ShouldEndWith("\n");
        error[..^1].ShouldNotBeEmpty();
        error[..^1].ShouldNotContain(c => char.IsControl(c) || c == '\u202e');
    }

    [Fact]
    public async Task Where_it_went_wrong_is_in_the_log_at_debug_level()
    {
        using var process = BuiltProgram.Start(["check", "--templates", ""], ("Serilog:MinimumLevel:Default", "Debug"));
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        error.ShouldContain("DBG The command ended with a fault");
        error.ShouldContain("   at MoroccoCT.");
    }

    [Fact]
    public async Task An_empty_summary_is_refused_in_one_line()
    {
        var (exitCode, _, error) = await BuiltProgram.RunAsync(
            "render", "--sections", "domestic", "--topics", "terrorist-financing", "--depth", "summary", "--output", folder.File("briefing.pdf"));

        exitCode.ShouldBe(2);
        error.ShouldStartWith("--depth: A summary shows key points and dated events, and what is chosen has neither.");
        error.TrimEnd('\n').ShouldNotContain("\n");
        Directory.GetFiles(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_engine_that_cannot_start_exits_with_3_and_leaves_no_file()
    {
        using var process = BuiltProgram.Start(["render", "--sections", "domestic", "--output", folder.File("briefing.pdf")],
            ("Typesetting:NodePath", "/no/such/node"));
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        process.ExitCode.ShouldBe(3);
        error.ShouldContain("Node.js");
        Directory.GetFiles(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_layout_that_excludes_readers_exits_with_3_names_the_place_and_leaves_no_file()
    {
        ShippedLibrary.CopyTo(folder.File("templates"));
        var layout = folder.File("templates/layouts/briefing.typ");
        await File.AppendAllTextAsync(layout, "\n#figure(rect())\n");
        var line = (await File.ReadAllLinesAsync(layout)).Length;

        var (exitCode, output, error) = await BuiltProgram.RunAsync(
            "render", "--templates", folder.File("templates"), "--sections", "domestic", "--output", folder.File("briefing.pdf"));

        exitCode.ShouldBe(3);
        output.ShouldBeEmpty();
        error.ShouldStartWith($"briefing.typ:{line}: PDF/UA-1 error: missing alt text");
        Directory.GetFiles(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Check_finds_the_shipped_library_sound()
    {
        var (exitCode, output, _) = await BuiltProgram.RunAsync("check");
        exitCode.ShouldBe(0, output);
        output.ShouldStartWith("The library is sound: 3 sections, ");
    }

    [Fact]
    public async Task A_broken_library_fails_the_check_and_stops_the_service_with_the_same_messages()
    {
        ShippedLibrary.CopyTo(folder.File("templates"));
        var section = folder.File("templates/sections/regional/en.md");
        await File.AppendAllTextAsync(section, "\nA claim that nobody made.\n");
        var line = $"sections/regional/en.md:{(await File.ReadAllLinesAsync(section)).Length}: a paragraph without a citation – ";

        var check = await BuiltProgram.RunAsync("check", "--templates", folder.File("templates"));
        check.ExitCode.ShouldBe(1);
        check.Output.ShouldContain(line);

        var serve = await BuiltProgram.RunAsync("--templates", folder.File("templates"), "--data", folder.File("data"), "--urls", "http://127.0.0.1:0");
        serve.ExitCode.ShouldBe(1);
        serve.Error.ShouldContain(line);
    }

    [Fact]
    public async Task A_service_that_others_can_reach_asks_who_calls()
    {
        await using var service = await ServiceProcess.StartAtAsync("http://0.0.0.0:0", folder.File("data"));

        using var http = new HttpClient();
        var address = new Uri($"http://127.0.0.1:{service.Http.BaseAddress!.Port}/api/v1/requests");
        (await http.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task There_is_no_way_round_sign_in()
    {
        var (exitCode, _, error) = await BuiltProgram.RunAsync("--data", folder.File("data"), "--urls", "http://127.0.0.1:0", "--insecure-bind");

        exitCode.ShouldBe(2);
        error.ShouldContain("--insecure-bind");
    }

    [Fact]
    public async Task A_worker_refuses_a_ledger_that_only_one_process_can_work_through()
    {
        var (exitCode, _, error) = await BuiltProgram.RunAsync("worker", "--data", folder.File("data"));
        exitCode.ShouldBe(2);
        error.ShouldStartWith("worker: The ledger is an SQLite file");
        error.ShouldContain("Ledger:ConnectionString");
    }

    [Fact]
    public async Task A_schedule_run_twice_makes_one_edition()
    {
        var first = await BuiltProgram.RunAsync("schedule", "run", "weekly", "--data", folder.File("data"));
        first.ExitCode.ShouldBe(0, first.Error);
        first.Output.ShouldMatch(@"^MCT-W-\d{4}-\d\d  en  \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d  \d+ pages?  sha256:[0-9a-f]{64}\n$");

        var second = await BuiltProgram.RunAsync("schedule", "run", "weekly", "--data", folder.File("data"));
        second.ExitCode.ShouldBe(0, second.Error);
        second.Output.ShouldBe(first.Output.TrimEnd('\n') + "  (made before)\n");
    }

    [Fact]
    public async Task A_schedule_with_a_fault_stops_the_service_and_names_the_setting()
    {
        using var process = BuiltProgram.Start(["--data", folder.File("data"), "--urls", "http://127.0.0.1:0"], ("Schedules:0:Cron", "0 7 * * 9"));
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(2);
        error.ShouldContain("Schedules:0:Cron: '0 7 * * 9'");
    }

    private string[] DataFor(string[] arguments) => arguments[0] is "render" or "check" ? [] : ["--data", folder.File("data")];
}
