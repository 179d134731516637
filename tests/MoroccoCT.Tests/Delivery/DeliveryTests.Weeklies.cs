using System.Globalization;
using MoroccoCT.Audit;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Developments;
using MoroccoCT.Briefings.Editions;
using MoroccoCT.Delivery;
using MoroccoCT.Library.Developments;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Schedules;
using MoroccoCT.Tests.Library;
using SmtpServer.Protocol;

namespace MoroccoCT.Tests.Delivery;

public abstract partial class DeliveryTests
{
    private const int Weeks = 52;
    private const string English = "sections/domestic/en.md";

    private static readonly Viewer house = new("main", Marking.All[^1].Level);
    private static readonly Actor badr = new(Doors.Form, "Badr", Guid.Parse("0190aaaa-0000-7000-8000-000000000002"));

    /// <summary>In the language each gets; the last one in none of the edition's.</summary>
    private static readonly Recipient[] readers =
    [
        new(DeliveryChannel.Mail, "minister@ministry.example", Language: "fr"), new(DeliveryChannel.Mail, "desk@ministry.example", Language: "ar"),
        new(DeliveryChannel.Mail, "library@ministry.example", Language: "en"), new(DeliveryChannel.Mail, "archive@ministry.example"),
        new(DeliveryChannel.Webhook, "intranet"),
    ];

    [Fact]
    public async Task A_year_of_weeklies_reaches_each_recipient_once_through_restarts_outages_late_releases_and_changes_of_clock_and_library()
    {
        using var copy = new LibraryCopy();
        library = copy.Load();
        await RestartAsync();
        await One.Get<ScheduleKeeping>().AddAsync("weekly", Weekly(), house, DeliveryProcess.Amina, default);
        await One.Get<EditionMaker>().MakeMissingAsync(default);
        var chance = new Random(7);
        var (changes, published) = (0, new List<DevelopmentRow>());
        while (time.GetUtcNow() < new DateTimeOffset(2027, 11, 21, 12, 0, 0, TimeSpan.Zero))
        {
            // Most of a day and a little, so that what is due at seven is found at all hours.
            time.Advance(TimeSpan.FromHours(17) + TimeSpan.FromMinutes(chance.Next(90)));
            if (chance.Next(40) == 0)
                await RestartAsync();
            if (chance.Next(40) == 0)
                await ChangeLibraryAsync(copy, ++changes);
            if (chance.Next(4) == 0)
                published.Add(await PublishAsync(published.Count));
            var isAway = chance.Next(5) == 0;
            mail.Answers = () => Task.FromResult(isAway ? new SmtpResponse(SmtpReplyCode.InsufficientStorage, "come back later") : SmtpResponse.Ok);
            await Task.WhenAll(processes.Select(process => Task.Run(() => process.Get<EditionMaker>().MakeMissingAsync(default))));
            await FinishAllAsync();
            if (chance.Next(3) == 0)
                await ReleaseAllAsync();
            await One.SendAsync();
        }

        mail.Answers = () => Task.FromResult(SmtpResponse.Ok);
        await ReleaseAllAsync();
        await One.SendAsync();
        time.Advance(TimeSpan.FromHours(7));
        await One.SendAsync();
        var editions = await One.Get<RequestQueries>().EditionsAsync("weekly", 1000, Viewer.Everything, default);
        editions.GroupBy(edition => edition.Number).Select(edition => edition.Count()).ShouldBe(Enumerable.Repeat(3, Weeks));
        foreach (var edition in editions)
        {
            var rows = await One.Deliveries.ListAsync(edition.Id, default);
            var his = readers.Where(reader => (reader.Language ?? "en") == edition.Language).Select(reader => reader.Address);
            rows.Select(row => row.Address).ShouldBe(his, ignoreOrder: true);
            rows.ShouldAllBe(row => row.State == DeliveryState.Accepted && row.CreatedAt >= edition.DueAt && row.CreatedAt >= edition.ReleasedAt);
        }

        mail.Mails.Select(one => (one.To.Mailboxes.Single().Address, one.MessageId)).ShouldBeUnique();
        mail.Mails.Count.ShouldBe(Weeks * 4);
        hook.Calls.Count.ShouldBe(Weeks);
        await CheckNewsAsync(editions, published, changes);
    }

    /// <summary>Of each language: each development up to the last cut was told once, each change of the library too.</summary>
    private async Task CheckNewsAsync(IReadOnlyList<BriefingRequest> editions, IReadOnlyList<DevelopmentRow> published, int changes)
    {
        published.Count.ShouldBeGreaterThan(100);
        changes.ShouldBeGreaterThan(5);
        foreach (var language in new[] { "en", "fr", "ar" })
        {
            var told = new List<EditionContent>();
            foreach (var edition in editions.Where(edition => edition.Language == language))
                told.Add((await One.Get<RequestQueries>().EditionAsync(edition.Id, default))!.Content);
            var last = editions.Where(edition => edition.Language == language).Max(edition => edition.PeriodTo)!.Value;
            var wanted = published.Where(row => row.PublishedAt <= told.Max(content => content.Cut)
                && DateOnly.Parse(row.Content.Date, CultureInfo.InvariantCulture) <= last).Select(row => row.Number);
            told.SelectMany(content => content.Developments).Select(one => one.Number).ShouldBe(wanted, ignoreOrder: true);
            var passages = told.OrderBy(content => content.Cut).SelectMany(content => content.Changes).SelectMany(change => change.Passages).ToList();
            if (language != "en")
                passages.ShouldBeEmpty();
            else
                CheckChain(passages, changes);
        }
    }

    /// <summary>What one edition shows as the present text, the next that shows a change has as the one before; two changes in one week are one.</summary>
    private static void CheckChain(IReadOnlyList<PassageChange> passages, int changes)
    {
        passages.Count.ShouldBeInRange(changes / 2, changes);
        passages.Zip(passages.Skip(1)).ShouldAllBe(pair => pair.First.Now == pair.Second.Before);
        passages[0].Before!.ShouldNotContain("change 1.");
        passages[^1].Now!.ShouldContain($"change {changes - 1}.");
    }

    /// <summary>A sentence more in the last passage.</summary>
    private async Task ChangeLibraryAsync(LibraryCopy copy, int change)
    {
        var text = copy.Read(English);
        copy.Write(English, text.Insert(text.LastIndexOf(" [@", StringComparison.Ordinal), $" This was invented by change {change}."));
        await library!.RefreshAsync(default);
        library.Warning.ShouldBeNull();
    }

    private async Task<DevelopmentRow> PublishAsync(int count)
    {
        var workflow = One.Get<DevelopmentWorkflow>();
        var content = new DevelopmentContent
        {
            Date = time.GetUtcNow().AddDays(-(count % 3)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Section = "domestic",
            Texts = new Dictionary<string, WrittenText> { ["en"] = new($"Invented {count}", "This is invented. [@fact-sheet:domestic-1]") },
        };
        var row = await workflow.RecordAsync(content, house, DeliveryProcess.Amina, default);
        row = await workflow.ProposeAsync(row.Id, row.Revision, house, DeliveryProcess.Amina, default);
        return await workflow.PublishAsync(row.Id, row.Revision, house, badr, default);
    }

    private async Task ReleaseAllAsync()
    {
        foreach (var edition in await One.Get<RequestQueries>().EditionsAsync("weekly", 20, Viewer.Everything, default))
        {
            if (edition.AwaitsRelease)
                await One.Get<EditionApproval>().ReleaseAsync(edition.Id, edition.Sha256!, house, badr, default);
        }
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
        ReleaseAhead = 240,
    };
}
