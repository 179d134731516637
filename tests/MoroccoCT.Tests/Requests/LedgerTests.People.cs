using MoroccoCT.Audit;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.People;
using MoroccoCT.Requests;

namespace MoroccoCT.Tests.Requests;

public abstract partial class LedgerTests
{
    [Theory]
    [InlineData(true, "Amina Benali")]
    [InlineData(false, null)]
    public async Task A_person_is_named_on_paper_only_where_the_desk_wants_it(bool wanted, string? named)
    {
        var process = LedgerProcess.Create(new() { ["Ledger:ConnectionString"] = connectionString, ["Desk:NamesPerson"] = $"{wanted}" }, time);
        processes.Add(process);

        var request = await process.Ledger.SubmitAsync(new() { Sections = ["domestic"] }, new(new(Doors.Form), Person: "Amina Benali"));

        (await process.Ledger.FindAsync(request)).PreparedBy.ShouldBe(named);
    }

    [Fact]
    public async Task Nobody_orders_what_he_could_not_look_at_afterwards()
    {
        var viewer = new Viewer("main", Clearance: 1);

        var refused = await Should.ThrowAsync<OrderRejectedException>(
            () => One.Ledger.SubmitAsync(new() { Sections = ["domestic"], Marking = "TLP:AMBER" }, new(new(Doors.Form), Viewer: viewer)));

        var problem = refused.Problems.ShouldHaveSingleItem();
        (problem.Field, problem.Fault, problem.Arguments[0], problem.Arguments[1]).ShouldBe(("marking", OrderFault.AboveClearance, "TLP:AMBER", "TLP:GREEN"));
        (await One.Ledger.ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Estimates_tell_nothing_of_documents_that_one_does_not_see()
    {
        var order = new BriefingOrder { Sections = ["domestic"], Topics = [], Depth = Depth.Full };
        await One.Ledger.FinishAsync(await One.Ledger.SubmitAsync(order with { Marking = "TLP:RED" }, new(new(Doors.Api))));
        await One.Ledger.FinishAsync(await One.Ledger.SubmitAsync(order, new(new(Doors.Api), Viewer: new("other", 4))), "%PDF-2", "g");

        (await BasisAsync(Viewer.Everything)).ShouldBe(EstimateBasis.Document);
        (await BasisAsync(new("main", 0))).ShouldBe(EstimateBasis.Text);

        async Task<EstimateBasis> BasisAsync(Viewer viewer) =>
            (await One.Get<PageEstimates>().OfAsync(order, viewer, default)).Single(estimate => estimate.Depth == Depth.Full).Basis;
    }
}
