using MoroccoCT.Briefings.Library;
using MoroccoCT.Language;
using MoroccoCT.Verification;

namespace MoroccoCT.Web.Language;

/// <summary>The page that checks a file.</summary>
public sealed class CheckWords(Texts texts) : WordGroup(texts, "Check")
{
    public string Title => Text();

    public string Lead => Text();

    public string File => Text();

    public string FileHelp => Text();

    public string Submit => Text();

    public string NoFile => Text();

    public string Busy => Text();

    public string Result => Text();

    public string Hash => Text();

    public string Account => Text();

    public string UnconfirmedAccount => Text();

    public string Name => Text();

    public string IssuedOn => Text();

    public string Sections => Text();

    public string Language => Text();

    public string Marking => Text();

    public string LibraryVersion => Text();

    public string FreshnessUnknown => Text();

    public string UpToDate => Text();

    public string Changed => Text();

    public string Verdict(Verdict verdict) => Text($"Verdict.{verdict}");

    /// <param name="deletedAt">When the request was deleted, in words; empty unless it was.</param>
    public string Explanation(VerificationReport report, string deletedAt) => Text(
        $"Explanation.{report.Verdict}", ("number", report.Number ?? ""), ("name", report.Manifest?.Name ?? ""), ("day", deletedAt));

    public string Change(Change change) => Text(
        $"Change.{change.Kind}", ("subject", change.Subject), ("before", Date(change.Before)), ("after", Date(change.After)));

    /// <summary>A date as manifests have it, which may end with the month or the year.</summary>
    private string Date(string? text) => text is not null && PartialDate.Parse(text) is { } date ? new CalendarWords(Texts).Day(date) : text ?? "";
}
