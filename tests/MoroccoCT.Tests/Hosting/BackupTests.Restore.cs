using Microsoft.Data.Sqlite;
using MoroccoCT.Audit;
using MoroccoCT.Tests.Requests;

namespace MoroccoCT.Tests.Hosting;

public sealed partial class BackupTests
{
    [Fact]
    public async Task What_was_backed_up_comes_back_and_what_came_later_is_kept_aside()
    {
        await MakeAsync("first");
        await BackUpAsync();
        Write("settings.json", """{ "Desk": { "Name": "Later" } }""");
        Write("library/sections/keepers/en.md", "later");
        System.IO.File.Delete(Path.Combine(Data, "keys/key-1.xml"));
        await MakeAsync("second");

        var restored = await RestoreAsync();

        Read("settings.json").ShouldContain("First");
        Read("keys/key-1.xml").ShouldBe("key");
        Read("library/sections/keepers/en.md").ShouldBe("text");
        (await NumbersAsync()).ShouldBe(["MCT-2026-0001"]);
        System.IO.File.ReadAllText(Path.Combine(restored.Replaced.ShouldNotBeNull(), "settings.json")).ShouldContain("Later");
        System.IO.File.Exists(Path.Combine(restored.Replaced, "ledger.db")).ShouldBeTrue();
        Directory.EnumerateFileSystemEntries(Data).Select(Path.GetFileName)
            .ShouldBe(["ledger.db", "ledger.db.lock", "settings.json", "keys", "library", "service.lock", Path.GetFileName(restored.Replaced)],
                ignoreOrder: true);
    }

    [Fact]
    public async Task What_a_backup_does_not_have_is_kept_aside_too()
    {
        await MakeAsync("first");
        Directory.Delete(Path.Combine(Data, "library"), recursive: true);
        await BackUpAsync();
        Write("library/sections/keepers/en.md", "later");

        var restored = await RestoreAsync();

        Directory.Exists(Path.Combine(Data, "library")).ShouldBeFalse();
        System.IO.File.Exists(Path.Combine(restored.Replaced.ShouldNotBeNull(), "library/sections/keepers/en.md")).ShouldBeTrue();
    }

    [Fact]
    public async Task Into_an_empty_folder_it_comes_as_it_was()
    {
        await MakeAsync("first");
        await BackUpAsync();
        Directory.Move(Data, $"{Data}-lost");
        Directory.CreateDirectory(Data);

        (await RestoreAsync()).Replaced.ShouldBeNull();

        (await NumbersAsync()).ShouldBe(["MCT-2026-0001"]);
    }

    [Fact]
    public async Task A_damaged_ledger_is_replaced_and_kept_aside()
    {
        await MakeAsync("first");
        await BackUpAsync();
        System.IO.File.WriteAllText(Ledger, "no ledger any more, but a letter");

        var restored = await RestoreAsync();

        (await NumbersAsync()).ShouldBe(["MCT-2026-0001"]);
        System.IO.File.ReadAllText(Path.Combine(restored.Replaced.ShouldNotBeNull(), "ledger.db")).ShouldStartWith("no ledger");
    }

    [Fact]
    public async Task Numbers_that_may_have_been_issued_since_are_skipped_also_those_of_a_new_year()
    {
        await MakeAsync("first");
        await BackUpAsync();
        await MakeAsync("second");
        await MakeAsync("third");

        var restored = await RestoreAsync(new DateTimeOffset(2028, 1, 1, 12, 0, 0, TimeSpan.Zero));

        restored.Counters.Where(counter => !counter.Key.StartsWith("MCT-D-", StringComparison.Ordinal)).ToDictionary()
            .ShouldBe(new Dictionary<string, long> { ["MCT-2026"] = 1003, ["MCT-2027"] = 1000, ["MCT-2028"] = 1000 }, ignoreOrder: true);
        restored.Counters.Keys.Count(series => series is "MCT-D-2026" or "MCT-D-2027" or "MCT-D-2028").ShouldBe(3);
        (await MakeAsync("fourth")).ShouldBe("MCT-2026-1004");
    }

    [Fact]
    public async Task An_edition_that_fell_due_since_the_backup_is_not_made_again_by_itself()
    {
        await MakeAsync("first");
        Execute("INSERT INTO schedules (name, cron, time_zone, since) VALUES ('weekly', '0 7 * * 1', 'UTC', 0)");
        await BackUpAsync();
        var now = new DateTimeOffset(2026, 12, 24, 12, 0, 0, TimeSpan.Zero);

        await RestoreAsync(now);

        await using var process = LedgerProcess.Create(new() { ["Ledger:DataFolder"] = Data });
        (await process.CountAsync("SELECT since FROM schedules WHERE name = 'weekly'")).ShouldBe(now.ToUnixTimeMilliseconds());
    }

    [Fact]
    public async Task The_audit_comes_back_whole_goes_on_and_is_still_only_added_to()
    {
        await MakeAsync("first");
        await BackUpAsync();
        await MakeAsync("lost");

        await RestoreAsync();
        await MakeAsync("next");

        await using var process = LedgerProcess.Create(new() { ["Ledger:DataFolder"] = Data });
        (await process.AuditAsync()).Select(entry => (entry.Sequence, entry.Subject)).ShouldBe([(1, "MCT-2026-0001"), (2, "MCT-2026-1003")]);
        (await process.Get<AuditVerification>().RunAsync(null, default)).Fault.ShouldBeNull();
        await Should.ThrowAsync<SqliteException>(() => process.ExecuteAsync("DELETE FROM audit"));
    }
}
