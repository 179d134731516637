using MoroccoCT.Audit;
using MoroccoCT.Delivery;
using MoroccoCT.Delivery.Transport;
using MoroccoCT.Requests;
using SmtpServer.Protocol;

namespace MoroccoCT.Tests.Delivery;

public abstract partial class DeliveryTests
{
    private static readonly TimeSpan silence = DeliveryCare.Silence + TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Processes_that_take_at_once_take_each_delivery_once()
    {
        var two = await StartAsync();
        for (var i = 0; i < 10; i++)
            await One.FinishAsync(to: [new(DeliveryChannel.Mail, $"a{i}@ministry.example"), new(DeliveryChannel.Mail, $"b{i}@ministry.example")]);

        await Task.WhenAll(new[] { One, two, One, two }.Select(process => Task.Run(process.SendAsync)));
        await One.SendAsync();

        mail.Mails.Select(one => one.To.ToString()).Order().ShouldBe(
            Enumerable.Range(0, 10).SelectMany(i => new[] { $"a{i}@ministry.example", $"b{i}@ministry.example" }).Order());
    }

    [Fact]
    public async Task A_mail_whose_sender_ended_before_it_was_handed_over_is_sent_by_another()
    {
        var two = await StartAsync();
        var request = await One.FinishAsync(to: [toAmina]);
        await One.Get<DeliveryHandout>().RunAsync(default);
        (await One.Rows.TakeAsync(10, default)).Count.ShouldBe(1);

        await two.LookAsync();
        await two.SendAsync();
        mail.Mails.ShouldBeEmpty("its sender may be alive");
        time.Advance(silence);
        await two.LookAsync();
        await two.SendAsync();

        (await One.OnlyAsync(request)).State.ShouldBe(DeliveryState.Accepted);
        mail.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_mail_whose_sender_ended_while_it_was_handed_over_may_have_arrived_and_is_not_sent_again()
    {
        var two = await StartAsync();
        var request = await One.FinishAsync(to: [toAmina]);
        await One.Get<DeliveryHandout>().RunAsync(default);
        var taken = (await One.Rows.TakeAsync(10, default)).ShouldHaveSingleItem();
        await One.Rows.HandOverAsync(taken, default);

        await two.LookAsync();
        time.Advance(silence);
        await two.LookAsync();
        time.Advance(TimeSpan.FromDays(1));
        await two.SendAsync();

        var row = await One.OnlyAsync(request);
        row.State.ShouldBe(DeliveryState.Uncertain);
        row.Answer!.ShouldContain("hand the mail over");
        mail.Mails.ShouldBeEmpty();
        (await One.AuditAsync("sendFailed")).ShouldHaveSingleItem().Details.ShouldContain("uncertain");
    }

    [Fact]
    public async Task A_webhook_whose_caller_ended_is_called_again_with_the_same_id()
    {
        var two = await StartAsync();
        var request = await One.FinishAsync(to: [new Recipient(DeliveryChannel.Webhook, "intranet")]);
        await One.Get<DeliveryHandout>().RunAsync(default);
        var taken = (await One.Rows.TakeAsync(10, default)).ShouldHaveSingleItem();
        await One.Rows.HandOverAsync(taken, default);

        await two.LookAsync();
        time.Advance(silence);
        await two.LookAsync();
        await two.SendAsync();

        (await One.OnlyAsync(request)).State.ShouldBe(DeliveryState.Accepted);
        hook.Calls.ShouldHaveSingleItem().Headers["webhook-id"].ShouldBe(taken.MessageId);
    }

    [Fact]
    public async Task Who_was_taken_for_dead_and_comes_back_before_the_hand_over_sends_nothing()
    {
        var two = await StartAsync();
        await One.FinishAsync(to: [toAmina]);
        await One.Get<DeliveryHandout>().RunAsync(default);
        var taken = (await One.Rows.TakeAsync(10, default)).ShouldHaveSingleItem();
        await two.LookAsync();
        time.Advance(silence);
        await two.LookAsync();
        await two.SendAsync();

        await One.Get<DeliverySender>().SendAsync(taken, default);

        mail.Mails.Count.ShouldBe(1);
        (await One.AuditAsync("sent")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_that_comes_after_its_sender_was_taken_for_dead_counts()
    {
        var two = await StartAsync();
        var (asked, answer) = (new TaskCompletionSource(), new TaskCompletionSource<SmtpResponse>());
        mail.Answers = () =>
        {
            asked.TrySetResult();
            return answer.Task;
        };
        var request = await One.FinishAsync(to: [toAmina]);
        await One.Get<DeliveryHandout>().RunAsync(default);
        var sending = One.Get<DeliverySender>().SendAsync((await One.Rows.TakeAsync(10, default))[0], default);
        await asked.Task;
        await two.LookAsync();
        time.Advance(silence);
        await two.LookAsync();
        (await One.OnlyAsync(request)).State.ShouldBe(DeliveryState.Uncertain);

        answer.SetResult(SmtpResponse.Ok);
        await sending;

        (await One.OnlyAsync(request)).State.ShouldBe(DeliveryState.Accepted);
        mail.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_takes_over_what_a_living_process_sends_however_the_clock_jumps()
    {
        var two = await StartAsync();
        var request = await One.FinishAsync(to: [toAmina]);
        await One.Get<DeliveryHandout>().RunAsync(default);
        var taken = (await One.Rows.TakeAsync(10, default)).ShouldHaveSingleItem();
        await two.LookAsync();
        for (var i = 0; i < 5; i++)
        {
            time.Advance(TimeSpan.FromSeconds(30));
            await One.LookAsync(taken.Id);
            await two.LookAsync();
        }

        time.Jump(TimeSpan.FromDays(3));
        await two.LookAsync();

        (await One.OnlyAsync(request)).State.ShouldBe(DeliveryState.Sending);
    }

    [Fact]
    public async Task A_mail_whose_answer_was_lost_may_have_arrived_and_a_person_has_it_sent_again_under_the_same_id()
    {
        await using var rude = new RudeMailServer(Rudeness.DropsAfterData);
        var other = await StartAsync(KeyValuePair.Create<string, string?>("Delivery:Mail:Port", $"{rude.Port}"));
        var request = await other.FinishAsync(to: [toAmina]);
        await other.SendAsync();
        time.Advance(TimeSpan.FromDays(1));
        await other.SendAsync();
        var lost = await One.OnlyAsync(request);
        (lost.State, lost.Attempts, rude.Complete).ShouldBe((DeliveryState.Uncertain, 1, 1));

        var again = (await One.Deliveries.SendAgainAsync(request.Id, lost.Id, DeliveryProcess.Amina, default)).ShouldNotBeNull();
        await One.SendAsync();

        (again.Round, again.MessageId).ShouldBe((1, lost.MessageId));
        mail.Mails.ShouldHaveSingleItem().MessageId.ShouldBe($"{lost.MessageId}@desk.example");
        (await One.Deliveries.SendAgainAsync(request.Id, lost.Id, DeliveryProcess.Amina, default)).ShouldBeNull("a later round has taken its place");
        (await One.AuditAsync("sendWanted")).ShouldHaveSingleItem().Who.ShouldBe("Amina");
    }

    [Fact]
    public async Task What_was_accepted_is_recorded_once_however_often_it_is_said()
    {
        var request = await One.FinishAsync(to: [toAmina]);
        await One.Get<DeliveryHandout>().RunAsync(default);
        var taken = (await One.Rows.TakeAsync(10, default)).ShouldHaveSingleItem();
        var mine = (await One.Rows.HandOverAsync(taken, default)).ShouldNotBeNull();

        await One.Rows.FinishAsync(mine, request.Number, new(SendOutcome.Accepted, "Ok"), null, default);
        await One.Rows.FinishAsync(mine, request.Number, new(SendOutcome.Accepted, "Ok"), null, default);
        await One.Rows.FinishAsync(mine, request.Number, new(SendOutcome.Later, "late"), null, default);

        (await One.OnlyAsync(request)).State.ShouldBe(DeliveryState.Accepted);
        (await One.AuditAsync("sent")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_cannot_be_entered_in_the_audit_is_not_recorded()
    {
        var request = await One.FinishAsync(to: [toAmina]);
        await One.Get<DeliveryHandout>().RunAsync(default);
        var taken = (await One.Rows.TakeAsync(10, default)).ShouldHaveSingleItem();
        await One.Process.ExecuteAsync("DROP TABLE audit");

        await Should.ThrowAsync<System.Data.Common.DbException>(
            () => One.Rows.FinishAsync(taken, request.Number, new(SendOutcome.Accepted, "Ok"), null, default));

        (await One.OnlyAsync(request)).State.ShouldBe(DeliveryState.Sending);
    }

    [Fact]
    public async Task A_try_that_was_interrupted_does_not_count()
    {
        var request = await One.FinishAsync(to: [toAmina]);
        await One.Get<DeliveryHandout>().RunAsync(default);
        var taken = (await One.Rows.TakeAsync(10, default)).ShouldHaveSingleItem();

        await One.Rows.FinishAsync(taken, request.Number, new(SendOutcome.Interrupted, "stopped"), null, default);

        var row = await One.OnlyAsync(request);
        (row.State, row.Attempts).ShouldBe((DeliveryState.Queued, 0));
    }

    [Fact]
    public async Task A_deleted_request_takes_its_deliveries_with_it_and_what_was_about_to_be_sent_is_not()
    {
        var wanted = await One.FinishAsync(to: [toAmina]);
        await One.Get<RequestRemoval>().DeleteAsync(wanted.Id, DeliveryProcess.Amina, default);
        (await One.WantedAsync()).ShouldBe(0);
        var request = await One.FinishAsync(to: [toAmina]);
        await One.Get<DeliveryHandout>().RunAsync(default);
        var taken = (await One.Rows.TakeAsync(10, default)).ShouldHaveSingleItem();

        (await One.Get<RequestRemoval>().DeleteAsync(request.Id, Actor.CommandLine, default)).ShouldBeTrue();
        await One.Get<DeliverySender>().SendAsync(taken, default);
        (await One.Rows.HandOverAsync(taken, default)).ShouldBeNull();

        (await One.Process.CountAsync("SELECT count(*) FROM deliveries")).ShouldBe(0);
        mail.Mails.ShouldBeEmpty();
    }
}
