using System.CommandLine;
using MoroccoCT.Audit;
using MoroccoCT.Hosting;
using MoroccoCT.Storage;

namespace MoroccoCT.Cli;

/// <summary><c>audit verify</c>: is the audit whole, and which entry is the first that is not?</summary>
internal static class AuditCommand
{
    public static Command Create(TextWriter output)
    {
        var command = new Command("audit", "Look after the audit: who did what, when and from where.");
        command.Subcommands.Add(Verify(output));
        return command;
    }

    private static Command Verify(TextWriter output)
    {
        var data = DataFolder.OfTheService();
        var kept = new Option<string?>("--kept")
        {
            Description = "An entry as an earlier run printed it and as it was kept elsewhere, NUMBER:HASH: the audit must still hold exactly that.",
        };
        var command = new Command("verify",
            "Prove that no entry was altered, taken out, put in or cut off, also while the service runs. "
            + "Exits 0 when the audit is whole, 1 otherwise, and then names the first entry that is not right.");
        command.Options.Add(data);
        command.Options.Add(kept);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(data)!, parsed.GetValue(kept), output, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string data, string? kept, TextWriter output, CancellationToken cancellationToken)
    {
        var mark = Mark(kept);
        await using var services = LedgerServices.Existing(data, templates: null, _ => { });
        await services.GetRequiredService<LedgerDatabase>().PrepareAsync(cancellationToken);
        var (fault, last) = await services.GetRequiredService<AuditVerification>().RunAsync(mark, cancellationToken);
        if (fault is null)
        {
            await output.WriteLineAsync($"The audit is whole: {Entries(last.Sequence)}, last {last.Sequence}:{last.Hash}");
            return ExitCode.Success;
        }

        await output.WriteLineAsync($"The audit is NOT whole: {Text(fault)}.");
        await output.WriteLineAsync(last.Sequence == 0 ? "Nothing before it is proven." : $"Proven up to {last.Sequence}:{last.Hash}");
        return ExitCode.Failed;
    }

    private static AuditMark? Mark(string? kept)
    {
        if (kept is null)
            return null;
        return kept.Split(':') is [var number, var hash] && long.TryParse(number, out var sequence) && sequence >= 0
            && hash.Length == AuditChain.Beginning.Length && hash.All(char.IsAsciiHexDigit)
            ? new(sequence, hash.ToLowerInvariant())
            : throw new UsageException($"--kept: '{kept}' is no entry. Write its number, a colon and its hash, as 'audit verify' printed them.");
    }

    private static string Entries(long count) => count == 1 ? "1 entry" : $"{count} entries";

    private static string Text(AuditFault fault) => fault.Kind switch
    {
        AuditFaultKind.Altered => $"entry {fault.Sequence} was altered: its hash is not that of what it says",
        AuditFaultKind.Missing => $"entry {fault.Sequence} is missing",
        AuditFaultKind.NotFollowing => $"entry {fault.Sequence} does not follow the one before it: one of the two was put there later",
        AuditFaultKind.BeforeTheFirst => $"entry {fault.Sequence} was put there: the first has the number 1",
        AuditFaultKind.CutOff => $"it was cut off: entry {fault.Sequence} and all after it are gone",
        AuditFaultKind.NotTheHead => $"entry {fault.Sequence} is not the one that the head of the chain knows: it was put there later, or the head was altered",
        AuditFaultKind.NoHead => $"the head of the chain is gone, so that nobody can say whether entry {fault.Sequence} is the last",
        AuditFaultKind.NotAsKept => $"entry {fault.Sequence} is not the one that was kept: it, or the whole audit, was written anew",
        _ => throw new InvalidOperationException($"Unknown fault {fault.Kind}."),
    };
}
