using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MoroccoCT.EndToEnd.Browser.People;

/// <summary>From one person on one machine to three who see different things.</summary>
[Collection(nameof(Desk))]
public sealed class JourneyTests(Desk desk)
{
    [Fact]
    public async Task An_administrator_invites_a_requester_with_a_passkey_and_a_reader_who_sees_less()
    {
        var solo = "";
        await using var house = await SharedHouse.OpenAsync(
            desk, async service => solo = (await service.SubmitAsync(new { sections = new[] { "regional" } })).GetProperty("number").GetString()!);
        var setUp = house.Here(await house.Service.SetUpLink);
        var (amina, youssef, secret) = ("", "", "");

        await house.VisitAsync(async page =>
        {
            await page.GotoAsync("/requests");
            await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));
            await page.GotoAsync(setUp);
            await page.GetByLabel("Name").FillAsync("Root");
            await page.ChoosePasswordAsync();
            await page.GotoAsync("/requests?mine=true");
            await Expect(page.GetByText(solo)).ToBeVisibleAsync();
            amina = house.Here(await InviteAsync(page, "amina", "Requester", "TLP:AMBER"));
            youssef = house.Here(await InviteAsync(page, "youssef", "Reader", "TLP:CLEAR"));
        });

        await house.VisitAsync(async page =>
        {
            await page.PlugInDeviceAsync();
            await page.GotoAsync(amina);
            await page.Button("Add a passkey").ClickAsync();
            await Expect(page.Button("Create briefing")).ToBeVisibleAsync();
            await page.Button("Sign out").ClickAsync();
            await page.Button("Sign in with a passkey").ClickAsync();
            await page.Box("Regional cooperation").CheckAsync();
            await page.GetByText("More options").ClickAsync();
            await page.Locator("input[name=Marking][value='TLP:AMBER']").CheckAsync();
            await page.CreateAsync();
            secret = new Uri(page.Url).AbsolutePath;
            await page.DownloadAsync();
        });

        await house.VisitAsync(async page =>
        {
            await page.GotoAsync(youssef);
            await page.ChoosePasswordAsync();
            await Expect(page.GetByText(solo)).ToBeVisibleAsync();
            await Expect(page.Locator($"a[href$='{secret}']")).ToHaveCountAsync(0);
            await Expect(page.Link("New briefing")).ToHaveCountAsync(0);
            (await page.GotoAsync(secret))!.Status.ShouldBe(404);
            (await page.GotoAsync("/people"))!.Status.ShouldBe(403);
            await page.GotoAsync(amina);
            await Expect(page.GetByText("This link was used already")).ToBeVisibleAsync();
        });
    }

    private static async Task<string> InviteAsync(IPage page, string name, string role, string clearance)
    {
        await page.GotoAsync("/people");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await page.GetByLabel("Role").SelectOptionAsync(new SelectOptionValue { Value = role });
        await page.GetByLabel("Clearance").SelectOptionAsync(clearance);
        await page.Button("Make an invitation").ClickAsync();
        return await page.Locator("#link").TextContentAsync() ?? "";
    }
}
