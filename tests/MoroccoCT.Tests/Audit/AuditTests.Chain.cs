using MoroccoCT.Audit;
using MoroccoCT.Storage;

namespace MoroccoCT.Tests.Audit;

public abstract partial class AuditTests
{
    [Fact]
    public async Task An_audit_without_entries_is_whole() => (await VerdictAsync()).ShouldBe(new(null, new(0, AuditChain.Beginning)));

    [Fact]
    public async Task An_entry_says_who_did_what_to_what_when_by_which_way_and_from_where()
    {
        await One.Get<AuditTrail>().AppendAsync(
            new(amina, Deed.Order, "MCT-2026-0001", new Dictionary<string, string?> { ["marking"] = "TLP:CLEAR", ["language"] = "en", ["schedule"] = null }),
            default);

        var entry = (await EntriesAsync()).ShouldHaveSingleItem();

        (entry.Sequence, entry.At, entry.Who, entry.WhoId, entry.Door).ShouldBe((1, time.GetUtcNow(), "Amina", "0190aaaa-0000-7000-8000-000000000001", "api"));
        (entry.What, entry.Subject, entry.Address, entry.RequestId).ShouldBe(("order", "MCT-2026-0001", "192.0.2.7", "0af7651916cd43dd8448eb211c80319c"));
        entry.Details.ShouldBe("""{"language":"en","marking":"TLP:CLEAR"}""");
        entry.PreviousHash.ShouldBe(AuditChain.Beginning);
    }

    [Fact]
    public async Task Whoever_is_unknown_can_be_entered()
    {
        await One.Get<AuditTrail>().AppendAsync(new(new(Doors.Form), Deed.SignInFailed), default);

        (await EntriesAsync()).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            entry => (entry.Who, entry.WhoId, entry.Subject).ShouldBe((null, null, null)), entry => entry.Details.ShouldBe("{}"));
        (await VerdictAsync()).Fault.ShouldBeNull();
    }

    [Fact]
    public async Task Each_entry_carries_the_hash_of_the_one_before()
    {
        await AppendAsync("first", "second", "third");

        var entries = await EntriesAsync();

        entries.Select(entry => entry.Sequence).ShouldBe([1, 2, 3]);
        entries.Select(entry => entry.PreviousHash).ShouldBe([AuditChain.Beginning, entries[0].Hash, entries[1].Hash]);
        entries.Select(AuditChain.HashOf).ShouldBe(entries.Select(entry => entry.Hash));
        (await VerdictAsync()).ShouldBe(new(null, new(3, entries[2].Hash)));
    }

    [Fact]
    public async Task What_is_rolled_back_leaves_neither_an_entry_nor_a_gap()
    {
        await AppendAsync("first");

        await Should.ThrowAsync<InvalidOperationException>(() => One.Get<LedgerStore>().WriteAsync<bool>(
            async ledger =>
            {
                await One.Get<AuditTrail>().AppendAsync(ledger, new(amina, Deed.Order, "never"), default);
                throw new InvalidOperationException();
            },
            default));
        await AppendAsync("second");

        (await EntriesAsync()).Select(entry => (entry.Sequence, entry.Subject)).ShouldBe([(1, "first"), (2, "second")]);
        (await VerdictAsync()).Fault.ShouldBeNull();
    }

    [Fact]
    public async Task One_transaction_may_tell_of_several_things()
    {
        await One.Get<LedgerStore>().WriteAsync(
            async ledger =>
            {
                foreach (var deed in new[] { Deed.RoleChanged, Deed.SessionsRevoked, Deed.KeyRevoked })
                    await One.Get<AuditTrail>().AppendAsync(ledger, new(amina, deed, "Brahim"), default);
                return true;
            },
            default);

        (await EntriesAsync()).Select(entry => entry.What).ShouldBe(["roleChanged", "sessionsRevoked", "keyRevoked"]);
        (await VerdictAsync()).Fault.ShouldBeNull();
    }

    [Fact]
    public async Task Many_processes_write_one_chain()
    {
        for (var i = 0; i < 3; i++)
            await StartAsync();

        await Task.WhenAll(processes.SelectMany(process => Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++)
            {
                await process.Get<AuditTrail>().AppendAsync(new(amina, Deed.Download, $"{i}"), default);
                await process.Get<LedgerStore>().WriteAsync(
                    async ledger =>
                    {
                        await Counters.NextAsync(ledger, "series", default);
                        await process.Get<AuditTrail>().AppendAsync(ledger, new(amina, Deed.Order, $"{i}"), default);
                        return true;
                    },
                    default);
            }
        }))));

        (await VerdictAsync()).ShouldSatisfyAllConditions(verdict => verdict.Fault.ShouldBeNull(), verdict => verdict.Last.Sequence.ShouldBe(160));
    }

    [Fact]
    public async Task The_chain_is_proven_while_others_write_to_it()
    {
        var other = await StartAsync();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 200; i++)
                await other.Get<AuditTrail>().AppendAsync(new(amina, Deed.Download, $"{i}"), default);
        });

        while (!writing.IsCompleted)
            (await VerdictAsync()).Fault.ShouldBeNull();

        await writing;
        (await VerdictAsync()).Last.Sequence.ShouldBe(200);
    }

    [Fact]
    public async Task A_later_start_goes_on_with_the_chain()
    {
        await AppendAsync("first");
        await One.DisposeAsync();
        processes.Clear();
        await StartAsync();

        await AppendAsync("second");

        (await VerdictAsync()).ShouldSatisfyAllConditions(verdict => verdict.Fault.ShouldBeNull(), verdict => verdict.Last.Sequence.ShouldBe(2));
    }

    [Fact]
    public async Task What_somebody_calls_himself_stays_short_and_on_one_line()
    {
        const string Name = "=HYPERLINK(\"http://x\")\r\n\u202Egnp.exe\0";
        var half = $"{(char)0xD83D}";
        var by = amina with { Name = Name, Address = new string('9', 10_000), RequestId = half };
        var details = new Dictionary<string, string?> { [new string('n', 10_000)] = new string('\n', 10_000), ["emoji"] = new string('x', 499) + "🙂" };
        await One.Get<AuditTrail>().AppendAsync(new(by, Deed.Download, new string('é', 10_000), details), default);

        var entry = (await EntriesAsync()).ShouldHaveSingleItem();

        entry.Who.ShouldBe(@"=HYPERLINK(""http://x"")\r\n\u202Egnp.exe\u0000");
        entry.RequestId.ShouldBe(@"\uD83D");
        (entry.Subject!.Length, entry.Address!.Length, entry.Details.Length).ShouldSatisfyAllConditions(
            lengths => lengths.Item1.ShouldBe(200), lengths => lengths.Item2.ShouldBe(200), lengths => lengths.Item3.ShouldBeLessThan(2000));
        entry.Details.ShouldContain("x…");
        (await VerdictAsync()).Fault.ShouldBeNull();
    }
}
