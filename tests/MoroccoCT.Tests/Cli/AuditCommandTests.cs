using Microsoft.Data.Sqlite;
using MoroccoCT.Cli;
using MoroccoCT.Tests.Requests;

namespace MoroccoCT.Tests.Cli;

/// <summary><c>audit verify</c> as it is typed, while a process has the ledger open.</summary>
public sealed class AuditCommandTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("audit-");
    private LedgerProcess process = null!;

    public async Task InitializeAsync()
    {
        process = LedgerProcess.Create(new() { ["Ledger:DataFolder"] = folder.FullName });
        await process.Database.PrepareAsync(default);
    }

    public async Task DisposeAsync()
    {
        await process.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_whole_audit_is_told_with_its_last_entry_in_one_line()
    {
        await SubmitAsync(2);
        var last = (await process.AuditAsync())[^1];

        (await RunAsync()).ShouldBe((0, $"The audit is whole: 2 entries, last 2:{last.Hash}\n", ""));
    }

    [Theory]
    [InlineData("UPDATE audit SET who = 'x' WHERE sequence = 2", "entry 2 was altered: its hash is not that of what it says")]
    [InlineData("DELETE FROM audit WHERE sequence = 2", "entry 2 is missing")]
    [InlineData("DELETE FROM audit WHERE sequence > 1", "it was cut off: entry 2 and all after it are gone")]
    public async Task The_first_entry_that_is_not_right_is_named(string tampering, string fault)
    {
        await SubmitAsync(3);
        var first = (await process.AuditAsync())[0];
        await process.ExecuteAsync($"DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_deleted; {tampering}");

        (await RunAsync()).ShouldBe((1, $"The audit is NOT whole: {fault}.\nProven up to 1:{first.Hash}\n", ""));
    }

    [Fact]
    public async Task An_entry_that_was_kept_must_still_be_there()
    {
        await SubmitAsync(2);
        var first = (await process.AuditAsync())[0];

        (await RunAsync("--kept", $"1:{first.Hash.ToUpperInvariant()}")).ExitCode.ShouldBe(0);
        (await RunAsync("--kept", $"1:{new string('a', 64)}")).ShouldBe(
            (1, "The audit is NOT whole: entry 1 is not the one that was kept: it, or the whole audit, was written anew.\nNothing before it is proven.\n", ""));
        (await RunAsync("--kept", $"9:{first.Hash}")).Output.ShouldContain("entry 9 is not the one that was kept");
    }

    [Theory]
    [InlineData("1")]
    [InlineData("one:ff")]
    [InlineData("1:ff")]
    [InlineData("-1:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task What_is_no_entry_is_refused(string kept)
    {
        var (exitCode, output, error) = await RunAsync($"--kept={kept}");

        (exitCode, output).ShouldBe((2, ""));
        error.ShouldStartWith($"--kept: '{kept}' is no entry.");
    }

    [Fact]
    public async Task Without_a_ledger_there_is_nothing_to_prove() =>
        (await RunAsync("--data", Path.Combine(folder.FullName, "elsewhere"))).ExitCode.ShouldBe(2);

    private async Task SubmitAsync(int count)
    {
        for (var i = 0; i < count; i++)
            await process.SubmitAsync();
    }

    private async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        string[] data = arguments.Contains("--data") ? [] : ["--data", folder.FullName];
        var exitCode = await CommandLine.RunAsync(["audit", "verify", .. data, .. arguments], output, error, default);
        return (exitCode, output.ToString(), error.ToString());
    }
}
