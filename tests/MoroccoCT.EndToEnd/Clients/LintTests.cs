using System.Text.Json;

namespace MoroccoCT.EndToEnd.Clients;

/// <summary>The description is judged by the rules that others recommend, warnings included.</summary>
[Collection(nameof(Workshop))]
public sealed class LintTests(Workshop workshop)
{
    [Fact]
    public async Task Redocly_finds_nothing_to_mend()
    {
        var report = await Workshop.NodeAsync(
            workshop.PathOf(""), "@redocly/cli/bin/cli.js", "lint", "--extends", "recommended", "--format", "json", workshop.Description);

        var totals = JsonDocument.Parse(report).RootElement.GetProperty("totals");
        (totals.GetProperty("errors").GetInt32(), totals.GetProperty("warnings").GetInt32()).ShouldBe((0, 0), report);
    }

    [Fact]
    public async Task Spectral_finds_nothing_to_mend()
    {
        var rules = workshop.PathOf("spectral.yaml");
        await File.WriteAllTextAsync(rules, "extends: [[\"spectral:oas\", recommended]]\n");

        var report = await Workshop.NodeAsync(
            workshop.PathOf(""), "@stoplight/spectral-cli/dist/index.js", "lint", "--ruleset", rules, "--fail-severity", "hint", workshop.Description);

        report.ShouldContain("No results");
    }
}
