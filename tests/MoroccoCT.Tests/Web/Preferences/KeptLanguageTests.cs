using System.Net;
using MoroccoCT.People;
using MoroccoCT.Tests.Web.Pages;
using MoroccoCT.Tests.Web.SignIn;

namespace MoroccoCT.Tests.Web.Preferences;

/// <summary>In which language somebody is answered who has signed in.</summary>
[Collection(SharedCollection.Name)]
public sealed class KeptLanguageTests(SharedService shared)
{
    [Fact]
    public async Task A_choice_belongs_to_the_person_and_goes_along_into_every_browser()
    {
        var person = await shared.AddAsync();
        using var one = await shared.BrowserAsync(person);
        using var answer = await (await FormPage.OpenAsync(one)).PressAsync("/language", ("language", "fr"));
        using var other = await shared.BrowserAsync(person);
        other.DefaultRequestHeaders.Add("Accept-Language", "ar");

        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await other.GetStringAsync("/")).ShouldContain("<html lang=\"fr\" dir=\"ltr\">");
        (await shared.Service.Get<Accounts>().FindAsync(person.Id, default))!.Language.ShouldBe("fr");
    }

    [Fact]
    public async Task It_comes_before_what_the_browser_was_told_by_somebody_else()
    {
        var person = await shared.AddAsync();
        await shared.Service.Get<Accounts>().SetLanguageAsync(person.Id, "ar", default);
        var cookies = shared.Cookies(await shared.SessionAsync(person));
        cookies.Add(shared.Service.Address, new Cookie("moroccoct-language", "fr", "/"));
        using var browser = shared.Service.Browser(cookies);

        (await browser.GetStringAsync("/")).ShouldContain("<html lang=\"ar\" dir=\"rtl\">");
    }

    [Fact]
    public async Task Before_signing_in_the_browser_is_asked_and_a_choice_made_there_is_kept()
    {
        using var browser = shared.Service.Browser();
        browser.DefaultRequestHeaders.Add("Accept-Language", "fr");
        var page = await FormPage.OpenAsync(browser, "/sign-in?returnUrl=%2Frequests");
        using var answer = await page.PressAsync("/language", ("language", "ar"));

        page.Html.ShouldContain("<h1>Se connecter</h1>");
        answer.Headers.Location!.OriginalString.ShouldBe("/sign-in?returnUrl=%2Frequests");
        (await browser.GetStringAsync("/sign-in")).ShouldContain("<h1>تسجيل الدخول</h1>");
    }

    [Fact]
    public async Task What_is_wrong_with_an_account_is_said_in_the_language_of_whoever_changes_it()
    {
        var administrator = await shared.AddAsync(Role.Administrator);
        await shared.Service.Get<Accounts>().SetLanguageAsync(administrator.Id, "fr", default);
        var page = await FormPage.OpenAsync(await shared.BrowserAsync(administrator), "/people");

        using var answer = await page.PressAsync("/people", ("Name", administrator.Name), ("Role", "reader"), ("Clearance", "TLP:CLEAR"));

        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync())
            .ShouldContain($"Quelqu’un s’appelle déjà «\u202F{administrator.Name}\u202F». Choisissez un autre nom.");
    }

    [Fact]
    public async Task A_page_that_is_not_for_somebody_says_so_in_his_language()
    {
        var person = await shared.AddAsync(Role.Reader);
        await shared.Service.Get<Accounts>().SetLanguageAsync(person.Id, "ar", default);
        using var browser = await shared.BrowserAsync(person);
        browser.DefaultRequestHeaders.Add("Accept", "text/html");

        using var answer = await browser.GetAsync("/people");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("<h1>هذه الصفحة غير متاحة لك</h1>");
    }

    [Fact]
    public async Task Whoever_is_deleted_leaves_no_language_behind()
    {
        var person = await shared.AddAsync();
        await shared.Service.Get<Accounts>().SetLanguageAsync(person.Id, "ar", default);

        (await shared.Service.Get<Accounts>().DeleteAsync(person.Id, SharedService.By, default))!.Language.ShouldBeNull();
    }

    [Theory]
    [InlineData("fr", "<h1>Trop de demandes</h1>")]
    [InlineData("ar", "<h1>عدد الطلبات كبير</h1>")]
    public async Task Whoever_asks_for_too_much_is_told_so_in_the_language_of_the_browser(string language, string title)
    {
        var service = new TestService(new() { ["Limits:CallsPerMinute"] = "1" }, _ => { }, isShared: true);
        await service.InitializeAsync();
        try
        {
            using var browser = service.Browser();
            browser.DefaultRequestHeaders.Add("Accept", "text/html");
            browser.DefaultRequestHeaders.Add("Accept-Language", language);
            using var first = await browser.GetAsync("/sign-in");
            using var second = await browser.GetAsync("/sign-in");

            second.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
            (await second.Content.ReadAsStringAsync()).ShouldContain(title);
        }
        finally
        {
            await service.DisposeAsync();
        }
    }

    [Fact]
    public async Task The_service_may_be_set_to_another_language_than_English()
    {
        var service = new TestService(new() { ["Web:Language"] = "fr" }, _ => { });
        await service.InitializeAsync();
        try
        {
            (await service.Client.GetStringAsync("/")).ShouldContain("<html lang=\"fr\" dir=\"ltr\">");
        }
        finally
        {
            await service.DisposeAsync();
        }
    }
}
