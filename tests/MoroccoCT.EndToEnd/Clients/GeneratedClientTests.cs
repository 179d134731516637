using MoroccoCT.EndToEnd.Processes;

namespace MoroccoCT.EndToEnd.Clients;

/// <summary>
/// Clients as their makers make them, without a hand laid on them, order a briefing, wait for it, fetch it, have it checked, find it in the list and
/// read a refusal.
/// </summary>
[Collection(nameof(Workshop))]
public sealed class GeneratedClientTests(Workshop workshop)
{
    private const string Refusal = "400 Unknown section 'nothing'. Valid: domestic, us-cooperation, regional.";

    [Fact]
    public async Task NSwag_and_Kiota()
    {
        var folder = workshop.FolderOf("CSharp");
        File.Move(Path.Combine(folder, "Clients.csproj.xml"), Path.Combine(folder, "Clients.csproj"));
        await Workshop.RunAsync(folder, "dotnet", "tool", "restore");
        await Workshop.RunAsync(folder, "dotnet", "nswag", "openapi2csclient", $"/input:{workshop.Description}", "/output:NSwag.cs", "/namespace:ByNSwag",
            "/className:BriefingsClient", "/JsonLibrary:SystemTextJson");
        await Workshop.RunAsync(folder, "dotnet", "kiota", "generate", "-l", "CSharp", "-d", workshop.Description, "-o", "Kiota", "-n", "ByKiota",
            "-c", "BriefingsClient", "--exclude-backward-compatible");
        // What compiles must not go on in the background: it would keep this test waiting for its last word.
        await Workshop.RunAsync(folder, "dotnet", "build", "-c", "Release", "-v", "q", "-nodeReuse:false", "-p:UseSharedCompilation=false");

        foreach (var generator in new[] { "nswag", "kiota" })
        {
            var file = workshop.PathOf($"{generator}.pdf");
            var address = workshop.Service.Http.BaseAddress!.ToString();
            var said = await Workshop.RunAsync(folder, "dotnet", "bin/Release/net10.0/Clients.dll", generator, address, file);
            said.Trim().Split(Environment.NewLine).ShouldBe(["Completed Short 2 Genuine True", Refusal], generator);
            Pdf.Title(await File.ReadAllBytesAsync(file)).ShouldBe(generator == "nswag" ? "Made by NSwag’s client" : "Made by Kiota’s client");
        }
    }

    [Fact]
    public async Task TypeScript()
    {
        var folder = workshop.FolderOf("TypeScript");
        Workshop.GivePackagesTo(folder);
        await Workshop.NodeAsync(folder, "openapi-typescript/bin/cli.js", workshop.Description, "-o", "api.d.ts", "--default-non-nullable=false");
        await Workshop.NodeAsync(folder, "typescript/bin/tsc", "--project", ".");

        var file = workshop.PathOf("typescript.pdf");
        var said = await Workshop.RunAsync(folder, "node", "order.js", workshop.Service.Http.BaseAddress!.ToString().TrimEnd('/'), file);
        said.Trim().Split('\n').ShouldBe(["completed short 2 genuine true", Refusal]);
        Pdf.Title(await File.ReadAllBytesAsync(file)).ShouldBe("Made by a client in TypeScript");
    }
}
