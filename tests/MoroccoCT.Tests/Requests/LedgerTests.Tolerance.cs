using MoroccoCT.Audit;
using MoroccoCT.Requests;

namespace MoroccoCT.Tests.Requests;

public abstract partial class LedgerTests
{
    [Fact]
    public async Task An_order_with_a_member_of_a_newer_version_is_read_without_it()
    {
        var request = await One.SubmitAsync(new() { Sections = ["domestic"], Title = "Kept" });
        await One.ExecuteAsync("UPDATE requests SET \"order\" = replace(\"order\", '\"title\"', '\"watermark\": {{\"text\": \"x\"}}, \"title\"')");

        var found = await One.Ledger.FindAsync(request);

        (found.IsReadable, found.Order.Title).ShouldBe((true, "Kept"));
    }

    [Theory]
    [InlineData("moroccoct-order/1", "moroccoct-order/2")]
    [InlineData("\"standard\"", "\"exhaustive\"")]
    [InlineData("\"sections\"", "\"parts\"")]
    [InlineData("{{", "")]
    public async Task An_order_that_only_a_newer_version_can_read_is_listed_and_left_alone(string old, string now)
    {
        var request = await One.SubmitAsync();
        await One.ExecuteAsync($"UPDATE requests SET \"order\" = replace(\"order\", '{old}', '{now}')");

        (await One.Ledger.ListAsync()).ShouldHaveSingleItem().IsReadable.ShouldBeFalse();
        (await One.Ledger.TakeAsync(request)).ShouldBeNull();
        (await One.Ledger.Transitions.CancelAsync(request.Id, Actor.CommandLine, default))!.State.ShouldBe(RequestState.Cancelled);
    }

    [Fact]
    public async Task A_state_that_only_a_newer_version_knows_is_listed_and_left_alone()
    {
        var request = await One.SubmitAsync();
        await One.ExecuteAsync("UPDATE requests SET state = 'approved'");

        (await One.Ledger.ListAsync()).ShouldHaveSingleItem().State.ShouldBe(RequestState.Unknown);
        (await One.Ledger.TakeAsync(request)).ShouldBeNull();
        (await One.Ledger.Transitions.CancelAsync(request.Id, Actor.CommandLine, default))!.State.ShouldBe(RequestState.Unknown);
        (await One.Ledger.Queries.UnfinishedAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_order_is_stored_with_the_name_of_its_format()
    {
        await One.SubmitAsync();

        await One.ExecuteAsync("UPDATE requests SET number = 'changed' WHERE \"order\" LIKE '%\"format\":\"moroccoct-order/1\"%'");

        (await One.Ledger.ListAsync()).ShouldHaveSingleItem().Number.ShouldBe("changed");
    }
}
