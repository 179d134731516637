namespace MoroccoCT.Web.Language;

/// <summary>What stands on every page, and on the pages that report an error.</summary>
public sealed record SiteWords
{
    public string Name { get; init; } = "MoroccoCT Briefings";

    public string SkipLink { get; init; } = "Skip to the content";

    public string Navigation { get; init; } = "Main";

    public string NewBriefing { get; init; } = "New briefing";

    public string Requests { get; init; } = "Requests";

    public string Schedules { get; init; } = "Schedules";

    public string Footer { get; init; } = "Briefings are made from this desk’s own library of sourced, dated facts.";

    public string Api { get; init; } = "API";

    public string Health { get; init; } = "State of the service";

    public string LibraryWarning { get; init; } = "The desk editor has something to mend.";

    public string ErrorTitle { get; init; } = "Something went wrong";

    public string ErrorAdvice { get; init; } =
        "The request could not be carried out. The service’s log says why. Try again; if it fails again, tell the operator the reference below.";

    public string ErrorReference { get; init; } = "Reference";

    public string NotFoundTitle { get; init; } = "There is nothing at this address";

    public string NotFoundAdvice { get; init; } = "The address may be mistyped, or the request it names was never made here.";

    public string RefusedTitle { get; init; } = "The request was refused";

    public string RefusedAdvice { get; init; } = "What the browser sent could not be read. Go back and try again.";

    public string UnknownHost { get; init; } =
        "The service does not answer to the host name in this address. Use the address at which it said that it is ready.";

    public string BackToForm { get; init; } = "Make a new briefing";
}
