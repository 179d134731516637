using MoroccoCT.Audit;
using MoroccoCT.Requests;

namespace MoroccoCT.Tests.Requests;

public abstract partial class LedgerTests
{
    private static readonly Actor amina = new(Doors.Api, "Amina", Address: "192.0.2.7", RequestId: "trace");

    [Fact]
    public async Task An_order_is_entered_in_the_audit_with_who_gave_it()
    {
        var request = await One.Ledger.SubmitAsync(LedgerProcess.Order with { Title = "Private", PreparedFor = "Somebody" }, new(amina, "key"));
        await One.Ledger.SubmitAsync(LedgerProcess.Order with { Title = "Private", PreparedFor = "Somebody" }, new(amina, "key"));

        var entry = (await One.AuditAsync()).ShouldHaveSingleItem("the second time nothing was ordered");
        (entry.Who, entry.Door, entry.What, entry.Subject, entry.Address, entry.RequestId).ShouldBe(
            ("Amina", "api", "order", request.Number, "192.0.2.7", "trace"));
        entry.Details.ShouldBe("""{"language":"en","marking":"TLP:CLEAR","sections":"domestic"}""");
    }

    [Fact]
    public async Task An_order_that_is_turned_away_leaves_no_entry()
    {
        var small = await StartAsync(maxUnfinished: 1);
        await small.SubmitAsync();

        await Should.ThrowAsync<LedgerFullException>(() => small.SubmitAsync());

        (await One.AuditAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_order_that_cannot_be_entered_is_not_taken()
    {
        await One.ExecuteAsync("DROP TABLE audit");

        await Should.ThrowAsync<System.Data.Common.DbException>(() => One.SubmitAsync());

        (await One.Ledger.ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Cancelling_and_beginning_again_are_entered_when_they_change_something()
    {
        var request = await One.SubmitAsync();
        var by = amina with { Door = Doors.Form };

        await One.Ledger.Transitions.RetryAsync(request.Id, by, default);
        await One.Ledger.Transitions.CancelAsync(request.Id, by, default);
        await One.Ledger.Transitions.CancelAsync(request.Id, by, default);
        await One.Ledger.Transitions.RetryAsync(request.Id, by, default);
        await One.Ledger.FinishAsync(request);

        (await One.AuditAsync()).Skip(1).Select(entry => (entry.What, entry.Who, entry.Door, entry.Subject)).ShouldBe(
            [("cancelled", "Amina", "form", request.Number), ("retried", "Amina", "form", request.Number)]);
    }

    [Fact]
    public async Task Orders_of_many_processes_are_entered_in_the_order_of_their_numbers()
    {
        for (var i = 0; i < 3; i++)
            await StartAsync();

        await Task.WhenAll(processes.SelectMany(process => Enumerable.Range(0, 10).Select(_ => Task.Run(() => process.SubmitAsync()))));

        (await One.AuditAsync()).Select(entry => entry.Subject).ShouldBe(Enumerable.Range(1, 40).Select(number => $"MCT-2026-{number:D4}"));
        (await One.Get<AuditVerification>().RunAsync(null, default)).Fault.ShouldBeNull();
    }
}
