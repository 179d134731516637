using MoroccoCT.Audit;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Tests.Requests;

namespace MoroccoCT.Tests.People;

public abstract partial class PeopleTests
{
    private RequestOwnership Ownership => One.Get<RequestOwnership>();

    [Fact]
    public async Task What_was_ordered_before_there_were_people_belongs_to_the_first_administrator()
    {
        var solo = await One.SubmitAsync();
        var edition = await One.Ledger.SubmitAsync(
            LedgerProcess.Order, new(Actor.Schedule, "e", new("weekly", "MCT-W-2026-47", new(2026, 11, 16), new(new(2026, 11, 9), new(2026, 11, 15)))));
        (await Ownership.SettleAsync(default)).ShouldBe(0, "there is nobody yet");
        await AddAsync("Amina");
        var root = await AddAsync("Root", Role.Administrator, red, "direction");
        var hers = await SubmitAsync(root);
        await AddAsync("Second", Role.Administrator);

        (await Ownership.SettleAsync(default)).ShouldBe(1);
        (await Ownership.SettleAsync(default)).ShouldBe(0);

        var settled = await One.Ledger.FindAsync(solo);
        (settled.PersonId, settled.Desk, settled.Number).ShouldBe((root.Id, "direction", solo.Number));
        (await One.Ledger.FindAsync(edition)).PersonId.ShouldBeNull("an edition is nobody's");
        (await One.Ledger.FindAsync(hers)).Revision.ShouldBe(hers.Revision);
        (await One.Ledger.FinishAsync(settled)).State.ShouldBe(RequestState.Completed);
    }

    [Fact]
    public async Task Choices_kept_before_there_were_people_are_found_by_the_first_administrator()
    {
        var saved = One.Get<SavedOrders>();
        await saved.SaveAsync("Monday", LedgerProcess.Order, ["fr"], isShared: false, Viewer.Everything, person: null, default);
        var root = await AddAsync("Root", Role.Administrator, red, "direction");

        await Ownership.SettleAsync(default);

        var kept = (await saved.ListAsync(Viewer.Of(root), root.Id, default)).ShouldHaveSingleItem();
        (kept.Name, kept.AlsoIn, kept.Desk, kept.PersonId).ShouldBe(("Monday", "fr", "direction", root.Id));
    }

    [Fact]
    public async Task Everybody_sees_the_desks_requests_and_shared_ones_up_to_the_clearance()
    {
        var root = await AddAsync("Root", Role.Administrator, red);
        var legal = await AddAsync("Legal", Role.Requester, red, "legal");
        var (low, middle) = (await SubmitAsync(root), await SubmitAsync(root, amber));
        var (other, shared, sharedRed) = (await SubmitAsync(legal), await SubmitAsync(legal, green), await SubmitAsync(legal, red));
        await Ownership.ShareAsync(shared, isShared: true, by, default);
        await Ownership.ShareAsync(sharedRed, isShared: true, by, default);
        var all = new[] { low, middle, other, shared, sharedRed };

        foreach (var (clearance, desk, seen) in new (Marking, string, BriefingRequest[])[]
        {
            (Marking.Clear, "main", [low]),
            (green, "main", [low, shared]),
            (amber, "main", [low, middle, shared]),
            (red, "main", [low, middle, shared, sharedRed]),
            (Marking.Clear, "legal", [other]),
            (red, "legal", [other, shared, sharedRed]),
            (red, "elsewhere", [shared, sharedRed]),
        })
        {
            var viewer = new Viewer(desk, clearance.Level);
            foreach (var request in all)
            {
                var found = await One.Ledger.Queries.FindAsync(request.Id, viewer, default);
                (found is not null).ShouldBe(seen.Contains(request), $"{clearance.Label} {desk} {request.Order.Marking} {request.Desk}");
                (await One.Ledger.FindAsync(request)).IsVisibleTo(viewer).ShouldBe(found is not null);
            }

            (await One.Ledger.Queries.ListAsync(null, 10, viewer, ofPerson: null, default)).Items.Select(item => item.Id).Order()
                .ShouldBe(seen.Select(item => item.Id).Order());
            (await One.Ledger.Queries.ListAsync(RequestFilter.None with { Text = "MCT-" }, null, 10, viewer, default)).Items.Count.ShouldBe(seen.Length);
        }

        (await One.Ledger.ListAsync()).Count.ShouldBe(5, "alone with the service one sees all");
    }

    [Fact]
    public async Task Sharing_is_entered_and_can_be_taken_back()
    {
        var root = await AddAsync("Root", Role.Administrator, red);
        var request = await SubmitAsync(root);
        var legal = new Viewer("legal", red.Level);

        var told = await ToldByAsync(async () =>
        {
            await Ownership.ShareAsync(request, isShared: true, by, default);
            (await One.Ledger.Queries.FindAsync(request.Id, legal, default)).ShouldNotBeNull();
            await Ownership.ShareAsync(request, isShared: false, by, default);
        });

        told.ShouldBe([("shared", request.Number, """{"with":"all desks"}"""), ("shared", request.Number, """{"with":"its own desk"}""")]);
        (await One.Ledger.Queries.FindAsync(request.Id, legal, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_orders_what_he_could_not_look_at_afterwards()
    {
        var amina = await AddAsync("Amina", Role.Requester, amber);

        (await SubmitAsync(amina, amber)).MarkingLevel.ShouldBe(amber.Level);
        var refused = await Should.ThrowAsync<OrderRejectedException>(() => SubmitAsync(amina, strict));

        var problem = refused.Problems.ShouldHaveSingleItem();
        (problem.Field, problem.Fault).ShouldBe(("marking", OrderFault.AboveClearance));
        problem.Arguments.ShouldBe(["TLP:AMBER+STRICT", "TLP:AMBER"]);
        (await One.Ledger.ListAsync()).Count.ShouldBe(1);
    }

    /// <summary>Otherwise the figure would tell that somebody has ordered the same.</summary>
    [Fact]
    public async Task Pages_are_estimated_from_documents_that_one_may_see()
    {
        var legal = await AddAsync("Legal", Role.Requester, red, "legal");
        await One.Ledger.FinishAsync(await SubmitAsync(legal));
        var estimates = One.Get<PageEstimates>();

        var seen = await estimates.OfAsync(LedgerProcess.Order, Viewer.Of(legal), default);
        var unseen = await estimates.OfAsync(LedgerProcess.Order, new("main", red.Level), default);

        seen.Single(estimate => estimate.Depth == Depth.Standard).Basis.ShouldBe(EstimateBasis.Document);
        unseen.Single(estimate => estimate.Depth == Depth.Standard).Basis.ShouldBe(EstimateBasis.Text);
    }

    private Task<BriefingRequest> SubmitAsync(Person person, Marking? marking = null) => One.Ledger.SubmitAsync(
        LedgerProcess.Order with { Marking = marking?.Label }, new(by with { Id = person.Id, Name = person.Name }, Viewer: Viewer.Of(person)));
}
