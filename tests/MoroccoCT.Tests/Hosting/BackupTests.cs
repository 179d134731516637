using System.Runtime.Versioning;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using MoroccoCT.Hosting;
using MoroccoCT.People;
using MoroccoCT.Storage;
using MoroccoCT.Tests.Requests;

namespace MoroccoCT.Tests.Hosting;

public sealed partial class BackupTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("backup-");

    /// <summary>Of the year in which the numbers are given; no two backups or restores fall into one second.</summary>
    private readonly FakeTimeProvider clock = new(new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.FromSeconds(1) };

    private string Data => Path.Combine(folder.FullName, "data");

    private string File => Path.Combine(folder.FullName, "desk.tar");

    private string Ledger => Path.Combine(Data, "ledger.db");

    public void Dispose() => folder.Delete(recursive: true);

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
    public void The_folder_is_for_one_service()
    {
        Directory.CreateDirectory(Data);
        using (ServiceLock.Take(Data, "Stop it."))
            Should.Throw<UsageException>(() => ServiceLock.Take(Data, "Stop it.")).Message.ShouldEndWith("Stop it.");
        ServiceLock.Take(Data, "Stop it.").Dispose();
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
}
