using Microsoft.Playwright;
using OtpNet;
using static Microsoft.Playwright.Assertions;

namespace MoroccoCT.EndToEnd.Browser.People;

/// <summary>The pages by which people come in and are let in, for everybody who uses them.</summary>
[Collection(nameof(Desk))]
public sealed class PeoplePagesTests(Desk desk) : IAsyncLifetime
{
    private SharedHouse house = null!;

    public static TheoryData<string> Locales => AccessibilityTests.Locales;

    public async Task InitializeAsync()
    {
        house = await SharedHouse.OpenAsync(desk);
        await house.AddWithPasswordAsync("root", "administrator");
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Theory]
    [MemberData(nameof(Locales))]
    public async Task Signing_in_suits_everybody(string locale)
    {
        var link = await house.AddAsync("amina", "requester");
        await house.VisitAsync(
            async page =>
            {
                await page.GotoAsync("/sign-in");
                await page.ShouldSpeakAsync(locale);
                await page.ShouldSuitEverybodyAsync();
                await SignInAsync(page, "a wrong password");
                await Expect(page.Locator("#refused")).ToBeVisibleAsync();
                await page.ShouldSuitEverybodyAsync();
                await page.GotoAsync(link);
                await Expect(page.Locator("#password")).ToBeVisibleAsync();
                await page.ShouldSuitEverybodyAsync();
                await page.GotoAsync("/welcome?token=none");
                await page.ShouldSuitEverybodyAsync();
            },
            locale);
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public Task The_account_and_the_second_factor_suit_everybody(string locale) => house.VisitAsync(
        async page =>
        {
            await SignInAsync(page);
            await page.PlugInDeviceAsync();
            await page.GotoAsync("/account");
            await page.ShouldSpeakAsync(locale);
            await page.ShouldSuitEverybodyAsync();

            await page.Locator("#key-name").FillAsync("a script of the desk");
            await page.Locator("#key-name").PressAsync("Enter");
            await Expect(page.Locator("#new-key")).ToBeVisibleAsync();
            await page.ShouldSuitEverybodyAsync();

            var secret = await page.Locator("#app-secret").TextContentAsync();
            await page.Locator("#code").FillAsync(new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp());
            await page.Locator("#code").PressAsync("Enter");
            var recovery = await page.Locator(".codes code").First.TextContentAsync();
            await page.ShouldSuitEverybodyAsync();

            await page.Context.ClearCookiesAsync();
            await SignInAsync(page);
            await Expect(page.Locator("#code")).ToBeFocusedAsync();
            await page.ShouldSpeakAsync(locale);
            await page.ShouldSuitEverybodyAsync();
            await page.Locator("#code").FillAsync("no such code");
            await page.Locator("#code").PressAsync("Enter");
            await Expect(page.Locator(".alert-danger")).ToBeVisibleAsync();
            await page.ShouldSuitEverybodyAsync();
            await page.Locator("#code").FillAsync(recovery!);
            await page.Locator("#code").PressAsync("Enter");
            await Expect(page.Locator("#create")).ToBeVisibleAsync();
            await page.ShouldSuitEverybodyAsync();
        },
        locale);

    [Theory]
    [MemberData(nameof(Locales))]
    public Task People_and_one_of_them_suit_everybody(string locale) => house.VisitAsync(
        async page =>
        {
            await SignInAsync(page);
            await Expect(page.Locator("#create")).ToBeVisibleAsync();
            await page.GotoAsync("/people");
            await page.ShouldSpeakAsync(locale);
            await page.Locator("#name").FillAsync("a.very.long.name.of.somebody.at.the.ministry@example.org");
            await page.Locator("#displayName").FillAsync("أمينة بنعلي");
            await page.Locator("#displayName").PressAsync("Enter");
            await Expect(page.Locator("#link")).ToBeVisibleAsync();
            await page.ShouldSuitEverybodyAsync();

            await page.Link("أمينة بنعلي").ClickAsync();
            await page.Locator("form[action$='handler=Disable'] button").ClickAsync();
            await Expect(page.Locator(".alert-success")).ToBeVisibleAsync();
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

    /// <summary>In whatever language the page is.</summary>
    private static async Task SignInAsync(IPage page, string password = SharedHouse.Password)
    {
        await page.GotoAsync("/sign-in");
        await page.Locator("#name").FillAsync("root");
        await page.Locator("#password").FillAsync(password);
        await page.Locator("#password").PressAsync("Enter");
    }
}
