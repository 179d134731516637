using System.Net;
using MoroccoCT.Delivery;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Tests.Delivery;
using MoroccoCT.Tests.Web.SignIn;

namespace MoroccoCT.Tests.Web.Pages;

/// <summary>Sending by mail from a request's page, the addresses of people, and the test mail.</summary>
public sealed class SendingTests : IAsyncLifetime
{
    private readonly SharedService shared = new(DeliverySettings.Some);
    private Person amina = null!;
    private HttpClient browser = null!;

    public async Task InitializeAsync()
    {
        await shared.InitializeAsync();
        amina = await shared.AddAsync(clearance: 2, displayName: "Amina <b>");
        browser = await shared.BrowserAsync(amina);
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await shared.DisposeAsync();
    }

    [Fact]
    public async Task A_finished_briefing_is_sent_to_people_addresses_and_programs()
    {
        var request = await shared.FinishedAsync(amina);
        await SetAsync(amina, "amina@ministry.example");
        var page = await OpenAsync(request);
        page.Html.ShouldContain("amina@ministry.example");

        var answer = await page.PressAsync(
            $"/requests/{request.Id}?handler=Deliver", ("person", amina.Name),
            ("addresses", "x@ministry.example\r\n\r\n Y@ministry.example \r\n"), ("webhook", "intranet"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var rows = await shared.Service.Get<Deliveries>().ListAsync(request.Id, default);
        rows.Select(row => row.Address).ShouldBe(["amina@ministry.example", "x@ministry.example", "y@ministry.example", "intranet"]);
        rows.ShouldAllBe(row => row.State == DeliveryState.Queued);
        var html = (await OpenAsync(request)).Html;
        html.ShouldContain("y@ministry.example");
        html.ShouldContain("Amina &lt;b&gt;");
        html.ShouldContain("Waiting");
    }

    [Fact]
    public async Task What_may_not_be_sent_is_said_at_once_and_what_was_typed_stays()
    {
        var request = await shared.FinishedAsync(amina);
        var page = await OpenAsync(request);

        var answer = await page.PressAsync(
            $"/requests/{request.Id}?handler=Deliver",
            ("addresses", "x@ministry.example\nX <x@ministry.example>\ny@elsewhere.example"), ("webhook", "intranet"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        html.ShouldContain("X <x@ministry.example>: this is not one plain mail address");
        html.ShouldContain("y@elsewhere.example: mail may not go to this domain");
        html.ShouldContain("x@ministry.example\nX <x@ministry.example>");
        (await shared.Service.Get<Deliveries>().ListAsync(request.Id, default)).ShouldBeEmpty();
        (await (await OpenAsync(request)).PressAsync($"/requests/{request.Id}?handler=Deliver")).StatusCode
            .ShouldBe(HttpStatusCode.BadRequest, "nobody is named");
    }

    [Fact]
    public async Task What_failed_says_why_in_the_readers_language_and_is_sent_again()
    {
        var request = await shared.FinishedAsync(amina);
        var deliveries = shared.Service.Get<Deliveries>();
        var sent = await deliveries.SendAsync(request.Id, [new(DeliveryChannel.Mail, "x@ministry.example")], SharedService.By, default);
        await shared.Service.ExecuteAsync("UPDATE deliveries SET state = 'failed', fault = 'domainNotAllowed', answer = 'English words', finished_at = 1");
        await shared.Service.Get<Accounts>().SetLanguageAsync(amina.Id, "fr", default);

        var page = await OpenAsync(request);
        page.Html.ShouldContain("aucun courriel ne peut aller à ce domaine");
        var answer = await page.PressAsync($"/requests/{request.Id}?handler=DeliverAgain", ("delivery", $"{sent[0].Id}"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await deliveries.ListAsync(request.Id, default)).Select(row => (row.Round, row.State))
            .ShouldBe([(0, DeliveryState.Failed), (1, DeliveryState.Queued)]);
        (await page.PressAsync($"/requests/{request.Id}?handler=DeliverAgain", ("delivery", $"{sent[0].Id}"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task It_is_offered_to_whoever_may_order_for_the_desk_where_something_is_set_up()
    {
        var request = await shared.FinishedAsync(amina);
        await shared.Service.Get<RequestOwnership>().ShareAsync(request, isShared: true, SharedService.By, default);
        await shared.Service.Get<Deliveries>().SendAsync(request.Id, [new(DeliveryChannel.Mail, "x@ministry.example")], SharedService.By, default);

        (await ShownAsync(amina)).ShouldBe((true, true));
        (await ShownAsync(await shared.AddAsync(Role.Reader))).ShouldBe((false, true), "a reader of the desk sees what became of it");
        (await ShownAsync(await shared.AddAsync(desk: "legal"))).ShouldBe((false, false));

        async Task<(bool Form, bool List)> ShownAsync(Person person)
        {
            using var eyes = await shared.BrowserAsync(person);
            var html = (await FormPage.OpenAsync(eyes, $"/requests/{request.Id}")).Html;
            return (html.Contains("handler=Deliver\"", StringComparison.Ordinal), html.Contains("x@ministry.example", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task An_address_is_an_administrators_to_set_and_to_take_away_and_each_change_is_entered()
    {
        using var admin = await shared.BrowserAsync(await shared.AddAsync(Role.Administrator, clearance: 4));
        var page = await FormPage.OpenAsync(admin, $"/people/{amina.Id}");

        (await page.PressAsync($"/people/{amina.Id}", ("Email", "Amina <amina@ministry.example>"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await page.PressAsync($"/people/{amina.Id}", ("Email", "Amina@Ministry.example"));
        (await FindAsync()).Email.ShouldBe("amina@ministry.example");
        await page.PressAsync($"/people/{amina.Id}", ("DisplayName", "Amina"));
        (await FindAsync()).Email.ShouldBe("amina@ministry.example", "what is not sent stays");
        await page.PressAsync($"/people/{amina.Id}", ("Email", ""));
        (await FindAsync()).Email.ShouldBeNull();

        (await shared.Service.AuditAsync()).Where(entry => entry.What == "emailChanged").Select(entry => entry.Details).ShouldBe(
            ["""{"after":"amina@ministry.example","before":""}""", """{"after":"","before":"amina@ministry.example"}"""]);
        (await browser.PostAsync($"/people/{amina.Id}", new FormUrlEncodedContent([]))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        async Task<Person> FindAsync() => (await shared.Service.Get<Accounts>().FindAsync(amina.Id, default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_test_mail_says_what_the_mail_server_said()
    {
        await using var mail = await MailServer.StartAsync();
        await using var service = new Held(new(mail.Settings()));
        await service.Shared.InitializeAsync();
        using var admin = await service.Shared.BrowserAsync(await service.Shared.AddAsync(Role.Administrator, clearance: 4));
        var page = await FormPage.OpenAsync(admin, "/status");

        var sent = await TextAsync(page, "x@ministry.example");
        var refused = await TextAsync(page, "x@elsewhere.example");
        var wrong = await TextAsync(page, "x");

        sent.ShouldContain("The test mail to x@ministry.example was accepted");
        refused.ShouldContain("was not accepted");
        refused.ShouldContain("mail may not go to this domain");
        wrong.ShouldContain("'x' is not one plain mail address");
        mail.Mails.ShouldHaveSingleItem().Subject.ShouldBe("Test of MoroccoCT Briefings");

        static async Task<string> TextAsync(FormPage page, string to) =>
            WebUtility.HtmlDecode(await (await page.PressAsync("/status?handler=Test", ("to", to))).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Health_warns_of_what_failed_and_stays_ready()
    {
        var request = await shared.FinishedAsync(amina);
        await shared.Service.Get<Deliveries>().SendAsync(request.Id, [new(DeliveryChannel.Mail, "x@ministry.example")], SharedService.By, default);
        await shared.Service.ExecuteAsync("UPDATE deliveries SET state = 'uncertain', answer = 'the line went dead', finished_at = updated_at");
        using var admin = await shared.BrowserAsync(await shared.AddAsync(Role.Administrator, clearance: 4));

        var check = (await (await admin.GetAsync("/health/ready")).JsonAsync()).GetProperty("checks").GetProperty("delivery");

        check.Text("status").ShouldBe("degraded");
        check.Text("detail").ShouldContain("1 delivery of the last day failed or may not have arrived, the last one: the line went dead");
    }

    private Task<FormPage> OpenAsync(BriefingRequest request) => FormPage.OpenAsync(browser, $"/requests/{request.Id}");

    private Task<Person?> SetAsync(Person person, string email) =>
        shared.Service.Get<Accounts>().ChangeAsync(person.Id, new() { Email = email }, SharedService.By, default);

    private sealed record Held(SharedService Shared) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Shared.DisposeAsync();
    }
}
