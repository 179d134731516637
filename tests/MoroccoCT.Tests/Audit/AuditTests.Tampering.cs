using System.Globalization;
using MoroccoCT.Audit;

namespace MoroccoCT.Tests.Audit;

public abstract partial class AuditTests
{
    [Theory]
    [InlineData("UPDATE audit SET who = 'Nobody' WHERE sequence = 1")]
    [InlineData("DELETE FROM audit WHERE sequence = 2")]
    [InlineData("DELETE FROM audit")]
    [InlineData("DELETE FROM audit_head")]
    [InlineData("UPDATE audit_head SET sequence = 1")]
    public Task The_database_refuses_what_the_program_never_does(string sql) => RefusedAsync(sql);

    [Theory]
    [InlineData("at = at + 1")]
    [InlineData("at = 9223372036854775807")]
    [InlineData("who = 'Brahim'")]
    [InlineData("who = NULL")]
    [InlineData("who_id = NULL")]
    [InlineData("who_id = 'no id'")]
    [InlineData("door = 'form'")]
    [InlineData("what = 'export'")]
    [InlineData("subject = 'third'")]
    [InlineData("subject = ''")]
    [InlineData("details = '{{}}'")]
    [InlineData("address = '192.0.2.8'")]
    [InlineData("request_id = NULL")]
    [InlineData("previous_hash = 'x'")]
    [InlineData("hash = 'x'")]
    [InlineData("who = door, door = who")]
    public async Task Whatever_is_altered_is_found(string change)
    {
        await AppendAsync("first", "second", "third");

        await TamperAsync($"UPDATE audit SET {change} WHERE sequence = 2");

        (await FaultAsync()).ShouldBe(new(AuditFaultKind.Altered, 2));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task An_entry_that_was_taken_out_is_named(long sequence)
    {
        await AppendAsync("first", "second", "third");

        await TamperAsync($"DELETE FROM audit WHERE sequence = {sequence}");

        (await FaultAsync()).ShouldBe(new(sequence == 3 ? AuditFaultKind.CutOff : AuditFaultKind.Missing, sequence));
    }

    [Fact]
    public async Task An_audit_that_was_emptied_was_cut_off()
    {
        await AppendAsync("first", "second");

        await TamperAsync("DELETE FROM audit");

        (await FaultAsync()).ShouldBe(new(AuditFaultKind.CutOff, 1));
    }

    [Fact]
    public async Task Entries_that_changed_places_are_found()
    {
        await AppendAsync("first", "second", "third");

        await TamperAsync(
            "UPDATE audit SET sequence = 99 WHERE sequence = 1; UPDATE audit SET sequence = 1 WHERE sequence = 2; "
            + "UPDATE audit SET sequence = 2 WHERE sequence = 99");

        (await FaultAsync()).ShouldBe(new(AuditFaultKind.Altered, 1));
    }

    [Fact]
    public async Task An_entry_with_a_new_hash_is_given_away_by_the_next_one()
    {
        await AppendAsync("first", "second", "third");
        var forged = Forge((await EntriesAsync())[1] with { Subject = "another" });

        await TamperAsync($"UPDATE audit SET subject = 'another', hash = '{forged.Hash}' WHERE sequence = 2");

        (await FaultAsync()).ShouldBe(new(AuditFaultKind.NotFollowing, 3));
    }

    [Fact]
    public async Task The_last_entry_with_a_new_hash_is_given_away_by_the_head()
    {
        await AppendAsync("first", "second");
        var forged = Forge((await EntriesAsync())[1] with { Subject = "another" });

        await TamperAsync($"UPDATE audit SET subject = 'another', hash = '{forged.Hash}' WHERE sequence = 2");

        (await FaultAsync()).ShouldBe(new(AuditFaultKind.NotTheHead, 2));
    }

    [Fact]
    public async Task An_entry_put_behind_the_last_one_is_given_away_by_the_head()
    {
        await AppendAsync("first");
        var first = (await EntriesAsync())[0];
        var forged = Forge(first with { Sequence = 2, PreviousHash = first.Hash });

        await TamperAsync(InsertOf(forged));

        (await FaultAsync()).ShouldBe(new(AuditFaultKind.NotTheHead, 2));
    }

    [Fact]
    public async Task An_entry_put_before_the_first_is_found()
    {
        await AppendAsync("first");

        await TamperAsync(InsertOf(Forge((await EntriesAsync())[0] with { Sequence = 0 })));

        (await FaultAsync()).ShouldBe(new(AuditFaultKind.BeforeTheFirst, 0));
    }

    [Theory]
    [InlineData("UPDATE audit_head SET hash = 'x'", AuditFaultKind.NotTheHead)]
    [InlineData("UPDATE audit_head SET sequence = 3", AuditFaultKind.CutOff)]
    [InlineData("DELETE FROM audit_head", AuditFaultKind.NoHead)]
    public async Task A_head_that_was_tampered_with_is_found(string sql, AuditFaultKind fault)
    {
        await AppendAsync("first", "second");

        await TamperAsync(sql);

        (await FaultAsync()).Kind.ShouldBe(fault);
    }

    [Fact]
    public async Task Without_the_head_nothing_more_is_entered()
    {
        await TamperAsync("DELETE FROM audit_head");

        (await Should.ThrowAsync<MoroccoCT.Storage.LedgerFileException>(() => AppendAsync("first"))).Message.ShouldContain("the head of its audit is gone");
    }

    [Fact]
    public async Task A_chain_that_was_written_anew_is_found_by_an_entry_kept_elsewhere()
    {
        await AppendAsync("first", "second", "third");
        var (_, kept) = await VerdictAsync();
        var second = (await EntriesAsync())[1];
        (await VerdictAsync(kept)).Fault.ShouldBeNull();

        await TamperAsync($"DELETE FROM audit WHERE sequence = 3; UPDATE audit_head SET sequence = 2, hash = '{second.Hash}'");

        (await VerdictAsync()).Fault.ShouldBeNull("nothing in the database tells it");
        (await VerdictAsync(kept)).Fault.ShouldBe(new(AuditFaultKind.NotAsKept, 3));
        await AppendAsync("another");
        (await VerdictAsync(kept)).Fault.ShouldBe(new(AuditFaultKind.NotAsKept, 3));
    }

    [Fact]
    public async Task A_fault_far_behind_is_found()
    {
        const int Count = 2_345;
        var entries = await FillAsync(Count);
        (await VerdictAsync()).ShouldBe(new(null, new(Count, entries[^1].Hash)));

        await TamperAsync($"UPDATE audit SET subject = 'x' WHERE sequence = {Count - 1}");

        (await VerdictAsync()).ShouldBe(new(new(AuditFaultKind.Altered, Count - 1), new(Count - 2, entries[Count - 3].Hash)));
    }

    /// <summary>Makes a long chain at once.</summary>
    private async Task<IReadOnlyList<AuditEntry>> FillAsync(int count)
    {
        var entries = new List<AuditEntry>();
        for (var i = 1; i <= count; i++)
        {
            entries.Add(Forge(new()
            {
                Sequence = i,
                At = time.GetUtcNow(),
                Door = Doors.Api,
                What = "download",
                Subject = $"{i}",
                Details = "{}",
                PreviousHash = i == 1 ? AuditChain.Beginning : entries[^1].Hash,
                Hash = "",
            }));
        }

        foreach (var some in entries.Chunk(500))
            await One.ExecuteAsync(string.Join(';', some.Select(InsertOf)));
        await One.ExecuteAsync($"UPDATE audit_head SET sequence = {count}, hash = '{entries[^1].Hash}'");
        return entries;
    }

    private static AuditEntry Forge(AuditEntry entry) => entry with { Hash = AuditChain.HashOf(entry) };

    private static string InsertOf(AuditEntry entry)
    {
        string?[] texts =
        [
            entry.Who, entry.WhoId, entry.Door, entry.What, entry.Subject, entry.Details.Replace("{", "{{").Replace("}", "}}"), entry.Address, entry.RequestId,
            entry.PreviousHash, entry.Hash,
        ];
        var values = string.Join(", ", texts.Select(text => text is null ? "NULL" : $"'{text}'"));
        return string.Create(CultureInfo.InvariantCulture, $"INSERT INTO audit VALUES ({entry.Sequence}, {entry.At.ToUnixTimeMilliseconds()}, {values})");
    }

    private async Task TamperAsync(string sql)
    {
        await One.ExecuteAsync(WithoutTriggers);
        await One.ExecuteAsync(sql);
    }

    private async Task<AuditFault> FaultAsync() => (await VerdictAsync()).Fault.ShouldNotBeNull();
}
