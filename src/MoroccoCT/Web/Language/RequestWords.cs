using MoroccoCT.Audit;
using MoroccoCT.Requests;

namespace MoroccoCT.Web.Language;

/// <summary>A request's own page and the list of requests.</summary>
public sealed record RequestWords
{
    public string ListTitle { get; init; } = "Requests";

    public string ListLead { get; init; } = "Everything that was asked for here, newest first.";

    public string Older { get; init; } = "Older requests";

    public string Newest { get; init; } = "Newest requests";

    public string Pages { get; init; } = "Pages of the list";

    public string Edition { get; init; } = "Edition";

    public string Elapsed { get; init; } = "Elapsed";

    public string Seconds { get; init; } = "s";

    public string Refreshing { get; init; } = "This page refreshes by itself until the briefing is ready.";

    public string Cancel { get; init; } = "Cancel this request";

    public string Retry { get; init; } = "Try once more";

    public string Download { get; init; } = "Download PDF";

    public string OpenTab { get; init; } = "Open in the browser";

    public string Preview { get; init; } = "The briefing";

    public string Facts { get; init; } = "About this document";

    public string OrderFacts { get; init; } = "What was ordered";

    public string OrderAgain { get; init; } = "Order again or change it";

    public string ChangeOrder { get; init; } = "Change the order and try again";

    public string FailedAdvice { get; init; } = "Nothing was issued. Change the order and try again, or pass the number of this request to the operator.";

    /// <summary>In the place of a title.</summary>
    public string Unreadable { get; init; } = "An order that this version cannot read";

    public string CancelledAdvice { get; init; } = "It was cancelled before it was finished. Nothing was issued.";

    public string Number { get; init; } = "Number";

    public string PageCount { get; init; } = "Pages";

    public string Size { get; init; } = "Size";

    public string Hash { get; init; } = "SHA-256";

    public string Requested { get; init; } = "Requested";

    public string Finished { get; init; } = "Finished";

    public string Sections { get; init; } = "Sections";

    public string Topics { get; init; } = "Topics";

    public string AllTopics { get; init; } = "all";

    public string Period { get; init; } = "Period";

    public string Marking { get; init; } = "Marking";

    public string TimesIn(string zone) => $"Times are in the zone {zone}.";

    public string Days(string from, string to) => $"{from} to {to}";

    /// <summary>Which door the order came through.</summary>
    /// <param name="person">Who asked, by name; null for what nobody asked for by name.</param>
    public string By(BriefingRequest request, string? person) => person is null ? Door(request) : $"by {person}, {Door(request)}";

    public string OfTheDesk { get; init; } = "The desk’s";

    public string Mine { get; init; } = "Mine";

    public string Share { get; init; } = "Show to all desks";

    public string Unshare { get; init; } = "Show to this desk alone";

    private static string Door(BriefingRequest request) => request switch
    {
        { Schedule: { } schedule } => $"by schedule “{schedule}”",
        { Door: Doors.Form } => "by form",
        { Door: Doors.Api } => "by API",
        _ => request.Door,
    };

    public string Attempt(int attempt) => $"Attempt {attempt}: the engine failed before and the work was started again.";

    public string PreviewTitle(string number) => $"Briefing {number} as PDF";

    public string State(RequestState state) => state switch
    {
        RequestState.Queued => "Waiting",
        RequestState.Rendering => "In progress",
        RequestState.Completed => "Ready",
        RequestState.Failed => "Failed",
        RequestState.Cancelled => "Cancelled",
        RequestState.Unknown => "Set by a newer version",
        _ => state.ToString(),
    };

    /// <summary>The state as a sentence: a screen reader says it when the state changes.</summary>
    public string Sentence(RequestState state) => state switch
    {
        RequestState.Queued => "The briefing is waiting for its turn.",
        RequestState.Rendering => "The briefing is being typeset.",
        RequestState.Completed => "The briefing is ready.",
        RequestState.Failed => "The briefing could not be made.",
        RequestState.Cancelled => "The request was cancelled.",
        RequestState.Unknown => "A newer version of the service has this request in hand.",
        _ => state.ToString(),
    };
}
