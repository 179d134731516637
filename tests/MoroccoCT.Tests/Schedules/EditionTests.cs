using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using MoroccoCT.Audit;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Developments;
using MoroccoCT.Briefings.Editions;
using MoroccoCT.Library.Developments;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Schedules;
using MoroccoCT.Tests.Requests;

namespace MoroccoCT.Tests.Schedules;

/// <summary>What readers and those who release may rely on of editions, tested on each database by the classes below.</summary>
public abstract partial class EditionTests : IAsyncLifetime
{
    private static readonly Actor amina = Somebody("amina", 1);
    private static readonly Actor badr = Somebody("badr", 2);
    private static readonly Actor chama = Somebody("chama", 3);
    private static readonly Viewer press = new("press", Marking.All[^1].Level);
    private static readonly Recipient reader = new(DeliveryChannel.Mail, "reader@example.org");

    private readonly FakeTimeProvider time = new(Utc("2026-11-16T12:00Z"));
    private string connectionString = "";
    private LedgerProcess one = null!;
    private LedgerProcess other = null!;

    protected abstract Task<string> NewDatabaseAsync();

    public async Task InitializeAsync()
    {
        connectionString = await NewDatabaseAsync();
        (one, other) = (Process(), Process());
        await one.Database.PrepareAsync(default);
    }

    public async Task DisposeAsync()
    {
        await one.DisposeAsync();
        await other.DisposeAsync();
    }

    private LedgerProcess Process(bool onePerson = false) => LedgerProcess.Create(
        new() { ["Ledger:ConnectionString"] = connectionString, ["Developments:OnePerson"] = $"{onePerson}" },
        time,
        (services, configuration) => services.AddSchedules(configuration));

    private static Actor Somebody(string name, int number) => new(Doors.Form, name, Guid.Parse($"0190bbbb-0000-7000-8000-{number:D12}"));

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static ScheduleDefinition Weekly() => new()
    {
        Order = new() { Sections = ["domestic"] },
        Cron = "0 7 * * 1",
        TimeZone = "Africa/Casablanca",
        Series = "W",
        Recipients = [reader],
    };

    private async Task ScheduleAsync(ScheduleDefinition? definition = null)
    {
        await one.Get<ScheduleKeeping>().AddAsync("weekly", definition ?? Weekly(), press, amina, default);
        await MakeAsync();
    }

    /// <summary>The editions that are due at a moment, all languages of the last one.</summary>
    private async Task<IReadOnlyList<BriefingRequest>> MakeAtAsync(string moment)
    {
        time.SetUtcNow(Utc(moment));
        await MakeAsync();
        var all = (await one.Ledger.ListAsync()).Where(request => request.Schedule == "weekly").ToList();
        return [.. all.Where(request => request.Number == all[0].Number).Reverse()];
    }

    private async Task<BriefingRequest> MakeOneAtAsync(string moment) => (await MakeAtAsync(moment)).ShouldHaveSingleItem();

    private Task MakeAsync() => one.Get<EditionMaker>().MakeMissingAsync(default);

    private async Task<EditionContent> ContentAsync(BriefingRequest edition) => (await one.Get<RequestQueries>().EditionAsync(edition.Id, default))!.Content;

    private async Task<IReadOnlyList<string>> ToldAsync(BriefingRequest edition) =>
        [.. (await ContentAsync(edition)).Developments.Select(one => one.Content.Texts["en"].Title)];

    /// <summary>Makes its document, as an engine would.</summary>
    private async Task<BriefingRequest> FinishAsync(BriefingRequest edition, string text = "made")
    {
        var taken = (await one.Get<RequestTransitions>().TakeAsync(edition.Id, "job", default))!;
        var content = Encoding.UTF8.GetBytes($"{text} {edition.Number} {edition.Language}");
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        (await one.Get<RequestTransitions>().CompleteAsync(edition.Id, taken.Attempts, new FinishedDocument(content, 2, hash, hash), default)).ShouldBeTrue();
        return await FindAsync(edition);
    }

    private async Task<BriefingRequest> FindAsync(BriefingRequest edition) =>
        (await one.Get<RequestQueries>().FindAsync(edition.Id, Viewer.Everything, default))!;

    /// <summary>Invented, and cited from the shipped library's source.</summary>
    private static DevelopmentContent News(string title, string date, string section = "domestic", string? marking = null) => new()
    {
        Date = date,
        Section = section,
        Marking = marking,
        Texts = new Dictionary<string, WrittenText> { ["en"] = new(title, "This is invented. [@fact-sheet:domestic-1]") },
    };

    private async Task<DevelopmentRow> PublishAsync(DevelopmentContent content, Actor? writer = null, string desk = "press")
    {
        // On its day, or later: no news is of a day to come.
        if (Utc($"{content.Date}T02:00Z") is var day && time.GetUtcNow() < day)
            time.SetUtcNow(day);
        time.Advance(TimeSpan.FromMilliseconds(2));
        var workflow = one.Get<DevelopmentWorkflow>();
        var (by, viewer) = (writer ?? amina, press with { Desk = desk });
        var row = await workflow.RecordAsync(content, viewer, by, default);
        row = await workflow.ProposeAsync(row.Id, row.Revision, viewer, by, default);
        row = await workflow.PublishAsync(row.Id, row.Revision, viewer, by == badr ? chama : badr, default);
        time.Advance(TimeSpan.FromMilliseconds(2));
        return row;
    }

    private async Task<DevelopmentRow> ChangeAsync(DevelopmentRow row, DevelopmentContent content)
    {
        var workflow = one.Get<DevelopmentWorkflow>();
        row = await workflow.EditAsync(row.Id, row.Revision, content, press, amina, default);
        row = await workflow.ProposeAsync(row.Id, row.Revision, press, amina, default);
        return await workflow.PublishAsync(row.Id, row.Revision, press, badr, default);
    }

    private Task<DevelopmentRow> WithdrawAsync(DevelopmentRow row) =>
        one.Get<DevelopmentWorkflow>().WithdrawAsync(row.Id, row.Revision, "It was none.", press, badr, default);

    /// <summary>How many of the editions the outbox names for those who send them, due by now.</summary>
    private Task<long> GoingOutAsync() => one.CountAsync(
        $"SELECT COUNT(*) FROM outbox WHERE kind = '{RequestRows.DeliveryWanted}' AND due_at <= {time.GetUtcNow().ToUnixTimeMilliseconds()}");
}
