using System.Text.Json;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Certainty;
using MoroccoCT.People;
using MoroccoCT.Schedules;
using MoroccoCT.Tests.Delivery;
using SmtpServer.Protocol;

namespace MoroccoCT.Tests.Certainty;

public abstract partial class CertaintyTests
{
    private const string Keeper = "keeper@ministry.example";

    [Fact]
    public async Task The_keepers_of_the_desk_a_mailbox_and_a_webhook_are_told_once_each_in_his_language()
    {
        var nadia = await AddKeeperAsync();
        await One.Get<Accounts>().SetLanguageAsync(nadia.Id, "fr", default);
        await AddKeeperAsync("reader@ministry.example", Role.Reader);
        await AddKeeperAsync("other@ministry.example", desk: "main");
        await AddAsync(Weekly() with { Keeper = new() { Mail = "desk@ministry.example", Webhook = "intranet" } });

        await MissAsync();
        await TellAsync();
        await TellAsync();

        mail.Mails.Select(one => one.To.Mailboxes.Single().Address).Order().ShouldBe(["desk@ministry.example", Keeper]);
        var hers = mail.Mails.Single(one => one.To.Mailboxes.Single().Address == Keeper);
        hers.Subject.ShouldNotBeNull().ShouldContain("En retard");
        hers.TextBody.ShouldNotBeNull().ShouldContain("MCT-W-2026-48");
        hers.TextBody.ShouldNotBeNull().ShouldContain("https://briefings.example/this-week?day=2026-11-23");
        mail.Mails.Single(one => one.To.Mailboxes.Single().Address == "desk@ministry.example").TextBody
            .ShouldNotBeNull().ShouldContain("was due on Monday, 23 November 2026");
        var call = hook.Calls.ShouldHaveSingleItem();
        call.IsGenuine.ShouldBeTrue();
        var body = JsonDocument.Parse(call.Body).RootElement;
        body.GetProperty("type").GetString().ShouldBe("service.notice");
        body.GetProperty("data").GetProperty("subject").GetString().ShouldBe("Late: MCT-W-2026-48 (weekly)");
    }

    [Fact]
    public async Task While_the_mail_server_is_down_it_is_tried_again_and_then_the_keeper_gets_one_mail()
    {
        await AddKeeperAsync();
        await AddAsync();
        mail.Answers = () => Task.FromResult(new SmtpResponse(SmtpReplyCode.InsufficientStorage, "come back later"));
        await MissAsync();
        for (var turn = 0; turn < 4; turn++)
        {
            await TellAsync();
            time.Advance(TimeSpan.FromMinutes(20));
        }

        mail.Mails.ShouldBeEmpty();
        mail.Answers = () => Task.FromResult(SmtpResponse.Ok);
        time.Advance(TimeSpan.FromHours(1));
        await TellAsync();
        await TellAsync();

        mail.Mails.ShouldHaveSingleItem().Subject.ShouldBe("Late: MCT-W-2026-48 (weekly)");
    }

    [Fact]
    public async Task Who_was_told_hears_of_the_end_and_who_hears_late_hears_both_at_once()
    {
        await AddKeeperAsync();
        await AddAsync(Weekly() with { Keeper = new() { Webhook = "intranet" } });
        hook.Answers = context =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        };
        await MissAsync();
        await TellAsync();
        time.Advance(TimeSpan.FromMinutes(2));
        await MakeAsync();
        await FinishAsync();
        await LookAsync();
        hook.Calls.Clear();
        hook.Answers = _ => Task.CompletedTask;

        await TellAsync();
        await TellAsync();

