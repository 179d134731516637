using MoroccoCT.Audit;
using MoroccoCT.Verification;

namespace MoroccoCT.Web.Language;

/// <summary>Searching and filtering requests, what can be done with several of them, and deleting one.</summary>
public sealed record FindingWords
{
    public string Search { get; init; } = "Search";

    public string SearchLabel { get; init; } = "Number, reference, title, addressee or topic";

    public string Filters { get; init; } = "Filters";

    public string State { get; init; } = "State";

    public string Language { get; init; } = "Language";

    public string AnyLanguage { get; init; } = "any";

    public string Editions { get; init; } = "Editions";

    public string EditionsToo { get; init; } = "with and without";

    public string EditionsOnly { get; init; } = "only editions";

    public string NoEditions { get; init; } = "no editions";

    public string From { get; init; } = "Asked for on or after";

    public string To { get; init; } = "Asked for on or before";

    public string MineOnly { get; init; } = "Only what I asked for";

    public string Clear { get; init; } = "Show all requests";

    /// <summary>Said where the search led to nothing.</summary>
    public string NothingFound { get; init; } = "No request matches.";

    public string NothingFoundAdvice { get; init; } = "Look for fewer words or take filters away.";

    public string WrongFilter { get; init; } = "The search was not carried out, because a filter has a value that is not offered:";

    public string Results { get; init; } = "Results";

    public string Briefing { get; init; } = "Briefing";

    public string Content { get; init; } = "Content";

    public string Form { get; init; } = "Form";

    public string Marking { get; init; } = "Marking";

    public string AskedFor { get; init; } = "Asked for";

    public string Actions { get; init; } = "Actions";

    public string Choose { get; init; } = "Choose";

    public string Download { get; init; } = "Download";

    public string OrderAgain { get; init; } = "Order again";

    public string Cancel { get; init; } = "Cancel";

    public string Retry { get; init; } = "Try again";

    public string Delete { get; init; } = "Delete";

    public string DownloadChosen { get; init; } = "Download the chosen as one ZIP file";

    public string DownloadChosenHint { get; init; } = "Briefings that are ready have a box.";

    public string ChooseSome { get; init; } = "Choose at least one briefing first.";

    public string Gone { get; init; } = "Some of what was chosen is not here any more. Choose again.";

    public string DeleteTitle { get; init; } = "Delete this request?";

    public string DeleteMeaning { get; init; } =
        "The request and its document are deleted for good, for everybody. The number is not given again; the audit keeps it, with the document’s hash and "
        + "who deleted it. Whoever has the file still has it: checked here, it is told to have been issued and deleted since.";

    public string DeleteForGood { get; init; } = "Delete for good";

    public string Keep { get; init; } = "Keep it";

    public string CannotDelete { get; init; } = "It cannot be deleted now. Only what is ready, failed or cancelled can; editions of schedules stay.";

    public string NotFoundSearch { get; init; } = "Look for a request";

    public string DeletedVerdict { get; init; } = "Issued here, but deleted since";

    public string OpenFound { get; init; } = "Open the request";

    public string Newer { get; init; } = "Newer briefings of the same order or schedule";

    public string DeletedSince { get; init; } = "The request that it was issued for has been deleted here since.";

    /// <summary>What names a row for who cannot see it.</summary>
    public string Of(string action, string number) => $"{action} {number}";

    public string PreparedFor(string addressee) => $"for {addressee}";

    /// <summary>What stands on the paper in the place of the number.</summary>
    public string PrintedAs(string reference) => $"on paper {reference}";

    public string OfDesk(string desk) => $"desk “{desk}”";

    public string Topics(string topics) => $"Topics: {topics}";

    public string Deleted(string number) => $"{number} was deleted.";

    public string TooMany(int most) => $"One ZIP file holds at most {most} briefings. Choose fewer.";

    /// <param name="numbers">At least one.</param>
    public string NotReady(IReadOnlyList<string> numbers) => $"Not ready, so that nothing was downloaded: {string.Join(", ", numbers)}.";

    public string DeletedExplanation(VerificationReport report, string day) =>
        $"This file was issued here as {report.Number} and is unchanged, but the request was deleted on {day}. Nobody stands for it any more.";

    /// <summary>What the audit calls the deeds of finding and handing on; null for others.</summary>
    public string? DeedName(Deed? deed) => deed switch
    {
        Deed.Deleted => "Deleted",
        Deed.HandedOn => "Handed on",
        _ => null,
    };
}
