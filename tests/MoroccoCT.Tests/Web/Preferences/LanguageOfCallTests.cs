using System.Net;
using System.Text.RegularExpressions;
using MoroccoCT.Faults;
using MoroccoCT.Tests.Web.Pages;

namespace MoroccoCT.Tests.Web.Preferences;

/// <summary>In which language whoever works alone is answered.</summary>
[Collection(WebCollection.Name)]
public sealed partial class LanguageOfCallTests(TestService service)
{
    [Theory]
    [InlineData("fr-MA, en;q=0.5", "fr", "ltr", "Nouvelle note")]
    [InlineData("ar", "ar", "rtl", "مذكرة جديدة")]
    [InlineData("en-GB", "en", "ltr", "New briefing")]
    [InlineData("de", "en", "ltr", "New briefing")]
    public async Task A_page_speaks_the_language_that_the_browser_asks_for(string accepted, string language, string direction, string title)
    {
        using var response = await Browser(accepted).GetAsync("/");

        var page = await response.Content.ReadAsStringAsync();
        page.ShouldContain($"<html lang=\"{language}\" dir=\"{direction}\">");
        page.ShouldContain($"<h1>{title}</h1>");
        page.ShouldContain(direction == "rtl" ? "/lib/bootstrap.rtl.min.css" : "/lib/bootstrap.min.css");
        response.Content.Headers.ContentLanguage.ShouldBe([language]);
        response.Headers.Vary.ShouldBe(["Accept-Language", "Cookie"]);
    }

