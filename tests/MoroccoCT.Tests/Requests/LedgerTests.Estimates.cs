using MoroccoCT.Briefings.Orders;
using MoroccoCT.People;
using MoroccoCT.Requests;

namespace MoroccoCT.Tests.Requests;

public abstract partial class LedgerTests
{
    [Fact]
    public async Task The_newest_document_of_the_same_choice_tells_how_many_pages_it_has()
    {
        var order = new BriefingOrder { Sections = ["domestic"], Topics = ["bcij"], Language = "fr" };
        await One.Ledger.FinishAsync(await One.SubmitAsync(order with { PreparedFor = "Somebody", Marking = "TLP:RED" }));

        (await EstimateAsync(order, Depth.Standard)).ShouldBe(new PageEstimate(Depth.Standard, 3, EstimateBasis.Document));
        (await EstimateAsync(order, Depth.Full)).Basis.ShouldBe(EstimateBasis.Text);
        foreach (var other in new[] { order with { Language = "ar" }, order with { Topics = [] }, order with { Paper = Paper.Letter } })
            (await EstimateAsync(other, Depth.Standard)).Basis.ShouldBe(EstimateBasis.Text);
    }

    [Fact]
    public async Task What_is_unfinished_or_cannot_be_read_tells_nothing()
    {
        await One.SubmitAsync();
        await One.Ledger.FinishAsync(await One.SubmitAsync());
        await One.ExecuteAsync("UPDATE requests SET \"order\" = replace(\"order\", '\"standard\"', '\"exhaustive\"') WHERE state = 'completed'");

        (await EstimateAsync(LedgerProcess.Order, Depth.Standard)).Basis.ShouldBe(EstimateBasis.Text);
    }

    private async Task<PageEstimate> EstimateAsync(BriefingOrder order, Depth depth) =>
        (await One.Get<PageEstimates>().OfAsync(order, Viewer.Everything, default)).Single(estimate => estimate.Depth == depth);
}
