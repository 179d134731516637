using Microsoft.Extensions.Time.Testing;
using MoroccoCT.Audit;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Developments;
using MoroccoCT.Library.Developments;
using MoroccoCT.People;
using MoroccoCT.Tests.Requests;

namespace MoroccoCT.Tests.Library.Developments;

/// <summary>What a desk may rely on of its developments, tested on each database by the classes below.</summary>
public abstract partial class DevelopmentTests : IAsyncLifetime
{
    private static readonly Actor amina = Person("amina", 1);
    private static readonly Actor badr = Person("badr", 2);
    private static readonly Actor chama = Person("chama", 3);
    private static readonly Actor solo = new(Doors.Form);
    private static readonly Viewer desk = new("main", Marking.All[^1].Level);

    private readonly FakeTimeProvider time = new(new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
    private string connectionString = "";
    private LedgerProcess one = null!;
    private LedgerProcess other = null!;

    private DevelopmentWorkflow Workflow => one.Get<DevelopmentWorkflow>();

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
        (services, configuration) => services.AddDevelopments(configuration));

    private static Actor Person(string name, int number) => new(Doors.Form, name, Guid.Parse($"0190aaaa-0000-7000-8000-{number:D12}"));

    /// <summary>Invented, and cited from the shipped library's source.</summary>
    private static DevelopmentContent Lantern(string body = "A lantern was lit on the pier. [@fact-sheet:domestic-1]") => new()
    {
        Date = "2026-11-20",
        Section = "domestic",
        Texts = new Dictionary<string, WrittenText> { ["en"] = new("A lantern on the pier", body) },
    };

    /// <summary>Nobody records two in one millisecond.</summary>
    private Task<DevelopmentRow> RecordAsync(Actor by, DevelopmentContent? content = null)
    {
        time.Advance(TimeSpan.FromMilliseconds(1));
        return Workflow.RecordAsync(content ?? Lantern(), desk, by, default);
    }

    private Task<DevelopmentRow> EditAsync(DevelopmentRow seen, Actor by, string body) =>
        Workflow.EditAsync(seen.Id, seen.Revision, Lantern(body), desk, by, default);

    private Task<DevelopmentRow> ProposeAsync(DevelopmentRow seen, Actor by) => Workflow.ProposeAsync(seen.Id, seen.Revision, desk, by, default);

    private Task<DevelopmentRow> PublishAsync(DevelopmentRow seen, Actor by) => Workflow.PublishAsync(seen.Id, seen.Revision, desk, by, default);

    private async Task<DevelopmentRow> PublishedAsync(DevelopmentContent? content = null) =>
        await PublishAsync(await ProposeAsync(await RecordAsync(amina, content), amina), badr);

    private async Task<DevelopmentView?> FindAsync(DevelopmentRow row, Viewer? viewer = null, bool seesDrafts = true) =>
        await one.Get<DevelopmentQueries>().FindAsync(row.Number, viewer ?? desk, seesDrafts, default);

    private async Task<IReadOnlyList<DevelopmentChange>> ChangesAsync(DevelopmentRow row) =>
        await one.Get<DevelopmentQueries>().ChangesAsync((await FindAsync(row)).ShouldNotBeNull(), desk, default);

    private static async Task<DevelopmentRefusal> RefusalAsync(Func<Task> deed) => (await Should.ThrowAsync<DevelopmentRefusedException>(deed)).Why;

    private static async Task<IReadOnlyList<(string Field, DevelopmentFault Fault)>> FaultsAsync(Func<Task> deed) =>
        [.. (await Should.ThrowAsync<DevelopmentRejectedException>(deed)).Problems.Select(problem => (problem.Field, problem.Fault))];

    private static string Body(DevelopmentContent content) => content.Texts["en"].Body;

}