    [Fact]
    public async Task What_is_switched_to_is_kept_in_the_browser_and_leads_back()
    {
        using var browser = Browser("en");
        var page = await FormPage.OpenAsync(browser, "/requests?mine=true");

        using var answer = await page.PressAsync("/language", ("language", "ar"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        answer.Headers.Location!.OriginalString.ShouldBe("/requests?mine=true");
        var cookie = answer.Headers.GetValues("Set-Cookie").Select(set => set.ToLowerInvariant())
            .Single(set => set.StartsWith("moroccoct-language=", StringComparison.Ordinal));
        cookie.ShouldStartWith("moroccoct-language=ar;");
        cookie.ShouldContain("samesite=lax");
        cookie.ShouldContain("httponly");
        cookie.ShouldContain($"max-age={400 * 24 * 60 * 60}");
        (await browser.GetStringAsync("/requests")).ShouldContain("<html lang=\"ar\" dir=\"rtl\">");
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\nSet-Cookie: a=b")]
    [InlineData("")]
    public async Task The_switch_leads_nowhere_else(string back)
    {
        var page = await FormPage.OpenAsync(Browser("en"));

        using var answer = await page.PressAsync("/language", ("language", "fr"), ("back", back));

        answer.Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Theory]
    [InlineData("de")]
    [InlineData("FR")]
    [InlineData("")]
    public async Task A_language_that_the_pages_do_not_speak_is_refused(string language)
    {
        var page = await FormPage.OpenAsync(Browser("en"));

        using var answer = await page.PressAsync("/language", ("language", language));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_cookie_with_something_else_in_it_counts_for_nothing()
    {
        using var browser = Browser("fr");
        browser.DefaultRequestHeaders.Add("Cookie", "moroccoct-language=<script>");

        (await browser.GetStringAsync("/requests")).ShouldContain("<html lang=\"fr\"");
    }

    [Theory]
    [InlineData("/nothing-here", "/nothing-here")]
    [InlineData("/requests/00000000-0000-0000-0000-000000000000?a=b", "/requests/00000000-0000-0000-0000-000000000000?a=b")]
    [InlineData("/audit?handler=Nothing&who=me", "/audit")]
    [InlineData("/audit?who=me", "/audit?who=me")]
    public async Task Every_page_leads_back_to_itself_without_doing_a_deed_again(string address, string back)
    {
        using var response = await Browser("fr").GetAsync(address);

        WebUtility.HtmlDecode(Back().Match(await response.Content.ReadAsStringAsync()).Groups[1].Value).ShouldBe(back);
    }

    [Theory]
    [InlineData("fr", "La note n’a pas été créée", "Choisissez au moins une section ou un thème.",
        "«\u202FTitre\u202F» compte 200 caractères\u202F; 160 sont autorisés.")]
    [InlineData("ar", "لم يتم إنشاء المذكرة", "يجب اختيار قسم واحد أو موضوع واحد على الأقل.", "«العنوان»: عدد الحروف 200، والمسموح به 160 حرفًا.")]
    public async Task What_is_wrong_with_an_order_is_said_in_the_language_of_the_page(string language, string summary, string nothing, string tooLong)
    {
        var page = await FormPage.OpenAsync(Browser(language));

        using var answer = await page.SendAsync(("Title", new string('a', 200)), ("Language", "en"));

        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        html.ShouldContain(summary);
        html.ShouldContain(nothing);
        html.ShouldContain(tooLong);
    }

    [Theory]
    [InlineData("fr", "<h1>Il n’y a rien à cette adresse</h1>")]
    [InlineData("ar", "<h1>لا يوجد شيء في هذا العنوان</h1>")]
    public async Task An_address_where_nothing_is_says_so_in_the_language_of_the_browser(string language, string title)
    {
        using var answer = await Browser(language).GetAsync("/nothing-here");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(title);
        answer.Content.Headers.ContentLanguage.ShouldBe([language]);
    }

    [Theory]
    [InlineData("fr", "La mise en page ne peut composer cette commande", "L’exploitant doit corriger la mise en page.")]
    [InlineData("ar", "يتعذر على التصميم تنضيد هذا الطلب", "ينبغي للمشرف على الخدمة تصحيح التصميم.")]
    public async Task A_failure_is_told_by_its_kind_and_what_the_service_noted_stands_below_in_English(string language, string title, string next)
    {
        var request = await service.SubmitAsync();
        (await service.Ledger.FailAsync(await service.TakeAsync(request), "The layout cannot set this order", "briefing.typ:12", FaultKind.Layout.Word()))
            .ShouldBeTrue();

        var page = await Browser(language).GetStringAsync($"/requests/{request.Id}");

        page.ShouldContain(title);
        page.ShouldContain(next);
        page.ShouldContain("lang=\"en\" dir=\"ltr\">The layout cannot set this order: briefing.typ:12</p>");
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("ar")]
    public async Task The_language_of_the_pages_decides_nothing_over_the_briefing(string language)
    {
        // Not as somebody had it last.
        var page = await FormPage.OpenAsync(Browser(language), "/new?sections=domestic");

        page.IsChecked("language-en").ShouldBeTrue();
        page.IsChecked($"language-{language}").ShouldBeFalse();
        using var answer = await page.SendAsync(("Sections", "domestic"));
        var id = Guid.Parse(answer.Headers.Location!.OriginalString.Split('/')[^1]);
        (await service.Ledger.Queries.FindAsync(id, MoroccoCT.People.Viewer.Everything, default)).ShouldNotBeNull().Order.Language.ShouldBe("en");
    }

    [Fact]
    public async Task Programs_are_answered_in_English_whatever_they_accept()
    {
        using var program = service.Browser();
        program.DefaultRequestHeaders.Add("Accept-Language", "ar");

        using var answer = await program.GetAsync("/api/v1/requests/00000000-0000-0000-0000-000000000000");

        (await answer.ProblemAsync(404)).Text("title").ShouldBe("Nothing is here");
        answer.Content.Headers.ContentLanguage.ShouldBeEmpty();
    }

    private HttpClient Browser(string accepted)
    {
        var browser = service.Browser();
        browser.DefaultRequestHeaders.Add("Accept", "text/html");
        browser.DefaultRequestHeaders.Add("Accept-Language", accepted);
        return browser;
    }

    [GeneratedRegex("name=\"back\" value=\"([^\"]*)\"")]
    private static partial Regex Back();
}
