using System.CommandLine;
using MoroccoCT.Audit;
using MoroccoCT.Hosting;
using MoroccoCT.People;
using MoroccoCT.Storage;
using MoroccoCT.Typesetting;
using MoroccoCT.Verification;

namespace MoroccoCT.Cli;

/// <summary><c>verify</c>: is this file a briefing of ours, unchanged and up to date?</summary>
internal static class VerifyCommand
{
    public static Command Create(TextWriter output)
    {
        var file = new Argument<string>("file") { Description = "The PDF to check." };
        var data = DataFolder.OfTheService();
        var templates = CheckCommand.TemplatesOption();
        var command = new Command("verify",
            "Tell whether a PDF was issued here, whether it is unchanged, and what has changed since. "
            + "Exits 0 when it was issued here and is unchanged, 1 otherwise.");
        command.Arguments.Add(file);
        command.Options.Add(data);
        command.Options.Add(templates);
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(file)!, parsed.GetValue(data)!, parsed.GetValue(templates), output, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string file, string data, string? templates, TextWriter output, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
            throw new UsageException($"file: '{file}' does not exist. Name a PDF file.");
        await using var services = LedgerServices.Existing(data, templates, services => services.AddVerification());
        await services.GetRequiredService<LedgerDatabase>().PrepareAsync(cancellationToken);
        var report = await VerifyAsync(services.GetRequiredService<BriefingVerifier>(), file, cancellationToken);
        foreach (var line in Lines(report))
            await output.WriteLineAsync(line);
        return report.IsGenuine ? ExitCode.Success : ExitCode.Failed;
    }

    private static async Task<VerificationReport> VerifyAsync(BriefingVerifier verifier, string file, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = File.OpenRead(file);
            return await verifier.VerifyAsync(content, Viewer.Everything, Actor.CommandLine, cancellationToken);
        }
        catch (ForeignFileTooLargeException tooLarge)
        {
            throw new UsageException($"file: '{file}' is no briefing. {tooLarge.Message}");
        }
        catch (ErrandFailedException failure)
        {
            throw new UsageException($"verify: The process that reads files did not start. {failure.Message} Try again.");
        }
    }

    internal static IEnumerable<string> Lines(VerificationReport report)
    {
        yield return report.Verdict switch
        {
            Verdict.Genuine => $"Genuine: issued here as {report.Number} and unchanged.",
            Verdict.Altered => $"Altered: it says it is {Name(report)}, which was issued here, but it is not that file any more.",
            Verdict.Deleted => $"Deleted: issued here as {report.Number} and unchanged, but deleted here on {report.DeletedAt:yyyy-MM-dd}.",
            Verdict.Preview => "Preview: the pages of an order as they were shown before anybody ordered it. It was never issued.",
            Verdict.NotIssuedHere => $"Not issued here: it says it is {Name(report)}, but this ledger does not know it.",
            Verdict.NotPdf => "No PDF: the file does not begin as a PDF does. Name the PDF itself.",
            Verdict.NotChecked => "Damaged or hostile: not checked. Reading the file took too much time or memory, or ended the reader.",
            Verdict.NewerFormat => "Not issued here: its manifest is of a newer version of this program, which this version cannot read.",
            Verdict.DamagedPdf => "Damaged: the file begins as a PDF, but it is damaged or cut short. Fetch or copy it again.",
            _ => "No briefing: the file carries no manifest of this product.",
        };
        yield return $"sha256:{report.Sha256}";
        if (report.Manifest is { } manifest)
        {
            var issued = report.IsUnchanged ? "Issued" : "By its own account, which is not confirmed: issued";
            yield return $"{issued} {manifest.Issued:yyyy-MM-dd}, {manifest.Order.Language}, {string.Join(", ", manifest.Order.Sections)}, "
                + $"{manifest.Order.Marking}, library {manifest.Library.ShortHash}.";
        }

        if (report.IsSuperseded is { } superseded)
            yield return superseded ? "Superseded. Since it was made:" : "Up to date: nothing it was made from has changed.";
        else if (report.IsGenuine)
            yield return "Whether what it was made from has changed cannot be said: its manifest could not be read.";
        foreach (var change in report.Changes ?? [])
            yield return $"- {Text(change)}";
    }

    private static string Name(VerificationReport report) => report.Manifest?.Name ?? report.Number ?? "";

    internal static string Text(Change change) => change.Kind switch
    {
        ChangeKind.SectionText => $"the section '{change.Subject}' was rewritten",
        ChangeKind.SectionInformation => $"the section '{change.Subject}' holds information as of {change.After} (then {change.Before})",
        ChangeKind.SectionReview => $"the section '{change.Subject}' was reviewed on {change.After}",
        ChangeKind.SectionRemoved => $"the section '{change.Subject}' was taken out of the library",
        ChangeKind.LibraryFile => $"{change.Subject} was changed",
        ChangeKind.NewerEdition => $"edition {change.Subject} was issued",
        ChangeKind.Superseded => $"edition {change.Subject} corrects it and has taken its place",
        _ => throw new InvalidOperationException($"Unknown change {change.Kind}."),
    };
}
