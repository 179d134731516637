using MoroccoCT.Audit;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Delivery;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Tests.Requests;

namespace MoroccoCT.Tests.Delivery;

public abstract partial class DeliveryTests
{
    [Theory]
    [InlineData("disabled", DeliveryFault.PersonGone)]
    [InlineData("deleted", DeliveryFault.PersonGone)]
    [InlineData("lowered", DeliveryFault.AboveClearance)]
    [InlineData("moved", DeliveryFault.AboveClearance)]
    [InlineData("readdressed", DeliveryFault.AddressChanged)]
    [InlineData("unaddressed", DeliveryFault.NoAddress)]
    public async Task Who_may_not_have_it_any_more_when_it_is_sent_does_not_get_it(string happened, DeliveryFault fault)
    {
        var amina = await AddAsync();
        var request = await One.FinishAsync("TLP:AMBER", To(amina));
        await One.Get<DeliveryHandout>().RunAsync(default);
        var accounts = One.Get<Accounts>();
        await (happened switch
        {
            "deleted" => accounts.DeleteAsync(amina.Id, DeliveryProcess.Amina, default),
            _ => accounts.ChangeAsync(
                amina.Id,
                happened switch
                {
                    "disabled" => new PersonChange { IsDisabled = true },
                    "lowered" => new() { Clearance = Marking.All[1] },
                    "moved" => new() { Desk = "legal" },
                    "readdressed" => new() { Email = "other@ministry.example" },
                    _ => new() { Email = "" },
                },
                DeliveryProcess.Amina,
                default),
        });

        await One.SendAsync();

        var row = await One.OnlyAsync(request);
        (row.State, row.Fault).ShouldBe((DeliveryState.Failed, $"{char.ToLowerInvariant($"{fault}"[0])}{$"{fault}"[1..]}"));
        row.Answer!.ShouldStartWith(Address);
        mail.Mails.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("TLP:AMBER", true)]
    [InlineData("TLP:AMBER+STRICT", false)]
    [InlineData("TLP:RED", false)]
    public async Task Nothing_above_a_domains_marking_goes_there(string marking, bool goes)
    {
        var request = await One.FinishAsync(
            marking, toAmina, new Recipient(DeliveryChannel.Mail, "a@elsewhere.example"), new Recipient(DeliveryChannel.Webhook, "intranet"));

        await One.SendAsync();

        var rows = (await One.Deliveries.ListAsync(request.Id, default)).ToDictionary(row => row.Address);
        rows[Address].State.ShouldBe(goes ? DeliveryState.Accepted : DeliveryState.Failed);
        rows["a@elsewhere.example"].Fault.ShouldBe("domainNotAllowed");
        rows["intranet"].Fault.ShouldBe("aboveWebhook");
        mail.Mails.Count.ShouldBe(goes ? 1 : 0);
        hook.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_nobody_has_released_or_a_correction_has_replaced_is_sent_to_nobody_by_hand_either()
    {
        var (held, old) = (await EditionAsync("MCT-W-2026-47", needsRelease: true), await EditionAsync("MCT-W-2026-46", needsRelease: false));
        await EditionAsync("MCT-W-2026-46-2", needsRelease: false, supersedes: old.Number);

        (await ReasonAsync(held)).ShouldBe(DeliveryFault.NotReleased);
        (await ReasonAsync(old)).ShouldBe(DeliveryFault.Superseded);
        await One.SendAsync();
        mail.Mails.ShouldBeEmpty();

        async Task<DeliveryFault> ReasonAsync(BriefingRequest edition) =>
            (await Should.ThrowAsync<DeliveryRejectedException>(() => One.Deliveries.SendAsync(edition.Id, [toAmina], DeliveryProcess.Amina, default)))
                .Problems.ShouldHaveSingleItem().Fault;
    }

    private async Task<BriefingRequest> EditionAsync(string number, bool needsRelease, string? supersedes = null)
    {
        var edition = new Edition("weekly", number, new(2026, 11, 16), new(new(2026, 11, 9), new(2026, 11, 15)))
        {
            NeedsRelease = needsRelease,
            Supersedes = supersedes,
        };
        var made = await One.Process.Ledger.SubmitAsync(LedgerProcess.Order, new(Actor.Schedule, number, edition));
        return await One.Process.Ledger.FinishAsync(made, content: $"%PDF {number}", fingerprint: number);
    }

    [Fact]
    public async Task An_address_of_somebody_known_here_lends_him_no_clearance_when_it_is_typed()
    {
        await AddAsync(clearance: 0);
        var request = await One.FinishAsync("TLP:GREEN", toAmina);

        await One.SendAsync();

        (await One.OnlyAsync(request)).Fault.ShouldBe("aboveClearance");
        mail.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_mail_or_a_webhook_in_the_settings_it_is_said_so()
    {
        var bare = await DeliveryProcess.StartAsync(connectionString, time);
        processes.Add(bare);
        var request = await bare.FinishAsync(to: [toAmina, new(DeliveryChannel.Webhook, "intranet")]);

        await bare.SendAsync();

        bare.Deliveries.IsOn.ShouldBeFalse();
        (await bare.Deliveries.ListAsync(request.Id, default)).Select(row => row.Fault).ShouldBe(["mailOff", "unknownWebhook"]);
    }

    [Fact]
    public async Task What_somebody_names_becomes_recipients_once_each_or_is_refused_with_each_place()
    {
        var amina = await AddAsync();
        var stranger = await AddAsync(email: "stranger@ministry.example", desk: "legal");
        var unaddressed = await AddAsync(email: null);
        var request = await One.FinishAsync("TLP:GREEN");
        var reader = One.Get<RecipientReader>();
        var desk = new Viewer("main", Clearance: 4);

        var read = await reader.ReadAsync(
            [new(Mail: " X@MINISTRY.example"), new("x@ministry.example"), new(Person: amina.Name), new(Webhook: "intranet")], request, desk, default);
        read.ShouldBe([new(DeliveryChannel.Mail, "x@ministry.example"), To(amina), new(DeliveryChannel.Webhook, "intranet")]);

        var refused = await Should.ThrowAsync<DeliveryRejectedException>(() => reader.ReadAsync(
            [
                new("x@ministry.example"), new("X <x@ministry.example>"), new("a@elsewhere.example"), new(Person: stranger.Name), new(Person: unaddressed.Name),
                new(Webhook: "nobody"), new(), new("x@ministry.example", "y"),
            ],
            request, desk, default));
        refused.Problems.Select(problem => (problem.Place, problem.Fault)).ShouldBe(
        [
            (1, DeliveryFault.NoMailAddress), (2, DeliveryFault.DomainNotAllowed), (3, DeliveryFault.PersonGone), (4, DeliveryFault.NoAddress),
            (5, DeliveryFault.UnknownWebhook), (6, DeliveryFault.NotOne), (7, DeliveryFault.NotOne),
        ]);
        await Should.ThrowAsync<DeliveryRejectedException>(() => reader.ReadAsync(
            [.. Enumerable.Range(0, 51).Select(i => new WantedRecipient($"a{i}@ministry.example"))], request, desk, default));
    }

    [Fact]
    public async Task Sent_on_demand_it_goes_again_to_whoever_has_it_and_once_to_whom_it_is_on_its_way()
    {
        var request = await One.FinishAsync(to: [toAmina]);
        await One.SendAsync();

        var first = await One.Deliveries.SendAsync(request.Id, [toAmina], DeliveryProcess.Amina, default);
        var second = await One.Deliveries.SendAsync(request.Id, [toAmina], DeliveryProcess.Amina, default);
        await One.SendAsync();

        first[0].Round.ShouldBe(1);
        second[0].Id.ShouldBe(first[0].Id);
        mail.Mails.Select(one => one.MessageId).Distinct().Count().ShouldBe(2);
        (await One.AuditAsync("sendWanted")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Of_many_who_send_it_again_at_once_one_does()
    {
        var two = await StartAsync();
        mail.Refuses = _ => new(SmtpServer.Protocol.SmtpReplyCode.MailboxUnavailable, "no");
        var request = await One.FinishAsync(to: [toAmina]);
        await One.SendAsync();
        var failed = await One.OnlyAsync(request);
        mail.Refuses = _ => null;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() =>
            processes[i % 2].Deliveries.SendAgainAsync(request.Id, failed.Id, DeliveryProcess.Amina, default))));
        await two.SendAsync();

        (await One.Deliveries.ListAsync(request.Id, default)).Select(row => row.Round).ShouldBe([0, 1]);
        mail.Mails.Count.ShouldBe(1);
        (await One.AuditAsync("sendWanted")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_not_finished_or_must_not_be_sent_is_refused_at_once()
    {
        var waiting = await One.Process.SubmitAsync();
        var red = await One.FinishAsync("TLP:RED");

        foreach (var (request, fault) in new[] { (waiting, DeliveryFault.NotFinished), (red, DeliveryFault.AboveDomain) })
        {
            var refused = await Should.ThrowAsync<DeliveryRejectedException>(
                () => One.Deliveries.SendAsync(request.Id, [toAmina], DeliveryProcess.Amina, default));
            refused.Problems.ShouldHaveSingleItem().Fault.ShouldBe(fault);
        }

        (await One.Process.CountAsync("SELECT count(*) FROM deliveries")).ShouldBe(0);
    }

    [Fact]
    public async Task Trouble_is_told_of_for_a_day_and_so_is_what_nobody_sends()
    {
        (await TroubleAsync()).ShouldBeNull();
        mail.Refuses = _ => new(SmtpServer.Protocol.SmtpReplyCode.MailboxUnavailable, "no such person");
        await One.FinishAsync(to: [toAmina]);
        await One.SendAsync();
        var trouble = (await TroubleAsync()).ShouldNotBeNull();
        (trouble.Failed, trouble.Overdue).ShouldBe((1, 0));
        trouble.LastAnswer.ShouldNotBeNull().ShouldStartWith("550 no such person");
        time.Advance(TimeSpan.FromDays(2));
        (await TroubleAsync()).ShouldBeNull();

        await One.FinishAsync(to: [toAmina]);
        await One.Get<DeliveryHandout>().RunAsync(default);
        time.Advance(TimeSpan.FromHours(1));
        (await TroubleAsync()).ShouldBe(new(0, 1, null));

        Task<DeliveryTrouble?> TroubleAsync() => One.Deliveries.TroubleAsync(time.GetUtcNow().AddDays(-1), time.GetUtcNow().AddMinutes(-15), default);
    }

    [Fact]
    public async Task A_notice_goes_the_same_ways_and_nowhere_else()
    {
        var notices = One.Get<Notices>();

        (await notices.SendAsync("Attention\r\nBcc: x@y.example", ["Line <1>."], toAmina, default)).IsAccepted.ShouldBeTrue();
        (await notices.SendAsync("Attention", ["Line"], new(DeliveryChannel.Webhook, "intranet"), default)).IsAccepted.ShouldBeTrue();
        (await notices.TestAsync(new(DeliveryChannel.Mail, "a@elsewhere.example"), default)).Words.ShouldContain("may not go to this domain");

        var sent = mail.Mails.ShouldHaveSingleItem();
        (sent.Subject, sent.TextBody!.Contains("Line <1>.", StringComparison.Ordinal)).ShouldBe(
            ("Attention\\r\\nBcc: x@y.example", true));
        sent.Bcc.ShouldBeEmpty();
        sent.HtmlBody!.ShouldContain("Line &lt;1&gt;.");
        hook.Calls.ShouldHaveSingleItem().Body.ShouldContain("\"type\":\"service.notice\"");
    }
}
