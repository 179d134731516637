using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using MoroccoCT.Hosting;
using MoroccoCT.Storage;

namespace MoroccoCT.Tests.Hosting;

public sealed partial class BackupTests
{
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
    public async Task Whoever_has_the_ledger_open_is_not_robbed_of_it()
    {
        await MakeAsync("first");
        await BackUpAsync();
        using var other = LedgerCopy.Open(Ledger, SqliteOpenMode.ReadWrite);
        LedgerCopy.Counters(other).ShouldNotBeEmpty();

        (await RefusalAsync()).ShouldContain("Another command is using the ledger");
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

    private async Task<string> RefusalAsync()
    {
        Directory.CreateDirectory(Data);
        var message = (await Should.ThrowAsync<UsageException>(() => RestoreAsync())).Message;
        message.ShouldNotContain("\n");
        return message;
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
