using OtpNet;
using static Microsoft.Playwright.Assertions;

namespace MoroccoCT.EndToEnd.Browser.People;

/// <summary>The pages by which people come in and are let in, for everybody who uses them.</summary>
[Collection(nameof(Desk))]
public sealed class PeoplePagesTests(Desk desk) : IAsyncLifetime
{
    private SharedHouse house = null!;

    public async Task InitializeAsync()
    {
        house = await SharedHouse.OpenAsync(desk);
        await house.AddWithPasswordAsync("root", "administrator");
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task Signing_in_suits_everybody()
    {
        var link = await house.AddAsync("amina", "requester");
        await house.VisitAsync(async page =>
        {
            await page.GotoAsync("/sign-in");
            await page.ShouldSuitEverybodyAsync();
            await page.SignInAsync("root", "a wrong password");
            await Expect(page.GetByRole(Microsoft.Playwright.AriaRole.Alert).First).ToBeVisibleAsync();
            await page.ShouldSuitEverybodyAsync();
            await page.GotoAsync(link);
            await page.ShouldSuitEverybodyAsync();
            await page.GotoAsync("/welcome?token=none");
            await page.ShouldSuitEverybodyAsync();
        });
    }

    [Fact]
    public Task The_account_and_the_second_factor_suit_everybody() => house.VisitAsync(async page =>
    {
        await page.SignInAsync("root");
        await page.PlugInDeviceAsync();
        await page.GotoAsync("/account");
        await page.ShouldSuitEverybodyAsync();

        await page.GetByLabel("Name of the key").FillAsync("a script of the desk");
        await page.Button("Make a key").ClickAsync();
        await Expect(page.Locator("#new-key")).ToBeVisibleAsync();
        await page.ShouldSuitEverybodyAsync();

        var secret = await page.Locator("#app-secret").TextContentAsync();
        await page.GetByLabel("Code").FillAsync(new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp());
        await page.Button("Use the app").ClickAsync();
        var recovery = await page.Locator(".codes code").First.TextContentAsync();
        await page.ShouldSuitEverybodyAsync();

        await page.Button("Sign out").First.ClickAsync();
        await page.SignInAsync("root");
        await Expect(page.GetByLabel("Code")).ToBeFocusedAsync();
        await page.ShouldSuitEverybodyAsync();
        await page.GetByLabel("Code").FillAsync(recovery!);
        await page.Button("Continue").ClickAsync();
        await Expect(page.Button("Create briefing")).ToBeVisibleAsync();
    });

    [Fact]
    public Task People_and_one_of_them_suit_everybody() => house.VisitAsync(async page =>
    {
        await page.SignInAsync("root");
        await page.GotoAsync("/people");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("a.very.long.name.of.somebody.at.the.ministry@example.org");
        await page.GetByLabel("Shown as").FillAsync("أمينة بنعلي");
        await page.Button("Make an invitation").ClickAsync();
        await Expect(page.Locator("#link")).ToBeVisibleAsync();
        await page.ShouldSuitEverybodyAsync();

        await page.Link("أمينة بنعلي").ClickAsync();
        await page.Button("Keep out").ClickAsync();
        await Expect(page.GetByText("Done.", new() { Exact = true })).ToBeVisibleAsync();
        await page.ShouldSuitEverybodyAsync();
    });

    [Theory]
    [InlineData("fr-MA")]
    [InlineData("ar-MA")]
    public Task They_suit_everybody_in_each_language(string locale) => house.VisitAsync(
        async page =>
        {
            await page.GotoAsync("/sign-in");
            await page.ShouldSpeakAsync(locale);
            await page.ShouldSuitEverybodyAsync();
            await page.GotoAsync("/welcome?token=none");
            await page.ShouldSuitEverybodyAsync();
            await page.GotoAsync("/sign-in");
            await page.Locator("#name").FillAsync("root");
            await page.Locator("#password").FillAsync(SharedHouse.Password);
            await page.Locator("#password").PressAsync("Enter");
            await Expect(page.Locator(".account")).ToBeVisibleAsync();
            foreach (var address in new[] { "/account", "/people" })
            {
                await page.GotoAsync(address);
                await page.ShouldSuitEverybodyAsync();
            }

            await page.Locator(".rows a").First.ClickAsync();
            await page.ShouldSpeakAsync(locale);
            await page.ShouldSuitEverybodyAsync();
        },
        locale);

    [Fact]
    public Task One_signs_in_and_out_with_the_keyboard_alone() => house.VisitAsync(async page =>
    {
        await page.GotoAsync("/sign-in");
        await Expect(page.GetByLabel("Name")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("root");
        await page.TabToAsync(page.GetByLabel("Password"));
        await page.Keyboard.TypeAsync(SharedHouse.Password);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Button("Create briefing")).ToBeVisibleAsync();

        await page.TabToAsync(page.Button("Sign out"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("Password")).ToBeVisibleAsync();
    });
}
