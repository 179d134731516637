using MoroccoCT.Briefings.Content;
using MoroccoCT.Delivery;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Schedules;
using SmtpServer.Protocol;

namespace MoroccoCT.Tests.Delivery;

public abstract partial class DeliveryTests
{
    private const int Weeks = 52;

    /// <summary>In the language each gets; the last one in none of the edition's.</summary>
    private static readonly Recipient[] readers =
    [
        new(DeliveryChannel.Mail, "minister@ministry.example", Language: "fr"), new(DeliveryChannel.Mail, "desk@ministry.example", Language: "ar"),
        new(DeliveryChannel.Mail, "library@ministry.example", Language: "en"), new(DeliveryChannel.Mail, "archive@ministry.example"),
        new(DeliveryChannel.Webhook, "intranet"),
    ];

    [Fact]
    public async Task A_year_of_weeklies_reaches_each_recipient_once_through_restarts_outages_and_clock_changes()
    {
        await StartAsync();
        await One.Get<ScheduleKeeping>().AddAsync("weekly", Weekly(), new("main", Marking.All[^1].Level), DeliveryProcess.Amina, default);
        await One.Get<EditionMaker>().MakeMissingAsync(default);
        var chance = new Random(7);
        while (time.GetUtcNow() < new DateTimeOffset(2027, 11, 21, 12, 0, 0, TimeSpan.Zero))
        {
            // Half a day and a little, so that what is due at seven is found at all hours.
            time.Advance(TimeSpan.FromHours(11) + TimeSpan.FromMinutes(chance.Next(90)));
            if (chance.Next(40) == 0)
                await RestartAsync();
            var isAway = chance.Next(5) == 0;
            mail.Answers = () => Task.FromResult(isAway ? new SmtpResponse(SmtpReplyCode.InsufficientStorage, "come back later") : SmtpResponse.Ok);
            await Task.WhenAll(processes.Select(process => Task.Run(() => process.Get<EditionMaker>().MakeMissingAsync(default))));
            await FinishAllAsync();
            await One.SendAsync();
        }

        mail.Answers = () => Task.FromResult(SmtpResponse.Ok);
        time.Advance(TimeSpan.FromHours(7));
        await One.SendAsync();
        var editions = await One.Get<RequestQueries>().EditionsAsync("weekly", 1000, Viewer.Everything, default);
        editions.GroupBy(edition => edition.Number).Select(edition => edition.Count()).ShouldBe(Enumerable.Repeat(3, Weeks));
        foreach (var edition in editions)
        {
            var rows = await One.Deliveries.ListAsync(edition.Id, default);
            var his = readers.Where(reader => (reader.Language ?? "en") == edition.Language).Select(reader => reader.Address);
            rows.Select(row => row.Address).ShouldBe(his, ignoreOrder: true);
            rows.ShouldAllBe(row => row.State == DeliveryState.Accepted);
        }

        mail.Mails.Select(one => (one.To.Mailboxes.Single().Address, one.MessageId)).ShouldBeUnique();
        mail.Mails.Count.ShouldBe(Weeks * 4);
        hook.Calls.Count.ShouldBe(Weeks);
    }

    /// <summary>All processes end, and one begins: what was on its way lies in the ledger.</summary>
    private async Task RestartAsync()
    {
        foreach (var process in processes)
            await process.DisposeAsync();
        processes.Clear();
        await StartAsync();
        await StartAsync();
    }

    private async Task FinishAllAsync()
    {
        var waiting = new RequestFilter { States = [RequestState.Queued] };
        foreach (var request in (await One.Get<RequestQueries>().ListAsync(waiting, null, 100, Viewer.Everything, default)).Items)
        {
            var name = $"{request.Number} {request.Language}";
            await One.Process.Ledger.FinishAsync(request, content: $"%PDF {name}", fingerprint: name);
        }
    }

    /// <summary>Mondays at seven: in Casablanca the clock is put back for Ramadan and forward after it.</summary>
    private static ScheduleDefinition Weekly() => new()
    {
        Order = new() { Sections = ["domestic"] },
        AlsoIn = ["fr", "ar"],
        Cron = "0 7 * * 1",
        TimeZone = "Africa/Casablanca",
        Series = "W",
        Recipients = readers,
    };
}