        mail.Mails.Select(one => one.Subject).ShouldBe(["Late: MCT-W-2026-48 (weekly)", "Over: Late: MCT-W-2026-48 (weekly)"]);
        hook.Calls.ShouldHaveSingleItem().Body.ShouldContain("Over: Late");
    }

    [Fact]
    public async Task Who_has_left_the_desk_lost_the_clearance_or_is_kept_out_is_not_told()
    {
        var moved = await AddKeeperAsync("moved@ministry.example");
        var lowered = await AddKeeperAsync("lowered@ministry.example");
        var disabled = await AddKeeperAsync("disabled@ministry.example");
        var stays = await AddKeeperAsync();
        await AddAsync(Weekly() with { Order = new() { Sections = ["domestic"], Marking = "TLP:AMBER" } });
        await MissAsync();
        await ChangeAsync(moved, new() { Desk = "main" });
        await ChangeAsync(lowered, new() { Clearance = Marking.All[0] });
        await ChangeAsync(disabled, new() { IsDisabled = true });

        await TellAsync();

        mail.Mails.ShouldHaveSingleItem().To.Mailboxes.Single().Address.ShouldBe(stays.Email);
    }

    [Fact]
    public async Task Who_becomes_a_keeper_while_it_is_open_is_told()
    {
        await AddAsync();
        await MissAsync();
        await TellAsync();
        mail.Mails.ShouldBeEmpty();
        (await One.Get<Keepers>().UnreachedAsync(default)).ShouldHaveSingleItem().Name.ShouldBe("weekly");

        await AddKeeperAsync();
        await TellAsync();

        mail.Mails.ShouldHaveSingleItem();
        (await One.Get<Keepers>().UnreachedAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_schedule_that_the_library_has_broken_is_told_once_and_again_when_it_was_whole_between()
    {
        // All that it asks for is gone, and with it what tells its marking: that of its last edition counts.
        await AddKeeperAsync();
        await AddAsync();
        await One.Get<EditionMaker>().MakeDueAsync("weekly", press, DeliveryProcess.Amina, default);
        await BreakAsync("domestic", "gone");
        await LookAsync();
        await LookAsync();
        await TellAsync();
        mail.Mails.ShouldHaveSingleItem().Subject.ShouldBe("Schedule broken: weekly");
        mail.Mails[0].TextBody.ShouldNotBeNull().ShouldContain("https://briefings.example/schedules/weekly");

        await BreakAsync("gone", "domestic");
        await LookAsync();
        await TellAsync();
        mail.Mails.Count.ShouldBe(2, "it is over");
        time.Advance(TimeSpan.FromDays(1));
        await BreakAsync("domestic", "lost");
        await LookAsync();
        await TellAsync();

        mail.Mails.Count(one => one.Subject == "Schedule broken: weekly").ShouldBe(2);
    }

    [Theory]
    [InlineData("keeper@ministry.example", null, ScheduleFault.KeeperPerson)]
    [InlineData("desk@elsewhere.example", null, ScheduleFault.KeeperDomain)]
    [InlineData(null, "unknown", ScheduleFault.KeeperWebhook)]
    public async Task A_mailbox_is_nobodys_own_and_lies_where_something_may_go(string? address, string? webhook, ScheduleFault fault)
    {
        await AddKeeperAsync();

        (await Should.ThrowAsync<ScheduleRejectedException>(
            () => One.Get<Keepers>().DemandAsync(new() { Mail = address, Webhook = webhook }, default))).Problems.ShouldHaveSingleItem().Fault.ShouldBe(fault);
    }

    [Fact]
    public async Task A_keeper_of_another_desk_is_told_in_its_place()
    {
        await AddKeeperAsync("own@ministry.example");
        await AddKeeperAsync("night@ministry.example", desk: "night");
        await AddAsync(Weekly() with { Keeper = new() { Desk = "night", Role = Role.Approver } });
        await AddKeeperAsync("chief@ministry.example", Role.Approver, "night");

        await MissAsync();
        await TellAsync();

        mail.Mails.ShouldHaveSingleItem().To.Mailboxes.Single().Address.ShouldBe("chief@ministry.example");
    }

    private Task<Person> AddKeeperAsync(string email = Keeper, Role role = Role.Editor, string desk = "press") => One.Get<Accounts>().AddAsync(
        new($"person{Guid.CreateVersion7():N}"[..20], role, Marking.All[2], desk, email.Split('@')[0], email), DeliveryProcess.Amina, default);

    private Task ChangeAsync(Person person, PersonChange change) => One.Get<Accounts>().ChangeAsync(person.Id, change, DeliveryProcess.Amina, default);

    /// <summary>The schedule asks for something else, as when the library has something else.</summary>
    private Task BreakAsync(string before, string after) =>
        One.Process.ExecuteAsync($"UPDATE kept_schedules SET definition = REPLACE(definition, '\"{before}\"', '\"{after}\"')");

    private async Task MissAsync()
    {
        At("2026-11-23T06:30Z");
        await LookAsync();
    }
}
