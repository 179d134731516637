using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using MoroccoCT.EndToEnd.Processes;

namespace MoroccoCT.EndToEnd;

public sealed class VerificationTests(IssuedBriefing issued) : IClassFixture<IssuedBriefing>, IDisposable
{
    private const string NameTreeLoop =
        "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 3 0 R>>>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n"
        + "3 0 obj\n<</Kids[3 0 R]>>\nendobj\ntrailer\n<</Size 4/Root 1 0 R>>\n%%EOF\n";

    private readonly TemporaryFolder folder = new();

    private string Data => folder.File("data");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_issued_briefing_is_genuine_and_up_to_date()
    {
        var (exitCode, output, _) = await BuiltProgram.RunAsync("verify", issued.File, "--data", issued.Data);
        exitCode.ShouldBe(0, output);
        output.ShouldMatch(@"^Genuine: issued here as MCT-\d{4}-0001 and unchanged\.\n");
        output.ShouldContain("\nIssued ");
        output.ShouldContain("\nUp to date: nothing it was made from has changed.\n");
    }

    [Fact]
    public async Task A_briefing_with_one_byte_changed_is_altered()
    {
        var file = folder.File("altered.pdf");
        var bytes = await File.ReadAllBytesAsync(issued.File);
        // A comment behind the end of the file: every reader shows the same pages.
        await File.WriteAllBytesAsync(file, [.. bytes, .. "\n%\n"u8]);
        var (exitCode, output, _) = await BuiltProgram.RunAsync("verify", file, "--data", issued.Data);
        exitCode.ShouldBe(1);
        output.ShouldStartWith("Altered: it says it is ");
        ShouldOnlyReportTheClaim(output);
    }

