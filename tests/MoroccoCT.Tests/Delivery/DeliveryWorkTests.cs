using Microsoft.Extensions.Hosting;
using MoroccoCT.Delivery;
using MoroccoCT.Requests;
using SmtpServer.Protocol;

namespace MoroccoCT.Tests.Delivery;

/// <summary>The part of a running service that sends.</summary>
public sealed class DeliveryWorkTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("work-");
    private readonly JumpingTime time = new(new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
    private MailServer mail = null!;
    private DeliveryProcess process = null!;

    public async Task InitializeAsync()
    {
        mail = await MailServer.StartAsync();
        process = await DeliveryProcess.StartAsync($"Data Source={folder.FullName}/ledger.db", time, mail.Settings());
    }

    public async Task DisposeAsync()
    {
        await process.DisposeAsync();
        await mail.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_is_finished_is_sent_and_what_was_refused_for_now_is_sent_later()
    {
        var answers = new Queue<SmtpResponse>([new(SmtpReplyCode.InsufficientStorage, "later"), SmtpResponse.Ok]);
        mail.Answers = () => Task.FromResult(answers.Dequeue());
        var work = await StartAsync();

        var request = await process.FinishAsync(to: [new Recipient(DeliveryChannel.Mail, "x@ministry.example")]);
        await UntilAsync(request, row => row is { State: DeliveryState.Queued, Attempts: 1 });
        time.Advance(TimeSpan.FromMinutes(2));
        await UntilAsync(request, row => row is { State: DeliveryState.Accepted, Attempts: 2 });
        await work.StopAsync(default);

        mail.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_the_last_run_left_before_it_was_handed_over_is_sent_at_the_next_start()
    {
        var request = await process.FinishAsync(to: [new Recipient(DeliveryChannel.Mail, "x@ministry.example")]);
        await process.Get<DeliveryHandout>().RunAsync(default);
        await process.Rows.TakeAsync(1, default);

        var work = await StartAsync();
        await UntilAsync(request, row => row.State == DeliveryState.Accepted);
        await work.StopAsync(default);
    }

    [Fact]
    public async Task A_service_that_stops_waits_for_the_answer_to_what_it_has_handed_over()
    {
        var (asked, answer) = (new TaskCompletionSource(), new TaskCompletionSource<SmtpResponse>());
        mail.Answers = () =>
        {
            asked.TrySetResult();
            return answer.Task;
        };
        var work = await StartAsync();
        var request = await process.FinishAsync(to: [new Recipient(DeliveryChannel.Mail, "x@ministry.example")]);
        await asked.Task;

        var stopping = work.StopAsync(default);
        answer.SetResult(SmtpResponse.Ok);
        await stopping;

        (await process.OnlyAsync(request)).State.ShouldBe(DeliveryState.Accepted);
    }

    [Fact]
    public async Task A_fault_of_the_database_is_gone_through()
    {
        var work = await StartAsync();
        await process.Process.ExecuteAsync("ALTER TABLE deliveries RENAME TO away");
        var request = await process.FinishAsync(to: [new Recipient(DeliveryChannel.Mail, "x@ministry.example")]);
        await process.Process.ExecuteAsync("ALTER TABLE away RENAME TO deliveries");

        await UntilAsync(request, row => row.State == DeliveryState.Accepted);
        await work.StopAsync(default);
    }

    private async Task<DeliveryWork> StartAsync()
    {
        var work = process.Get<IEnumerable<IHostedService>>().OfType<DeliveryWork>().Single();
        await work.StartAsync(default);
        return work;
    }

    /// <summary>The clock goes on meanwhile, a second at a time, as far as that wakes who waits.</summary>
    private async Task UntilAsync(BriefingRequest request, Func<RequestDelivery, bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!(await process.Deliveries.ListAsync(request.Id, patience.Token)).Exists(row => isSo(row)))
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(10, patience.Token);
        }
    }
}
