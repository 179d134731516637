using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using MoroccoCT.Audit;
using MoroccoCT.Briefings.Content;
using MoroccoCT.People;
using MoroccoCT.Tests.Requests;

namespace MoroccoCT.Tests.People;

/// <summary>What the ledger promises of people and of what lets them in, tested on each database it runs on by the classes below.</summary>
public abstract partial class PeopleTests : IAsyncLifetime
{
    private const string Good = "lanterne sous neuf oliviers";

    private static readonly Marking green = Marking.All[1];
    private static readonly Marking amber = Marking.All[2];
    private static readonly Marking strict = Marking.All[3];
    private static readonly Marking red = Marking.All[4];

    private static readonly Actor by = new(Doors.Form, "Admin", Guid.Parse("0190aaaa-0000-7000-8000-000000000001"), "192.0.2.7", "trace");

    private readonly List<LedgerProcess> processes = [];
    private readonly FakeTimeProvider time = new(new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
    private readonly EphemeralDataProtectionProvider protection = new();
    private readonly CountingHasher hasher = new();
    private string connectionString = "";

    private LedgerProcess One => processes[0];

    private Accounts Accounts => One.Get<Accounts>();

    protected abstract Task<string> NewDatabaseAsync();

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

    private async Task<LedgerProcess> StartAsync()
    {
        processes.Add(LedgerProcess.Create(
            new() { ["Ledger:ConnectionString"] = connectionString },
            time,
            (services, _) => services.AddSingleton<IDataProtectionProvider>(protection).Replace(ServiceDescriptor.Singleton<IPasswordHasher<Person>>(hasher))));
        await processes[^1].Database.PrepareAsync(default);
        return processes[^1];
    }

    private Task<Person> AddAsync(string name, Role role = Role.Requester, Marking? clearance = null, string desk = "main") =>
        Accounts.AddAsync(new(name, role, clearance ?? Marking.Clear, desk), by, default);

    /// <summary>Somebody who signs in with <see cref="Good"/>.</summary>
    private async Task<Person> AddWithPasswordAsync(string name, Role role = Role.Requester) =>
        (await Accounts.SetPasswordAsync((await AddAsync(name, role)).Id, Good, by, default)).ShouldNotBeNull();

    private async Task<Person> FindAsync(Person person) => (await Accounts.FindAsync(person.Id, default)).ShouldNotBeNull();

    private async Task<IReadOnlyList<PersonProblem>> RefusedAsync(Func<Task> deed)
    {
        var before = (await One.AuditAsync()).Count;
        var problems = (await Should.ThrowAsync<PersonRejectedException>(deed)).Problems;
        (await One.AuditAsync()).Count.ShouldBe(before, "what is refused changes nothing");
        return problems;
    }

    /// <summary>What a deed enters in the audit.</summary>
    private async Task<IReadOnlyList<AuditEntry>> EntriesOfAsync(Func<Task> deed)
    {
        var before = (await One.AuditAsync()).Count;
        await deed();
        return [.. (await One.AuditAsync()).Skip(before)];
    }

    private async Task<IReadOnlyList<(string What, string? Subject, string Details)>> ToldByAsync(Func<Task> deed) =>
        [.. (await EntriesOfAsync(deed)).Select(entry => (entry.What, entry.Subject, entry.Details))];
}
