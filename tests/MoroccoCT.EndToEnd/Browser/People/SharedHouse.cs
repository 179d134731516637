using Microsoft.Playwright;
using MoroccoCT.EndToEnd.Processes;

namespace MoroccoCT.EndToEnd.Browser.People;

/// <summary>A service with sign-in, and how people come in by a browser.</summary>
internal sealed class SharedHouse(Desk desk, ServiceProcess service, TemporaryFolder folder) : IAsyncDisposable
{
    public const string Password = "lanterne sous neuf oliviers";

    /// <summary>Passkeys belong to a name, and a bare address is none.</summary>
    private readonly string home = $"http://localhost:{service.Http.BaseAddress!.Port}";

    public ServiceProcess Service => service;

    public static async Task<SharedHouse> OpenAsync(Desk desk, Func<ServiceProcess, Task>? before = null)
    {
        var folder = new TemporaryFolder();
        if (before is not null)
        {
            await using var solo = await ServiceProcess.StartAsync(folder.Path);
            await before(solo);
        }

        return new(desk, await ServiceProcess.StartAsync(folder.Path, ("Web:Shared", "true")), folder);
    }

    public Task VisitAsync(Func<IPage, Task> visit, string? locale = null) => desk.VisitAsync(service, visit, new() { BaseURL = home, Locale = locale });

    /// <summary>As a browser of this machine reaches it.</summary>
    public string Here(string link) => $"{home}{new Uri(link).PathAndQuery}";

    /// <summary>Somebody the command line lets in; the link for the first sign-in.</summary>
    public async Task<string> AddAsync(string name, string role)
    {
        var (code, output, error) = await BuiltProgram.RunAsync("users", "add", name, "--role", role, "--data", folder.Path);
        code.ShouldBe(0, error);
        return Here(output.Trim().Split('\n')[^1]);
    }

    public async Task AddWithPasswordAsync(string name, string role)
    {
        var link = await AddAsync(name, role);
        await VisitAsync(async page =>
        {
            await page.GotoAsync(link);
            await page.ChoosePasswordAsync();
        });
    }

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        folder.Dispose();
    }
}

internal static class SignInActions
{
    public static async Task ChoosePasswordAsync(this IPage page)
    {
        await page.GetByLabel("New password").FillAsync(SharedHouse.Password);
        await page.Button("Use this password").ClickAsync();
        await Assertions.Expect(page.Button("Sign out")).ToBeVisibleAsync();
    }

    public static async Task SignInAsync(this IPage page, string name, string password = SharedHouse.Password)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("Name").FillAsync(name);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }

    /// <summary>A device that keeps passkeys and asks nobody for a finger.</summary>
    public static async Task PlugInDeviceAsync(this IPage page)
    {
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
