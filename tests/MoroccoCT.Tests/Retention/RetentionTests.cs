using MoroccoCT.Audit;
using MoroccoCT.Delivery;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Retention;
using MoroccoCT.Storage;
using MoroccoCT.Tests.Delivery;
using MoroccoCT.Tests.Requests;

namespace MoroccoCT.Tests.Retention;

/// <summary>What is removed by its age and what stays, on each database by the classes of <c>RetentionDatabases</c>.</summary>
public abstract partial class RetentionTests : IAsyncLifetime
{
    private static readonly Actor root = new(Doors.Form, "Root", Guid.Parse("0190aaaa-0000-7000-8000-000000000001"));

    private readonly JumpingTime time = new(new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
    private readonly List<LedgerProcess> processes = [];
    private string connectionString = "";

    private protected LedgerProcess One => processes[0];

    protected abstract Task<string> NewDatabaseAsync();

    public async Task InitializeAsync()
    {
        connectionString = await NewDatabaseAsync();
        await TurnAsync(await StartAsync());
    }

    public async Task DisposeAsync()
    {
        foreach (var process in processes)
            await process.DisposeAsync();
    }

    private protected async Task<LedgerProcess> StartAsync(params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var all = new Dictionary<string, string?>(settings) { ["Ledger:ConnectionString"] = connectionString };
        var process = LedgerProcess.Create(all, time, (services, configuration) => services.AddRetention(configuration));
        await process.Database.PrepareAsync(default);
        processes.Add(process);

        // A process lives from here on.
        process.Get<RetentionWork>();
        return process;
    }

    private static Task TurnAsync(LedgerProcess process) => process.Get<RetentionWork>().RunAsync(default);

    /// <summary>Days go by while the service runs.</summary>
    private protected Task LiveAsync(int days)
    {
        time.Advance(TimeSpan.FromDays(days));
        return TurnAsync(One);
    }

    private async Task<BriefingRequest> FinishedAsync(string content = "%PDF") => await One.Ledger.FinishAsync(await One.SubmitAsync(), content);

    private async Task<BriefingRequest> EditionAsync(DateOnly issued, string schedule = "weekly")
    {
        var edition = new Edition(schedule, $"MCT-W-{issued:yyyy-MM-dd}", issued, new(issued.AddDays(-7), issued.AddDays(-1)));
        var request = await One.Ledger.SubmitAsync(LedgerProcess.Order, new(Actor.Schedule, $"{schedule} {issued:yyyy-MM-dd}", edition));
        return await One.Ledger.FinishAsync(request, content: $"%PDF {schedule} {issued:yyyy-MM-dd}");
    }

    private async Task<IReadOnlyList<string>> LeftAsync() =>
        [.. (await One.Ledger.ListAsync()).Select(request => request.Number).Order(StringComparer.Ordinal)];

    private Task DeliverAsync(BriefingRequest request, DeliveryState state) => One.Get<LedgerStore>().WriteAsync(
        ledger => DeliveryRows.AddAsync(
            ledger, Deliverable.Row with { Id = Guid.CreateVersion7(), RequestId = request.Id, State = state }, default), default);

    [Fact]
    public async Task What_was_kept_for_its_time_goes_with_document_and_deliveries_and_leaves_an_entry_and_its_number()
    {
        var done = await FinishedAsync();
        await DeliverAsync(done, DeliveryState.Accepted);
        var cancelled = await One.SubmitAsync();
        await One.Ledger.Transitions.CancelAsync(cancelled.Id, root, default);
        await LiveAsync(days: 729);
        (await LeftAsync()).ShouldBe([done.Number, cancelled.Number], "a day is left");

        await LiveAsync(days: 2);

        (await LeftAsync()).ShouldBeEmpty();
        (await One.CountAsync("SELECT COUNT(*) FROM documents")).ShouldBe(0);
        (await One.CountAsync("SELECT COUNT(*) FROM deliveries")).ShouldBe(0);
        var entries = (await One.AuditAsync()).Where(entry => entry.What == "deleted").ToList();
        entries.Select(entry => (entry.Subject, entry.Who, entry.Door)).ShouldBe(
            [(done.Number, "retention", "service"), (cancelled.Number, "retention", "service")]);
        entries[0].Details.ShouldContain(done.Sha256!);
        (await One.Get<AuditVerification>().RunAsync(null, default)).Fault.ShouldBeNull();
        (await One.Get<Tombstones>().FindByDocumentAsync(done.Sha256!, Viewer.Everything, default)).ShouldNotBeNull().Number.ShouldBe(done.Number);
        time.Jump(TimeSpan.FromDays(-731));
        (await One.SubmitAsync()).Number.ShouldBe("MCT-2026-0003", "no number is given twice");
    }

    [Fact]
    public async Task What_is_unfinished_held_on_its_way_or_younger_stays()
    {
        var waiting = await One.SubmitAsync();
        var rendering = (await One.Ledger.TakeAsync(await One.SubmitAsync())).ShouldNotBeNull();
        var held = await FinishedAsync("%PDF held");
        await One.Get<RequestHolds>().HoldAsync(held, "File 12", root, default);
        var onItsWay = await FinishedAsync("%PDF on its way");
        await DeliverAsync(onItsWay, DeliveryState.Queued);
        var toBeSent = await One.Ledger.FinishAsync(
            await One.Ledger.SubmitAsync(LedgerProcess.Order, new(new(Doors.Api)) { DeliverTo = [new(DeliveryChannel.Mail, "a@ministry.example")] }));
        var old = await FinishedAsync("%PDF old");
        await LiveAsync(days: 700);
        var younger = await FinishedAsync("%PDF younger");

        await LiveAsync(days: 31);

        (await LeftAsync()).ShouldBe(new[] { waiting, rendering, held, onItsWay, toBeSent, younger }.Select(request => request.Number), ignoreOrder: true);
        (await One.AuditAsync()).ShouldContain(entry => entry.What == "deleted" && entry.Subject == old.Number);

        await One.Get<RequestHolds>().LiftAsync(held, root, default);
        await LiveAsync(days: 0);
        (await LeftAsync()).ShouldNotContain(held.Number, "nothing holds it any more");
    }

    [Fact]
    public async Task Editions_are_kept_for_longer_and_the_last_one_of_a_schedule_for_good()
    {
        var first = await EditionAsync(new(2026, 11, 16));
        var last = await EditionAsync(new(2026, 11, 23));
        var only = await EditionAsync(new(2026, 1, 5), "yearly");

        await LiveAsync(days: 3649);
        (await LeftAsync()).Count.ShouldBe(3);
        await LiveAsync(days: 2);

        (await LeftAsync()).ShouldBe([only.Number, last.Number], ignoreOrder: true);
        (await One.AuditAsync())[^1].Subject.ShouldBe(first.Number);
    }

    [Fact]
    public async Task A_document_that_a_younger_request_has_stays()
    {
        await FinishedAsync();
        await LiveAsync(days: 700);
        var younger = await FinishedAsync();

        await LiveAsync(days: 31);

        (await LeftAsync()).ShouldBe([younger.Number]);
        (await One.Ledger.Queries.DocumentAsync(younger.Sha256!, default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Of_several_processes_at_once_each_request_is_removed_by_one()
    {
        var requests = new List<BriefingRequest>();
        for (var i = 0; i < 20; i++)
            requests.Add(await FinishedAsync($"%PDF {i % 3}"));
        LedgerProcess[] others = [await StartAsync(), await StartAsync()];
        time.Advance(TimeSpan.FromDays(731));

        await Task.WhenAll(others.Append(One).Select(process => Task.Run(() => TurnAsync(process))));
        await TurnAsync(One);

        (await LeftAsync()).ShouldBeEmpty();
        (await One.CountAsync("SELECT COUNT(*) FROM documents")).ShouldBe(0);
        (await One.AuditAsync()).Where(entry => entry.What == "deleted").Select(entry => entry.Subject)
            .ShouldBe(requests.Select(request => request.Number), ignoreOrder: true);
        (await One.Get<AuditVerification>().RunAsync(null, default)).Fault.ShouldBeNull();
    }

    [Fact]
    public async Task It_goes_in_small_steps_and_another_process_goes_on_where_one_ended()
    {
        for (var i = 0; i < 5; i++)
            await FinishedAsync($"%PDF {i}");
        var small = await StartAsync(new KeyValuePair<string, string?>("Retention:Batch", "2"));
        time.Advance(TimeSpan.FromDays(731));

        await TurnAsync(small);
        (await LeftAsync()).Count.ShouldBe(3);
        (await One.CountAsync("SELECT COUNT(*) FROM documents")).ShouldBe(3, "each step is whole");

        await TurnAsync(One);
        (await LeftAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_entered_is_not_removed()
    {
        var done = await FinishedAsync();
        await One.ExecuteAsync("DROP TABLE audit");

        await Should.ThrowAsync<AggregateException>(() => LiveAsync(days: 731));

        (await LeftAsync()).ShouldBe([done.Number]);
        (await One.Ledger.Queries.DocumentAsync(done.Sha256!, default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Nothing_is_removed_where_the_settings_say_so()
    {
        var done = await FinishedAsync();
        var keeping = await StartAsync(new KeyValuePair<string, string?>("Retention:Enabled", "false"));
        time.Advance(TimeSpan.FromDays(5000));

        await TurnAsync(keeping);

        (await LeftAsync()).ShouldBe([done.Number]);
    }
}