    [Fact]
    public async Task A_program_is_told_of_freshness_only_for_a_genuine_file()
    {
        var file = await File.ReadAllBytesAsync(issued.File);
        await using var service = await ServiceProcess.StartAsync(issued.Data);

        var genuine = await VerifyAsync(service, file);
        var altered = await VerifyAsync(service, [.. file, .. "\n%\n"u8]);

        genuine.GetProperty("isSuperseded").GetBoolean().ShouldBeFalse();
        genuine.GetProperty("changes").GetArrayLength().ShouldBe(0);
        altered.GetProperty("verdict").GetString().ShouldBe("altered");
        altered.GetProperty("isSuperseded").ValueKind.ShouldBe(JsonValueKind.Null);
        altered.GetProperty("changes").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_briefing_from_elsewhere_is_not_issued_here()
    {
        var file = folder.File("elsewhere.pdf");
        (await BuiltProgram.RunAsync("render", "--sections", "regional", "--output", file)).ExitCode.ShouldBe(0);
        var (exitCode, output, _) = await BuiltProgram.RunAsync("verify", file, "--data", issued.Data);
        exitCode.ShouldBe(1);
        output.ShouldStartWith("Not issued here: it says it is MCT-");
        ShouldOnlyReportTheClaim(output);
    }

    [Theory]
    [InlineData("A letter.", "No PDF: ")]
    [InlineData("%PDF-1.7 and nothing more", "Damaged: ")]
    public async Task What_cannot_be_read_as_a_pdf_is_told_so(string content, string verdict)
    {
        var file = folder.File("stranger.pdf");
        await File.WriteAllTextAsync(file, content);
        var (exitCode, output, _) = await BuiltProgram.RunAsync("verify", file, "--data", issued.Data);
        exitCode.ShouldBe(1);
        output.ShouldStartWith(verdict);
    }

    [Fact]
    public async Task A_file_that_ends_its_reader_is_told_to_be_damaged_or_hostile()
    {
        var file = folder.File("hostile.pdf");
        await File.WriteAllTextAsync(file, NameTreeLoop);
        var (exitCode, output, error) = await BuiltProgram.RunAsync("verify", file, "--data", issued.Data);
        exitCode.ShouldBe(1);
        output.ShouldStartWith("Damaged or hostile: not checked.");
        error.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_too_large_to_be_a_briefing_is_refused_in_one_line()
    {
        var file = folder.File("large.pdf");
        await using (var content = File.Create(file))
            content.SetLength(20_000_001);
        var (exitCode, output, error) = await BuiltProgram.RunAsync("verify", file, "--data", issued.Data);
        exitCode.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldBe($"file: '{file}' is no briefing. A file to be checked has at most 20 MB; a long briefing takes about a quarter of a megabyte.\n");
    }

    [Fact]
    public async Task The_program_finds_its_reader_also_when_nobody_calls_it_through_dotnet()
    {
        var built = Path.Combine(AppContext.BaseDirectory, "MoroccoCT");
        var start = new ProcessStartInfo(built, ["verify", issued.File, "--data", issued.Data]) { UseShellExecute = false, RedirectStandardOutput = true };
        using var program = Process.Start(start)!;
        var output = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();
        output.ShouldStartWith("Genuine: ");
        output.ShouldContain("\nUp to date: ");
    }

    [Fact]
    public async Task The_reader_is_no_command_for_people() => (await BuiltProgram.RunAsync("--help")).Output.ShouldNotContain("read-manifest");

    [Fact]
    public async Task A_briefing_that_was_cut_short_is_damaged()
    {
        var file = folder.File("short.pdf");
        var bytes = await File.ReadAllBytesAsync(issued.File);
        await File.WriteAllBytesAsync(file, bytes[..(bytes.Length / 2)]);
        var (exitCode, output, _) = await BuiltProgram.RunAsync("verify", file, "--data", issued.Data);
        exitCode.ShouldBe(1);
        output.ShouldStartWith("Damaged: ");
    }

    [Fact]
    public async Task A_section_rewritten_since_supersedes_the_briefing_and_is_named()
    {
        var templates = folder.File("templates");
        ShippedLibrary.CopyTo(templates);
        var section = Path.Combine(templates, "sections", "regional", "en.md");
        await File.WriteAllTextAsync(section, (await File.ReadAllTextAsync(section))
            .Replace("title: Regional cooperation", "title: Cooperation in the region", StringComparison.Ordinal));

        var (exitCode, output, _) = await BuiltProgram.RunAsync("verify", issued.File, "--data", issued.Data, "--templates", templates);
        exitCode.ShouldBe(0, output);
        output.ShouldContain("Superseded. Since it was made:\n- the section 'Regional cooperation' was rewritten");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_a_ledger_nothing_is_told_and_nothing_is_made(bool folderExists)
    {
        var file = folder.File("stranger.pdf");
        await File.WriteAllTextAsync(file, "%PDF-1.7 and nothing more");
        if (folderExists)
            Directory.CreateDirectory(Data);

        var (exitCode, output, error) = await BuiltProgram.RunAsync("verify", file, "--data", Data);

        exitCode.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldBe($"--data: there is no ledger in '{Data}': {Path.Combine(Data, "ledger.db")} does not exist. "
            + "Name the data folder of the service that issues briefings.\n");
        Directory.Exists(Data).ShouldBe(folderExists);
        if (folderExists)
            Directory.EnumerateFileSystemEntries(Data).ShouldBeEmpty();
    }

    private static void ShouldOnlyReportTheClaim(string output)
    {
        output.ShouldContain("\nBy its own account, which is not confirmed: issued ");
        output.ShouldNotContain("Up to date");
        output.ShouldNotContain("Superseded");
    }

    private static async Task<JsonElement> VerifyAsync(ServiceProcess service, byte[] file)
    {
        using var body = new ByteArrayContent(file);
        body.Headers.ContentType = new("application/pdf");
        using var answer = await service.Http.PostAsync("/api/v1/verify", body);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}

/// <summary>A desk that has issued one briefing and is closed.</summary>
public sealed class IssuedBriefing : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public string Data => folder.File("data");

    public string File => folder.File("issued.pdf");

    public async Task InitializeAsync()
    {
        await using var service = await ServiceProcess.StartAsync(Data);
        var id = (await service.SubmitAsync(new { sections = new[] { "regional" }, numbered = true })).GetProperty("id").GetString()!;
        (await service.FinishedAsync(id)).GetProperty("state").GetString().ShouldBe("completed");
        await System.IO.File.WriteAllBytesAsync(File, await service.Http.GetByteArrayAsync($"/api/v1/requests/{id}/document"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => folder.Dispose();
}
