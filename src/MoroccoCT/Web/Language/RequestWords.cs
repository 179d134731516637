using MoroccoCT.Audit;
using MoroccoCT.Language;
using MoroccoCT.Requests;

namespace MoroccoCT.Web.Language;

/// <summary>A request's own page and the list of requests.</summary>
public sealed class RequestWords(Texts texts) : WordGroup(texts, "Request")
{
    public string ListTitle => Text();

    public string ListLead => Text();

    public string Older => Text();

    public string Newest => Text();

    public string Pages => Text();

    public string Edition => Text();

    public string Elapsed => Text();

    public string Seconds => Text();

    public string Refreshing => Text();

    public string Cancel => Text();

    public string Retry => Text();

    public string Download => Text();

    public string OpenTab => Text();

    public string Preview => Text();

    public string Facts => Text();

    public string OrderFacts => Text();

    public string OrderAgain => Text();

    public string ChangeOrder => Text();

    public string FailedAdvice => Text();

    /// <summary>Above what the ledger holds of a failure, which is English.</summary>
    public string TechnicalDetail => Text();

    /// <summary>In the place of a title.</summary>
    public string Unreadable => Text();

    public string CancelledAdvice => Text();

    public string Number => Text();

    public string PageCount => Text();

    public string Size => Text();

    public string Hash => Text();

    public string Requested => Text();

    public string Finished => Text();

    public string Sections => Text();

    public string Topics => Text();

    public string AllTopics => Text();

    public string Period => Text();

    public string Marking => Text();

    public string TimesIn(string zone) => Text(nameof(TimesIn), ("zone", zone));

    public string Days(string from, string to) => Text(nameof(Days), ("from", from), ("to", to));

    /// <summary>Which door the order came through.</summary>
    /// <param name="person">Who asked, by name; null for what nobody asked for by name.</param>
    public string By(BriefingRequest request, string? person) => person is null
        ? Door(request)
        : Text(nameof(By), ("person", person), ("door", Door(request)));

    public string OfTheDesk => Text();

    public string Mine => Text();

    public string Share => Text();

    public string Unshare => Text();

    private string Door(BriefingRequest request) => request switch
    {
        { Schedule: { } schedule } => Text("Door.schedule", ("schedule", schedule)),
        { Door: Doors.Form } => Text("Door.form"),
        { Door: Doors.Api } => Text("Door.api"),
        { Door: Doors.CommandLine } => Text("Door.command"),
        _ => request.Door,
    };

    public string Attempt(int attempt) => Text(nameof(Attempt), ("attempt", $"{attempt}"));

    public string NotShown => Text();

    public string IsNext => Text();

    /// <summary>Of a request that waits: how many come first.</summary>
    public string Before(int count) => Counted(count);

    public string PreviewTitle(string number) => Text(nameof(PreviewTitle), ("number", number));

    public string State(RequestState state) => Text($"State.{state}");

    /// <summary>The state as a sentence: a screen reader says it when the state changes.</summary>
    public string Sentence(RequestState state) => Text($"Sentence.{state}");
}
