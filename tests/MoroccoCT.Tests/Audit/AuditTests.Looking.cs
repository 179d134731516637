using System.Text;
using System.Text.Json;
using MoroccoCT.Audit;

namespace MoroccoCT.Tests.Audit;

public abstract partial class AuditTests
{
    private AuditQueries Queries => One.Get<AuditQueries>();

    [Fact]
    public async Task Entries_are_listed_newest_first_a_page_at_a_time_and_back_again()
    {
        await AppendAsync("1", "2", "3", "4", "5");

        var first = await Queries.ListAsync(new(), null, null, 2, default);
        var second = await Queries.ListAsync(new(), first.Older, null, 2, default);
        var third = await Queries.ListAsync(new(), second.Older, null, 2, default);
        var back = await Queries.ListAsync(new(), null, third.Newer, 2, default);

        Subjects(first).ShouldBe(["5", "4"]);
        Subjects(second).ShouldBe(["3", "2"]);
        Subjects(third).ShouldBe(["1"]);
        Subjects(back).ShouldBe(["3", "2"]);
        (first.Newer, third.Older).ShouldBe((null, null));
        (back.Newer, back.Older).ShouldBe((3, 2));
    }

    [Fact]
    public async Task Entries_are_found_by_what_is_asked_for()
    {
        var trail = One.Get<AuditTrail>();
        await trail.AppendAsync(new(new(Doors.Form, "Élodie Martin", RequestId: "one"), Deed.SignIn, "Élodie Martin"), default);
        time.Advance(TimeSpan.FromHours(1));
        await trail.AppendAsync(new(new(Doors.Api, "100%_!"), Deed.Order, "MCT-2026-0001"), default);
        time.Advance(TimeSpan.FromHours(1));
        await trail.AppendAsync(new(new(Doors.Api, "100 per cent"), Deed.Order, "MCT-2026-0002"), default);
        var start = time.GetUtcNow().AddHours(-2);

        (await FoundAsync(new())).ShouldBe([1, 2, 3]);
        (await FoundAsync(new() { Who = "Élodie" })).ShouldBe([1]);
        (await FoundAsync(new() { Who = "MARTIN" })).ShouldBe([1]);
        (await FoundAsync(new() { Who = "100%_!" })).ShouldBe([2]);
        (await FoundAsync(new() { Who = "100_" })).ShouldBeEmpty();
        (await FoundAsync(new() { Who = "  " })).ShouldBe([1, 2, 3]);
        (await FoundAsync(new() { Who = "\0" })).ShouldBeEmpty();
        (await FoundAsync(new() { What = "order" })).ShouldBe([2, 3]);
        (await FoundAsync(new() { What = "order", Subject = "mct-2026-0002" })).ShouldBe([3]);
        (await FoundAsync(new() { RequestId = "one" })).ShouldBe([1]);
        (await FoundAsync(new() { From = start.AddHours(1) })).ShouldBe([2, 3]);
        (await FoundAsync(new() { Before = start.AddHours(1) })).ShouldBe([1]);
        (await FoundAsync(new() { From = start.AddHours(1), Before = start.AddHours(2), Subject = "MCT" })).ShouldBe([2]);
    }

    [Fact]
    public async Task A_page_of_what_is_asked_for_leads_to_the_next_of_the_same()
    {
        await AppendAsync("a1", "b1", "a2", "b2", "a3");

        var first = await Queries.ListAsync(new() { Subject = "a" }, null, null, 2, default);
        var second = await Queries.ListAsync(new() { Subject = "a" }, first.Older, null, 2, default);

        Subjects(first).ShouldBe(["a3", "a2"]);
        Subjects(second).ShouldBe(["a1"]);
        second.Older.ShouldBeNull();
    }

    [Fact]
    public async Task All_that_is_handed_out_can_be_proven_from_it()
    {
        await AppendAsync("first", "=2+2", "الأول");
        using var json = new MemoryStream();

        await AuditJson.WriteAsync(Queries.AllAsync(new(), default), json, default);

        var entries = JsonDocument.Parse(json.ToArray()).RootElement.EnumerateArray().ToList();
        entries.Select(Read).Select(AuditChain.HashOf).ShouldBe((await EntriesAsync()).Select(entry => entry.Hash));
        entries[2].GetProperty("subject").GetString().ShouldBe("الأول");
        Encoding.UTF8.GetString(json.ToArray()).ShouldContain("الأول");
    }

    [Fact]
    public async Task More_than_is_read_at_once_is_handed_out_in_order()
    {
        await FillAsync(2_001);

        var handedOut = new List<long>();
        await foreach (var entry in Queries.AllAsync(new(), default))
            handedOut.Add(entry.Sequence);

        handedOut.ShouldBe(Enumerable.Range(1, 2_001).Select(number => (long)number));
    }

    private static AuditEntry Read(JsonElement entry) => new()
    {
        Sequence = entry.GetProperty("sequence").GetInt64(),
        At = entry.GetProperty("at").GetDateTimeOffset(),
        Who = entry.GetProperty("who").GetString(),
        WhoId = entry.GetProperty("whoId").GetString(),
        Door = entry.GetProperty("door").GetString()!,
        What = entry.GetProperty("what").GetString()!,
        Subject = entry.GetProperty("subject").GetString(),
        Details = entry.GetProperty("details").GetString()!,
        Address = entry.GetProperty("address").GetString(),
        RequestId = entry.GetProperty("requestId").GetString(),
        PreviousHash = entry.GetProperty("previousHash").GetString()!,
        Hash = "",
    };

    private static IEnumerable<string?> Subjects(AuditPage page) => page.Items.Select(entry => entry.Subject);

    private async Task<IEnumerable<long>> FoundAsync(AuditFilter filter) =>
        (await Queries.ListAsync(filter, null, null, 100, default)).Items.Select(entry => entry.Sequence).Reverse();
}
