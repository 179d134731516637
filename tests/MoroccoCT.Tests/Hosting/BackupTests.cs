using System.Formats.Tar;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using MoroccoCT.Audit;
using MoroccoCT.Hosting;
using MoroccoCT.People;
using MoroccoCT.Storage;
using MoroccoCT.Tests.Requests;

namespace MoroccoCT.Tests.Hosting;

public sealed class BackupTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("backup-");

    /// <summary>Of the year in which the numbers are given; no two backups or restores fall into one second.</summary>
    private readonly FakeTimeProvider clock = new(new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.FromSeconds(1) };

    private string Data => Path.Combine(folder.FullName, "data");

    private string File => Path.Combine(folder.FullName, "desk.tar");

    private string Ledger => Path.Combine(Data, "ledger.db");

    public void Dispose() => folder.Delete(recursive: true);

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

        restored.Counters.ShouldBe(new Dictionary<string, long> { ["MCT-2026"] = 1003, ["MCT-2027"] = 1000, ["MCT-2028"] = 1000 }, ignoreOrder: true);
        (await MakeAsync("fourth")).ShouldBe("MCT-2026-1004");
    }

    [Fact]
    public async Task Every_byte_counts()
    {
        await MakeAsync("first");
        await BackUpAsync();
        var good = await System.IO.File.ReadAllBytesAsync(File);
        var positions = Enumerable.Range(0, 120).Select(i => (int)((long)i * good.Length / 120))
            .Concat(Enumerable.Range(good.Length - 2048, 2048).Where(i => i % 31 == 0));
        foreach (var position in positions)
        {
            var altered = good.ToArray();
            altered[position] ^= 1;
            await System.IO.File.WriteAllBytesAsync(File, altered);
            (await RefusalAsync()).ShouldContain("cannot be restored");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(0.5)]
    [InlineData(-512)]
    [InlineData(-1)]
    public async Task A_file_that_was_cut_off_is_refused_and_nothing_is_changed(double length)
    {
        await MakeAsync("first");
        await BackUpAsync();
        Write("settings.json", "{}");
        await using (var stream = new FileStream(File, FileMode.Open))
            stream.SetLength(length is > 0 and < 1 ? (long)(stream.Length * length) : length < 0 ? stream.Length + (long)length : (long)length);

        (await RefusalAsync()).ShouldEndWith("Nothing was changed.");

        Read("settings.json").ShouldBe("{}");
        Directory.EnumerateFileSystemEntries(Data).Select(Path.GetFileName)
            .ShouldBe(["ledger.db", "ledger.db.lock", "settings.json", "keys", "library", "service.lock"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("/tmp/evil.txt")]
    [InlineData("library/../../evil.txt")]
    [InlineData("keys/deep/er.xml")]
    [InlineData("ledger.db-wal")]
    [InlineData("library/a\\..\\b")]
    [InlineData("appsettings.json")]
    public async Task A_name_that_no_backup_holds_is_refused(string name)
    {
        await CraftAsync([(BackupContent.Ledger, "ledger"), (name, "evil")], [Regular(BackupContent.Ledger, "ledger"), Regular(name, "evil")]);

        (await RefusalAsync()).ShouldContain("which no backup does");
    }

    [Fact]
    public async Task Links_are_refused()
    {
        await CraftAsync([(BackupContent.Ledger, "ledger"), ("keys/link", "")],
            [Regular(BackupContent.Ledger, "ledger"), new PaxTarEntry(TarEntryType.SymbolicLink, "keys/link") { LinkName = "/etc/passwd" }]);

        (await RefusalAsync()).ShouldContain("'keys/link'");
        Directory.Exists(Path.Combine(Data, ".restore")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_that_the_manifest_does_not_name_or_that_is_not_as_it_says_is_refused()
    {
        await CraftAsync([(BackupContent.Ledger, "ledger")], [Regular(BackupContent.Ledger, "ledger"), Regular("keys/more.xml", "x")]);
        (await RefusalAsync()).ShouldContain("'keys/more.xml'");

        await CraftAsync([(BackupContent.Ledger, "ledger")], [Regular(BackupContent.Ledger, "other!")]);
        (await RefusalAsync()).ShouldContain("'ledger.db' in it is not what its manifest says");

        await CraftAsync([(BackupContent.Ledger, "ledger"), ("keys/a.xml", "x")], [Regular(BackupContent.Ledger, "ledger")]);
        (await RefusalAsync()).ShouldContain("'keys/a.xml' is missing");
    }

    [Fact]
    public async Task Something_else_is_told_so()
    {
        Directory.CreateDirectory(Data);
        await System.IO.File.WriteAllTextAsync(File, new string('x', 10_000));
        (await RefusalAsync()).ShouldContain("no backup of this program");

        await using (var stream = System.IO.File.Create(File))
            await TarFile.CreateFromDirectoryAsync(Path.GetDirectoryName(typeof(BackupTests).Assembly.Location)! + "/Fixtures", stream,
                includeBaseDirectory: true);
        (await RefusalAsync()).ShouldContain("no backup of this program");
    }

    [Fact]
    public async Task A_ledger_of_a_newer_version_is_refused()
    {
        await MakeAsync("first");
        Execute("INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_Later', '10.0.0')");
        await BackUpAsync();

        (await RefusalAsync()).ShouldContain("written by a newer version");
    }

    [Fact]
    public async Task A_backup_writes_over_nothing_and_leaves_nothing_when_it_fails()
    {
        await MakeAsync("first");
        await System.IO.File.WriteAllTextAsync(File, "an older backup");
        (await Should.ThrowAsync<UsageException>(BackUpAsync)).Message.ShouldContain("exists already");
        System.IO.File.ReadAllText(File).ShouldBe("an older backup");

        System.IO.File.Delete(File);
        System.IO.File.WriteAllText(Ledger, "no ledger any more, but a letter");
        (await Should.ThrowAsync<UsageException>(BackUpAsync)).Message.ShouldContain("file is not a database");
        Directory.EnumerateFiles(folder.FullName).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_to_is_named()
    {
        await MakeAsync("first");

        var refused = await Should.ThrowAsync<UsageException>(() => Backup.MakeAsync(Data, Ledger, "/no/such/folder/desk.tar", clock, default));

        refused.Message.ShouldStartWith("file: '/no/such/folder/desk.tar' was not made: ");
        refused.Message.ShouldEndWith("Name a file in a folder that exists and that you may write to.");
    }

    [Fact]
    public async Task Whoever_has_the_ledger_open_is_not_robbed_of_it()
    {
        await MakeAsync("first");
        await BackUpAsync();
        using var other = LedgerCopy.Open(Ledger, SqliteOpenMode.ReadWrite);
        LedgerCopy.Counters(other).ShouldNotBeEmpty();

        (await RefusalAsync()).ShouldContain("Another command is using the ledger");
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

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Nobody_else_may_read_a_backup_or_the_keys_that_come_back()
    {
        await MakeAsync("first");
        await BackUpAsync();

        await RestoreAsync();

        foreach (var secret in new[] { File, Path.Combine(Data, "keys/key-1.xml") })
            System.IO.File.GetUnixFileMode(secret).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, secret);
    }

    [Fact]
    public async Task A_running_service_is_not_robbed_of_its_data()
    {
        await MakeAsync("first");
        await BackUpAsync();
        await MakeAsync("second");

        using (ServiceLock.Take(Data, "Stop it."))
            (await RefusalAsync()).ShouldContain($"already at work on '{Data}'. Stop the service first.");

        (await NumbersAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_restore_that_was_cut_short_is_finished_by_whoever_comes_next()
    {
        await MakeAsync("first");
        await BackUpAsync();
        await MakeAsync("second");
        var staged = Path.Combine(Data, ".restore");
        Directory.CreateDirectory(staged);
        await using (var file = System.IO.File.OpenRead(File))
        {
            var manifest = await BackupArchive.ReadAsync(file, entry => Create(Path.Combine(staged, entry.Name)), default);
            await System.IO.File.WriteAllBytesAsync(Path.Combine(staged, BackupManifest.FileName), manifest.Write());
        }

        PendingRestore.Begin(Data, staged, new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

        // The power went after the old ledger had been moved aside and the settings had been changed.
        var (pending, aside) = (Path.Combine(Data, "restore-pending-20261122T120000Z"), Path.Combine(Data, "replaced-20261122T120000Z"));
        Directory.CreateDirectory(aside);
        System.IO.File.Move(Ledger, Path.Combine(aside, "ledger.db"));
        Write("ledger.db-wal", "of the old ledger");
        System.IO.File.Move(Path.Combine(Data, "settings.json"), Path.Combine(aside, "settings.json"));
        System.IO.File.Move(Path.Combine(pending, "settings.json"), Path.Combine(Data, "settings.json"));

        PendingRestore.Finish(Data).ShouldBe(aside);

        (await NumbersAsync()).ShouldBe(["MCT-2026-0001"]);
        Read("settings.json").ShouldContain("First");
        Directory.EnumerateFiles(aside).Select(Path.GetFileName).ShouldBe(["ledger.db", "ledger.db-wal", "settings.json"], ignoreOrder: true);
        Directory.Exists(pending).ShouldBeFalse();
        PendingRestore.Finish(Data).ShouldBeNull();
    }

    [Fact]
    public void The_folder_is_for_one_service()
    {
        Directory.CreateDirectory(Data);
        using (ServiceLock.Take(Data, "Stop it."))
            Should.Throw<UsageException>(() => ServiceLock.Take(Data, "Stop it.")).Message.ShouldEndWith("Stop it.");
        ServiceLock.Take(Data, "Stop it.").Dispose();
    }

    private static FileStream Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return System.IO.File.Create(path);
    }

    /// <summary>Makes one request in the ledger, and everything else when there is none yet.</summary>
    private async Task<string> MakeAsync(string title)
    {
        string number;
        await using (var process = LedgerProcess.Create(new() { ["Ledger:DataFolder"] = Data }))
        {
            await process.Database.PrepareAsync(default);
            number = (await process.SubmitAsync(LedgerProcess.Order with { Title = title })).Number;
        }

        SqliteConnection.ClearAllPools();
        if (!System.IO.File.Exists(Path.Combine(Data, "settings.json")))
        {
            Write("settings.json", """{ "Desk": { "Name": "First" } }""");
            Write("keys/key-1.xml", "key");
            Write("library/sections/keepers/en.md", "text");
        }

        return number;
    }

    private Task BackUpAsync() => Backup.MakeAsync(Data, Ledger, File, clock, default);

    private Task<Restored> RestoreAsync(DateTimeOffset? now = null) => Restore.RunAsync(
        File, Data, data => new LedgerOptions { DataFolder = data },
        now is { } moment ? new FakeTimeProvider(moment) : clock, default);

    private async Task<string> RefusalAsync()
    {
        Directory.CreateDirectory(Data);
        var message = (await Should.ThrowAsync<UsageException>(() => RestoreAsync())).Message;
        message.ShouldNotContain("\n");
        return message;
    }

    private async Task<IReadOnlyList<string>> NumbersAsync()
    {
        await using var process = LedgerProcess.Create(new() { ["Ledger:DataFolder"] = Data });
        await process.Database.PrepareAsync(default);
        var page = await process.Ledger.Queries.ListAsync(null, 10, Viewer.Everything, ofPerson: null, default);
        var numbers = page.Items.Select(request => request.Number).ToList();
        await process.DisposeAsync();
        SqliteConnection.ClearAllPools();
        return numbers;
    }

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Data, name))!);
        System.IO.File.WriteAllText(Path.Combine(Data, name), text);
    }

    private string Read(string name) => System.IO.File.ReadAllText(Path.Combine(Data, name));

    private void Execute(string sql)
    {
        using var connection = LedgerCopy.Open(Ledger, SqliteOpenMode.ReadWrite);
        LedgerCopy.Execute(connection, sql);
    }

    private static PaxTarEntry Regular(string name, string content) =>
        new(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content)) };

    /// <summary>A file with a right seal, whatever is in it.</summary>
    private async Task CraftAsync((string Name, string Content)[] manifest, TarEntry[] entries)
    {
        var files = manifest.Select(file => new BackupFile(
            file.Name, file.Content.Length, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Content)))));
        await using var stream = System.IO.File.Create(File);
        await using var tar = new TarWriter(stream, TarEntryFormat.Pax);
        await tar.WriteEntryAsync(Regular(BackupManifest.FileName,
            Encoding.UTF8.GetString(BackupManifest.Of(DateTimeOffset.UnixEpoch, new Dictionary<string, long>(), [.. files]).Write())));
        foreach (var entry in entries)
            await tar.WriteEntryAsync(entry);
        await stream.FlushAsync();
        stream.Position = 0;
        var seal = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream));
        await tar.WriteEntryAsync(new UstarTarEntry(TarEntryType.RegularFile, "seal")
        {
            Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            ModificationTime = DateTimeOffset.UnixEpoch,
            DataStream = new MemoryStream(Encoding.ASCII.GetBytes(seal)),
        });
    }
}
