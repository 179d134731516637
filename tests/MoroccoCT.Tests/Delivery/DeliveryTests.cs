using System.Text.Json;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Delivery;
using MoroccoCT.Library;
using MoroccoCT.People;
using MoroccoCT.Requests;
using SmtpServer.Protocol;

namespace MoroccoCT.Tests.Delivery;

/// <summary>What becomes of deliveries, with real servers on the other side, on each database by the classes of <c>DeliveryDatabases</c>.</summary>
public abstract partial class DeliveryTests : IAsyncLifetime
{
    private const string Address = "amina@ministry.example";

    private static readonly Recipient toAmina = new(DeliveryChannel.Mail, Address);

    private readonly JumpingTime time = new(new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
    private readonly List<DeliveryProcess> processes = [];
    private MailServer mail = null!;
    private HttpReceiver hook = null!;
    private string connectionString = "";

    /// <summary>Of processes that are started from now on; null for the one that ships.</summary>
    private CurrentLibrary? library;

    private DeliveryProcess One => processes[0];

    protected abstract Task<string> NewDatabaseAsync();

    public async Task InitializeAsync()
    {
        (mail, hook) = (await MailServer.StartAsync(), await HttpReceiver.StartAsync());
        connectionString = await NewDatabaseAsync();
        await StartAsync();
    }

    public async Task DisposeAsync()
    {
        foreach (var process in processes)
            await process.DisposeAsync();
        await mail.DisposeAsync();
        await hook.DisposeAsync();
    }

    private async Task<DeliveryProcess> StartAsync(params IEnumerable<KeyValuePair<string, string?>> others)
    {
        var settings = mail.Settings().Concat(hook.Settings()).Concat(others).GroupBy(setting => setting.Key).Select(group => group.Last());
        processes.Add(await DeliveryProcess.StartAsync(library, connectionString, time, settings));
        return processes[^1];
    }

    private async Task<Person> AddAsync(string? email = Address, int clearance = 2, string desk = "main") =>
        await One.Get<Accounts>().AddAsync(
            new($"person{Guid.CreateVersion7():N}"[..20], Role.Reader, Marking.All[clearance], desk, "Amina Benali", email), DeliveryProcess.Amina, default);

    private static Recipient To(Person person) => new(DeliveryChannel.Mail, person.Email ?? "", person.DisplayName, null, person.Id);

    [Fact]
    public async Task A_finished_request_goes_to_each_of_its_recipients_once()
    {
        var amina = await AddAsync();
        await One.Get<Accounts>().SetLanguageAsync(amina.Id, "fr", default);
        var request = await One.FinishAsync(
            to: [To(amina), new(DeliveryChannel.Mail, "x@ministry.example", Language: "ar"), new(DeliveryChannel.Webhook, "intranet")]);

        await One.SendAsync();
        await One.SendAsync();

        var rows = await One.Deliveries.ListAsync(request.Id, default);
        rows.ShouldAllBe(row => row.State == DeliveryState.Accepted && row.Attempts == 1 && row.FinishedAt != null && row.Round == 0);
        rows.Select(row => (row.Address, row.Language)).ShouldBe([(Address, "fr"), ("x@ministry.example", "ar"), ("intranet", "en")], ignoreOrder: true);
        mail.Mails.Select(one => one.To.Mailboxes.Single().ToString()).Order().ShouldBe(["\"Amina Benali\" <amina@ministry.example>", "x@ministry.example"]);
        hook.Calls.Count.ShouldBe(1);
        var sent = await One.AuditAsync("sent");
        sent.Count.ShouldBe(3);
        sent.ShouldAllBe(entry => entry.Subject == request.Number && entry.Door == "service");
        sent.ShouldContain(entry => entry.Details.Contains(Address));
    }

    [Fact]
    public async Task What_is_told_a_webhook_names_document_hash_and_link()
    {
        var request = await One.FinishAsync(to: [new Recipient(DeliveryChannel.Webhook, "intranet")]);

        await One.SendAsync();

        var call = hook.Calls.ShouldHaveSingleItem();
        call.IsGenuine.ShouldBeTrue();
        var body = JsonDocument.Parse(call.Body).RootElement;
        body.GetProperty("type").GetString().ShouldBe("briefing.delivered");
        var data = body.GetProperty("data");
        data.GetProperty("number").GetString().ShouldBe(request.Number);
        data.GetProperty("sha256").GetString().ShouldBe(request.Sha256);
        data.GetProperty("marking").GetString().ShouldBe("TLP:CLEAR");
        data.GetProperty("link").GetString().ShouldBe($"https://briefings.example/requests/{request.Number}");
    }

    [Fact]
    public async Task Recipients_are_no_part_of_the_order_and_without_any_nothing_is_wanted()
    {
        var to = await One.FinishAsync(to: [toAmina]);
        (await One.WantedAsync()).ShouldBe(1);
        var without = await One.FinishAsync();

        (await One.WantedAsync()).ShouldBe(1);
        JsonSerializer.Serialize(to.Order).ShouldBe(JsonSerializer.Serialize(without.Order));
        to.DeliverTo.ShouldBe([toAmina]);
        without.DeliverTo.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_request_that_could_not_be_sent_on_is_not_completed_either()
    {
        var request = await One.Process.Ledger.SubmitAsync(MoroccoCT.Tests.Requests.LedgerProcess.Order, new(new("api")) { DeliverTo = [toAmina] });
        var taken = (await One.Process.Ledger.TakeAsync(request)).ShouldNotBeNull();
        await One.Process.ExecuteAsync("DROP TABLE outbox");

        await Should.ThrowAsync<System.Data.Common.DbException>(
            () => One.Process.Ledger.CompleteAsync(taken, MoroccoCT.Tests.Requests.TestLedger.Finished("%PDF")));

        (await One.Process.Ledger.FindAsync(request)).State.ShouldBe(RequestState.Rendering);
    }

    [Fact]
    public async Task Wanted_twice_it_is_sent_once()
    {
        var request = await One.FinishAsync(to: [toAmina, toAmina]);
        await One.SendAsync();
        await One.Process.ExecuteAsync($"INSERT INTO outbox (kind, subject, due_at) SELECT 'deliver', id, 0 FROM requests");

        await One.SendAsync();

        (await One.WantedAsync()).ShouldBe(0);
        (await One.OnlyAsync(request)).State.ShouldBe(DeliveryState.Accepted);
        mail.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_not_taken_now_is_tried_again_after_a_growing_pause()
    {
        mail.Answers = () => Task.FromResult(new SmtpResponse(SmtpReplyCode.InsufficientStorage, "come back later"));
        var request = await One.FinishAsync(to: [toAmina]);

        await One.SendAsync();
        await One.SendAsync();
        var first = await One.OnlyAsync(request);
        time.Advance(TimeSpan.FromMinutes(1.3));
        await One.SendAsync();
        var second = await One.OnlyAsync(request);
        mail.Answers = () => Task.FromResult(SmtpResponse.Ok);
        time.Advance(TimeSpan.FromMinutes(6.1));
        await One.SendAsync();

        (first.State, first.Attempts, first.Answer).ShouldBe((DeliveryState.Queued, 1, "452 come back later"));
        (first.NextAt - first.UpdatedAt).ShouldBeInRange(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1.2));
        (second.NextAt - second.UpdatedAt).ShouldBeInRange(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(6));
        var last = await One.OnlyAsync(request);
        (last.State, last.Attempts).ShouldBe((DeliveryState.Accepted, 3));
        mail.Mails.ShouldHaveSingleItem().MessageId.ShouldBe($"{last.Id:N}.0@desk.example");
        (await One.AuditAsync("sendFailed")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_refused_for_good_is_not_tried_again_and_the_words_are_kept()
    {
        mail.Refuses = _ => new(SmtpReplyCode.MailboxUnavailable, "no such person");
        var request = await One.FinishAsync(to: [toAmina]);

        await One.SendAsync();
        time.Advance(TimeSpan.FromDays(1));
        await One.SendAsync();

        var row = await One.OnlyAsync(request);
        (row.State, row.Attempts).ShouldBe((DeliveryState.Failed, 1));
        row.Answer.ShouldNotBeNull().ShouldStartWith("550 no such person");
        (await One.AuditAsync("sendFailed")).ShouldHaveSingleItem().Details.ShouldContain("550 no such person");
    }

    [Fact]
    public async Task What_nobody_takes_is_given_up_after_its_time_but_not_for_a_clock_that_jumps()
    {
        mail.Answers = () => Task.FromResult(new SmtpResponse(SmtpReplyCode.InsufficientStorage, "full"));
        var request = await One.FinishAsync(to: [toAmina]);
        await One.SendAsync();

        time.Jump(TimeSpan.FromDays(30));
        await One.SendAsync();
        (await One.OnlyAsync(request)).State.ShouldBe(DeliveryState.Queued, "it was hardly tried");
        time.Advance(TimeSpan.FromHours(2));
        await One.SendAsync();

        var row = await One.OnlyAsync(request);
        (row.State, row.Attempts).ShouldBe((DeliveryState.GaveUp, 3));
        (await One.AuditAsync("sendFailed")).ShouldHaveSingleItem().Details.ShouldContain("gaveUp");
    }

    [Fact]
    public async Task What_was_put_off_by_a_clock_that_was_ahead_is_due_when_the_clock_is_right_again()
    {
        mail.Answers = () => Task.FromResult(new SmtpResponse(SmtpReplyCode.InsufficientStorage, "full"));
        time.Advance(TimeSpan.FromDays(1));
        var request = await One.FinishAsync(to: [toAmina]);
        await One.SendAsync();
        mail.Answers = () => Task.FromResult(SmtpResponse.Ok);
        time.Jump(TimeSpan.FromDays(-1));

        await One.SendAsync();

        (await One.OnlyAsync(request)).State.ShouldBe(DeliveryState.Accepted);
    }

    [Fact]
    public async Task A_webhook_is_called_again_with_the_same_id_when_it_wants_to_be()
    {
        hook.Answers = context =>
        {
            (context.Response.StatusCode, context.Response.Headers.RetryAfter) = (503, "7200");
            return Task.CompletedTask;
        };
        var request = await One.FinishAsync(to: [new Recipient(DeliveryChannel.Webhook, "intranet")]);
        await One.SendAsync();
        hook.Answers = _ => Task.CompletedTask;
        time.Advance(TimeSpan.FromHours(1.9));
        await One.SendAsync();
        hook.Calls.Count.ShouldBe(1);

        time.Advance(TimeSpan.FromHours(0.6));
        await One.SendAsync();

        (await One.OnlyAsync(request)).State.ShouldBe(DeliveryState.Accepted);
        hook.Calls.Select(call => call.Headers["webhook-id"]).Distinct().Count().ShouldBe(1);
        hook.Calls.Select(call => call.Headers["webhook-timestamp"]).Distinct().Count().ShouldBe(2);
        hook.Calls.Select(call => call.Body).Distinct().Count().ShouldBe(1);
        hook.Calls.ShouldAllBe(call => call.IsGenuine);
    }

    [Fact]
    public async Task A_document_that_was_damaged_is_not_sent_until_it_is_mended()
    {
        var request = await One.FinishAsync(to: [toAmina]);
        await One.DamageAsync();

        await One.SendAsync();

        var row = await One.OnlyAsync(request);
        row.State.ShouldBe(DeliveryState.Queued);
        row.Answer.ShouldNotBeNullOrEmpty();
        mail.Mails.ShouldBeEmpty();
    }
}
