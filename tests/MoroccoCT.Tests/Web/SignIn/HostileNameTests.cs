using MoroccoCT.People;
using MoroccoCT.Tests.Web.Pages;

namespace MoroccoCT.Tests.Web.SignIn;

/// <summary>What people are called is data, wherever it stands.</summary>
[Collection(SharedCollection.Name)]
public sealed class HostileNameTests(SharedService shared)
{
    public static TheoryData<string> Shown =>
        ["<script>alert(1)</script>", "\"><img src=x>", "'; DROP TABLE people --", "=HYPERLINK(\"http://evil\")", "@SUM(1+1)", "&lt;b&gt;"];

    public static TheoryData<string> Refused =>
        ["\u202Egnp.exe", "a\u0007b", "two\nlines", "\u2066a", "😀", string.Concat(Enumerable.Repeat("😀", 80)), new string('x', 81)];

    [Theory]
    [MemberData(nameof(Shown))]
    public async Task It_stands_on_every_page_as_text(string name)
    {
        var person = await shared.AddAsync(Role.Administrator, displayName: name);
        var request = await shared.SubmitAsync(person);
        using var browser = await shared.BrowserAsync(person);

        foreach (var address in new[]
        {
            "/", "/requests", $"/requests/{request.Id}", "/account", "/people", $"/people/{person.Id}", "/audit", "/schedules", "/status", "/nowhere",
        })
        {
            var page = await (await browser.SendAsync(Page(address))).Content.ReadAsStringAsync();
            page.ShouldContain("</html>");
            if (name.Contains('<') || name.Contains('"'))
                page.ShouldNotContain(name, Case.Sensitive, address);
            page.ShouldNotContain("<script>alert", Case.Sensitive, address);
            page.ShouldNotContain("<img src=x", Case.Sensitive, address);
        }

        (await browser.GetStringAsync("/people")).ShouldContain(System.Net.WebUtility.HtmlEncode(name)[..1]);
    }

    [Theory]
    [MemberData(nameof(Shown))]
    public async Task In_a_table_of_the_audit_it_is_no_formula(string name)
    {
        var person = await shared.AddAsync(Role.Administrator, displayName: name);
        await shared.Service.Get<Accounts>().ChangeAsync(person.Id, new() { DisplayName = $"{name}2" }, SharedService.By, default);
        using var program = await shared.ProgramAsync(person, "admin");

        var table = await program.GetStringAsync("/api/v1/audit/export/csv");

        foreach (var cell in table.Split('\n').SelectMany(line => line.Split(',')).Select(cell => cell.Trim('"', '\r')))
            (cell.Length > 0 && "=+-@\t".Contains(cell[0], StringComparison.Ordinal)).ShouldBeFalse(cell);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_turns_lines_or_cannot_be_printed_is_refused_on_the_page(string name)
    {
        using var browser = await shared.BrowserAsync(await shared.AddAsync(Role.Administrator));
        var page = await FormPage.OpenAsync(browser, "/people");

        var answer = await page.PressAsync("/people", ("Name", "hostile"), ("DisplayName", name), ("Role", "Reader"), ("Clearance", "TLP:CLEAR"));

        ((int)answer.StatusCode).ShouldBe(400);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("The name that others see");
    }

    private static HttpRequestMessage Page(string address)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, address);
        message.Headers.Add("Accept", "text/html");
        return message;
    }
}
