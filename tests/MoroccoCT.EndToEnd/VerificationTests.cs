using MoroccoCT.EndToEnd.Processes;

namespace MoroccoCT.EndToEnd;

public sealed class VerificationTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Data => folder.File("data");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_issued_briefing_is_genuine_and_up_to_date()
    {
        var file = await IssueAsync();
        var (exitCode, output, _) = await BuiltProgram.RunAsync("verify", file, "--data", Data);
        exitCode.ShouldBe(0, output);
        output.ShouldMatch(@"^Genuine: issued here as MCT-\d{4}-0001 and unchanged\.\n");
        output.ShouldContain("Up to date");
    }

    [Fact]
    public async Task A_briefing_with_one_byte_changed_is_altered()
    {
        var file = await IssueAsync();
        var bytes = await File.ReadAllBytesAsync(file);
        // A comment behind the end of the file: every reader shows the same pages.
        await File.WriteAllBytesAsync(file, [.. bytes, .. "\n%\n"u8]);
        var (exitCode, output, _) = await BuiltProgram.RunAsync("verify", file, "--data", Data);
        exitCode.ShouldBe(1);
        output.ShouldStartWith("Altered: it says it is ");
    }

    [Fact]
    public async Task A_briefing_from_elsewhere_is_not_issued_here()
    {
        var file = folder.File("elsewhere.pdf");
        (await BuiltProgram.RunAsync("render", "--sections", "regional", "--output", file)).ExitCode.ShouldBe(0);
        var (exitCode, output, _) = await BuiltProgram.RunAsync("verify", file, "--data", Data);
        exitCode.ShouldBe(1);
        output.ShouldStartWith("Not issued here: it says it is MCT-");
    }

    [Fact]
    public async Task A_stranger_s_file_is_no_briefing()
    {
        var file = folder.File("stranger.pdf");
        await File.WriteAllTextAsync(file, "%PDF-1.7 and nothing more");
        var (exitCode, output, _) = await BuiltProgram.RunAsync("verify", file, "--data", Data);
        exitCode.ShouldBe(1);
        output.ShouldStartWith("No briefing");
    }

    [Fact]
    public async Task A_section_rewritten_since_supersedes_the_briefing_and_is_named()
    {
        var file = await IssueAsync();
        var templates = folder.File("templates");
        Library.CopyTo(templates);
        var section = Path.Combine(templates, "sections", "regional", "en.md");
        await File.WriteAllTextAsync(section, (await File.ReadAllTextAsync(section)).Replace("title: Regional cooperation", "title: Cooperation in the region", StringComparison.Ordinal));

        var (exitCode, output, _) = await BuiltProgram.RunAsync("verify", file, "--data", Data, "--templates", templates);
        exitCode.ShouldBe(0, output);
        output.ShouldContain("Superseded. Since it was made:\n- the section 'Regional cooperation' was rewritten");
    }

    private async Task<string> IssueAsync()
    {
        await using var service = await ServiceProcess.StartAsync(Data);
        var id = (await service.SubmitAsync(new { sections = new[] { "regional" }, numbered = true })).GetProperty("id").GetString()!;
        (await service.FinishedAsync(id)).GetProperty("state").GetString().ShouldBe("completed");
        var file = folder.File("issued.pdf");
        await File.WriteAllBytesAsync(file, await service.Http.GetByteArrayAsync($"/api/requests/{id}/document"));
        return file;
    }
}
