using MoroccoCT.Language;
using MoroccoCT.Requests;

namespace MoroccoCT.Delivery;

/// <summary>Sending briefings: what stands in the mails, on the pages, and why something was not sent.</summary>
public sealed class DeliveryWords(Texts texts) : WordGroup(texts, "Delivery")
{
    /// <summary>For programs and the command line.</summary>
    public static DeliveryWords English { get; } = new(Texts.English);

    /// <summary>Of a mail: the marking stands first, so that it is seen before the mail is opened.</summary>
    public string Subject(string marking, string number, string title) =>
        Text(nameof(Subject), ("marking", marking), ("number", number), ("title", title));

    public string IsAttached => Text();

    public string IsLinked => Text();

    public string Number => Text();

    public string Marking => Text();

    public string Issued => Text();

    public string Covers => Text();

    public string BriefingLanguage => Text();

    public string Length => Text();

    public string Hash => Text();

    public string Page => Text();

    public string Footer => Text();

    /// <summary>How somebody outside says that he wants no more.</summary>
    public string Unsubscribe(string address) => Text(nameof(Unsubscribe), ("address", address));

    /// <summary>Of the mail that asks for no more; English, for whoever looks after the service.</summary>
    public string UnsubscribeSubject => Text();

    public string TestSubject => Text();

    public string TestLine => Text();

    public string Title => Text();

    public string Lead => Text();

    public string Colleagues => Text();

    public string Addresses => Text();

    public string AddressesHint => Text();

    public string Webhooks => Text();

    public string Send => Text();

    public string SendAgain => Text();

    public string ListTitle => Text();

    public string ChooseSomebody => Text();

    public string CannotSendAgain => Text();

    public string TestTitle => Text();

    public string TestTo => Text();

    public string TestSend => Text();

    public string State(DeliveryState state) => Text($"State.{state}");

    public string Channel(DeliveryChannel channel) => Text($"Channel.{channel}");

    /// <summary>Which of several times it was sent.</summary>
    public string Round(int round) => Text(nameof(Round), ("round", Texts.Number(round + 1)));

    public string NextTry(string time) => Text(nameof(NextTry), ("time", time));

    public string Tries(int count) => Counted(count);

    public string TestAccepted(string address) => Text(nameof(TestAccepted), ("address", address));

    public string TestRefused(string address) => Text(nameof(TestRefused), ("address", address));

    public string Reason(DeliveryFault fault, string address, string marking) => Text($"Reason.{fault}", ("address", address), ("marking", marking));

    public string Reason(DeliveryProblem problem) => Reason(problem.Fault, problem.Address, problem.Marking);

    /// <summary>A line of plain text that names something.</summary>
    public string Line(string label, string value) => $"{label}{Texts["Unit.Colon"]}{ReadingOrder.Isolate(value, Texts.Direction)}";
}
