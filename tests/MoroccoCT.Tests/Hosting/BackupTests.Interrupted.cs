using MoroccoCT.Hosting;

namespace MoroccoCT.Tests.Hosting;

public sealed partial class BackupTests
{
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

    private static FileStream Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return System.IO.File.Create(path);
    }
}
