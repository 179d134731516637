using System.Net;
using System.Text.Json;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Tests.Delivery;
using MoroccoCT.Tests.Web.SignIn;

namespace MoroccoCT.Tests.Web.Api;

/// <summary>Recipients of an order, and sending what is finished, by the API.</summary>
public sealed class DeliveryEndpointsTests : IAsyncLifetime
{
    private readonly SharedService shared = new(DeliverySettings.Some);
    private Person amina = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        await shared.InitializeAsync();
        amina = await shared.AddAsync(clearance: 2);
        client = await shared.ProgramAsync(amina, "read", "orders");
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await shared.DisposeAsync();
    }

    [Fact]
    public async Task An_order_is_kept_with_those_to_whom_it_goes()
    {
        await shared.Service.Get<Accounts>().ChangeAsync(amina.Id, new() { Email = "amina@ministry.example" }, SharedService.By, default);

        var answer = await OrderAsync("""{"sections":["domestic"],"deliverTo":[{"mail":" X@Ministry.example"},{"person":"NAME"},{"webhook":"intranet"}]}""");

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var id = (await answer.JsonAsync()).GetProperty("id").GetGuid();
        var request = (await shared.Service.Ledger.Queries.FindAsync(id, Viewer.Everything, default)).ShouldNotBeNull();
        request.DeliverTo.Select(recipient => (recipient.Channel, recipient.Address, recipient.PersonId)).ShouldBe(
        [
            (DeliveryChannel.Mail, "x@ministry.example", null), (DeliveryChannel.Mail, "amina@ministry.example", amina.Id),
            (DeliveryChannel.Webhook, "intranet", null),
        ]);
    }

    [Theory]
    [InlineData("""[{"mail":"x@ministry.example"},{"mail":"a@b.example, c@d.example"}]""", "deliverTo[1]", "one plain mail address")]
    [InlineData("""[{"mail":"x@elsewhere.example"}]""", "deliverTo[0]", "may not go to this domain")]
    [InlineData("""[{"person":"nobody"}]""", "deliverTo[0]", "nobody here")]
    [InlineData("""[{"person":"NAME"}]""", "deliverTo[0]", "no mail address is known")]
    [InlineData("""[{"webhook":"elsewhere"}]""", "deliverTo[0]", "no program like that")]
    [InlineData("""[{}]""", "deliverTo[0]", "Name one of these")]
    [InlineData("""[null]""", "deliverTo[0]", "Name one of these")]
    [InlineData("""[{"mail":"x@ministry.example","webhook":"intranet"}]""", "deliverTo[0]", "Name one of these")]
    public async Task A_recipient_who_cannot_be_sent_to_is_named_and_nothing_is_ordered(string recipients, string field, string words)
    {
        var answer = await OrderAsync($$"""{"sections":["domestic"],"deliverTo":{{recipients}}}""");

        (await answer.ProblemAsync(400)).Error(field).ShouldContain(words);
        (await shared.Service.Ledger.ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_marked_above_the_recipients_is_refused_before_it_is_ordered()
    {
        var answer = await OrderAsync("""{"sections":["domestic"],"marking":"TLP:AMBER","deliverTo":[{"mail":"x@ministry.example"},{"webhook":"intranet"}]}""");

        var problem = await answer.ProblemAsync(400);
        problem.Error("deliverTo[0]").ShouldContain("TLP:AMBER may not go to this domain");
        problem.Error("deliverTo[1]").ShouldContain("may not be told");
    }

    [Theory]
    [InlineData("""{"sections":["domestic"],"deliverTo":"x@ministry.example"}""")]
    [InlineData("""{"sections":["domestic"],"deliverTo":[{"email":"x@ministry.example"}]}""")]
    [InlineData("""{"sections":["domestic"],"deliverTo":[{"mail":7}]}""")]
    public async Task What_is_no_list_of_recipients_is_told_as_such(string body) =>
        (await (await OrderAsync(body)).ProblemAsync(400)).Error("deliverTo").ShouldContain("list of objects");

    [Fact]
    public async Task The_same_key_with_other_recipients_is_another_order()
    {
        const string First = """{"sections":["domestic"],"deliverTo":[{"mail":"x@ministry.example"}]}""";

        var first = await (await OrderAsync(First, "k")).JsonAsync();
        (await (await OrderAsync(First, "k")).JsonAsync()).Text("number").ShouldBe(first.Text("number"));
        await (await OrderAsync(First.Replace("x@", "y@", StringComparison.Ordinal), "k")).ProblemAsync(422);
    }

    [Fact]
    public async Task A_finished_briefing_is_sent_and_its_deliveries_are_listed()
    {
        var request = await shared.FinishedAsync(amina);

        var answer = await SendAsync(request.Id, """{"deliverTo":[{"mail":"x@ministry.example"},{"mail":"X@ministry.example"},{"webhook":"intranet"}]}""");

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        answer.Headers.Location!.ToString().ShouldBe($"/api/v1/requests/{request.Id}/deliveries");
        var sent = Items(await answer.JsonAsync());
        sent.Select(item => (item.Text("channel"), item.Text("address"), item.Text("state"))).ShouldBe(
            [("mail", "x@ministry.example", "queued"), ("webhook", "intranet", "queued")]);
        var listed = Items(await (await client.GetAsync(answer.Headers.Location)).JsonAsync());
        listed.Select(item => item.Text("id")).ShouldBe(sent.Select(item => item.Text("id")));
        var entry = (await shared.Service.AuditAsync()).Last(entry => entry.What == "sendWanted");
        (entry.Subject, entry.Who, entry.Door).ShouldBe((request.Number, amina.Name, "api"));
    }

    [Fact]
    public async Task Only_what_is_finished_is_sent_and_only_by_the_desk_whose_it_is()
    {
        const string Body = """{"deliverTo":[{"mail":"x@ministry.example"}]}""";
        var waiting = await shared.SubmitAsync(amina);
        var elsewhere = await shared.FinishedAsync(await shared.AddAsync(desk: "legal"));
        await shared.Service.Get<RequestOwnership>().ShareAsync(elsewhere, isShared: true, SharedService.By, default);

        await (await SendAsync(waiting.Id, Body)).ProblemAsync(409);
        await (await SendAsync(elsewhere.Id, Body)).ProblemAsync(404);
        await (await client.GetAsync($"/api/v1/requests/{elsewhere.Id}/deliveries")).ProblemAsync(404);
        await (await SendAsync((await shared.FinishedAsync(amina)).Id, """{"deliverTo":[]}""")).ProblemAsync(400);
        await (await SendAsync((await shared.FinishedAsync(amina)).Id, "{}")).ProblemAsync(400);
    }

    private async Task<HttpResponseMessage> OrderAsync(string body, string? key = null)
    {
        var content = Json(body.Replace("NAME", amina.Name, StringComparison.Ordinal));
        var message = new HttpRequestMessage(HttpMethod.Post, "/api/v1/requests") { Content = content };
        if (key is not null)
            message.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(message);
    }

    private Task<HttpResponseMessage> SendAsync(Guid id, string body) => client.PostAsync($"/api/v1/requests/{id}/deliveries", Json(body));

    private static StringContent Json(string body) => new(body, System.Text.Encoding.UTF8, "application/json");

    private static List<JsonElement> Items(JsonElement list) => [.. list.GetProperty("items").EnumerateArray()];
}
