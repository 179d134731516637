using MoroccoCT.Verification;

namespace MoroccoCT.Web.Language;

/// <summary>The page that checks a file.</summary>
public sealed record CheckWords
{
    public string Title { get; init; } = "Check a briefing";

    public string Lead { get; init; } =
        "Was this file issued here? Is it unchanged? Is it still up to date? Choose or drop a PDF. It is looked at and not kept.";

    public string File { get; init; } = "PDF file";

    public string FileHelp { get; init; } = "At most 20 MB.";

    public string Submit { get; init; } = "Check the file";

    public string NoFile { get; init; } = "Choose a PDF file first.";

    public string Busy { get; init; } = "Too many files are being checked at the moment. Try again in a few seconds.";

    public string Result { get; init; } = "Result";

    public string Hash { get; init; } = "SHA-256 of the file";

    public string Account { get; init; } = "What the file says of itself";

    public string UnconfirmedAccount { get; init; } = "What the file claims of itself – not confirmed";

    public string Name { get; init; } = "Number or reference";

    public string IssuedOn { get; init; } = "Date issued";

    public string Sections { get; init; } = "Sections";

    public string Language { get; init; } = "Language";

    public string Marking { get; init; } = "Marking";

    public string LibraryVersion { get; init; } = "Library version";

    public string FreshnessUnknown { get; init; } = "Whether what it was made from has changed since cannot be said: its account of that could not be read.";

    public string UpToDate { get; init; } = "Nothing it was made from has changed since.";

    public string Changed { get; init; } = "What has changed since it was made";

    public string Verdict(Verdict verdict) => verdict switch
    {
        Verification.Verdict.Genuine => "Genuine: issued here and unchanged",
        Verification.Verdict.Altered => "Altered: not the file that was issued",
        Verification.Verdict.NotIssuedHere => "Not issued here",
        Verification.Verdict.NotPdf => "No PDF",
        Verification.Verdict.DamagedPdf => "Damaged or cut short",
        Verification.Verdict.NotChecked => "Damaged or hostile: not checked",
        Verification.Verdict.NewerFormat => "From a newer version: not checked",
        _ => "No briefing",
    };

    public string Explanation(VerificationReport report) => report.Verdict switch
    {
        Verification.Verdict.Genuine => $"The ledger has this file, byte for byte, as {report.Number}.",
        Verification.Verdict.Altered =>
            $"The file says that it is {report.Manifest?.Name}. A briefing of that name was issued here, but this file differs from it. Do not rely on it.",
        Verification.Verdict.NotIssuedHere =>
            "The file carries the manifest of a briefing, but this ledger has not issued it. It may come from another desk, "
            + "or have been made on a command line.",
        Verification.Verdict.NotPdf => "The file does not begin as a PDF does. Choose the PDF itself.",
        Verification.Verdict.DamagedPdf => "The file begins as a PDF, but it cannot be read to its end. Fetch or copy it again, then check that copy.",
        Verification.Verdict.NotChecked =>
            "Reading the file took too much time or memory, or ended the reader. No briefing issued here does that. Do not open it; ask for it again.",
        Verification.Verdict.NewerFormat =>
            "The file carries the manifest of a briefing, written by a newer version of this program, and this version cannot read it. It was not issued here.",
        _ => "The file carries no manifest of a briefing, so nothing can be said about it.",
    };

    public string Change(Change change) => change.Kind switch
    {
        ChangeKind.SectionText => $"The section “{change.Subject}” was rewritten.",
        ChangeKind.SectionInformation => $"The section “{change.Subject}” now holds information as of {change.After}; then it was {change.Before}.",
        ChangeKind.SectionReview => $"The section “{change.Subject}” was reviewed on {change.After}.",
        ChangeKind.SectionRemoved => $"The section “{change.Subject}” was taken out of the library.",
        ChangeKind.LibraryFile => $"The library’s file {change.Subject} was changed.",
        _ => $"A later edition was issued: {change.Subject}.",
    };
}
