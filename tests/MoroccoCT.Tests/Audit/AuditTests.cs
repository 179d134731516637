using Microsoft.Extensions.Time.Testing;
using MoroccoCT.Audit;
using MoroccoCT.Tests.Requests;

namespace MoroccoCT.Tests.Audit;

/// <summary>What the audit promises, tested on each database it is kept in.</summary>
public abstract partial class AuditTests : IAsyncLifetime
{
    private static readonly Actor amina = new(
        Doors.Api, "Amina", Guid.Parse("0190aaaa-0000-7000-8000-000000000001"), "192.0.2.7", "0af7651916cd43dd8448eb211c80319c");

    private readonly List<LedgerProcess> processes = [];
    private readonly FakeTimeProvider time = new(new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
    private string connectionString = "";

    /// <summary>What whoever may change the database's shape would do first.</summary>
    protected abstract string WithoutTriggers { get; }

    private LedgerProcess One => processes[0];

    public async Task InitializeAsync()
    {
        connectionString = await NewDatabaseAsync();
        await StartAsync();
    }

    public async Task DisposeAsync()
    {
        foreach (var process in processes)
            await process.DisposeAsync();
    }

    protected abstract Task<string> NewDatabaseAsync();

    protected async Task RefusedAsync(string sql)
    {
        await AppendAsync("first", "second");

        (await Should.ThrowAsync<System.Data.Common.DbException>(() => One.ExecuteAsync(sql))).Message.ShouldContain("the audit is only ever added to");

        (await VerdictAsync()).Fault.ShouldBeNull();
        (await EntriesAsync()).Count.ShouldBe(2);
    }

    private async Task<LedgerProcess> StartAsync()
    {
        processes.Add(await LedgerProcess.StartAsync(connectionString, time));
        return processes[^1];
    }

    private async Task AppendAsync(params string[] subjects)
    {
        foreach (var subject in subjects)
            await One.Get<AuditTrail>().AppendAsync(new(amina, Deed.Download, subject, new Dictionary<string, string?> { ["part"] = "0-9" }), default);
    }

    private Task<AuditVerdict> VerdictAsync(AuditMark? kept = null) => One.Get<AuditVerification>().RunAsync(kept, default);

    private Task<IReadOnlyList<AuditEntry>> EntriesAsync() => One.AuditAsync();
}
