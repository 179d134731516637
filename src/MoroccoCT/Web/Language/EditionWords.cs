using System.Globalization;
using MoroccoCT.Language;
using MoroccoCT.Schedules;

namespace MoroccoCT.Web.Language;

/// <summary>An edition on its request's page: what it tells, and that it waits for somebody's word.</summary>
public sealed class EditionWords(Texts texts) : WordGroup(texts, "Edition")
{
    public string Title => Text();

    public string New => Text();

    public string Changed => Text();

    public string Withdrawn => Text();

    public string Since => Text();

    public string First => Text();

    public string Nothing => Text();

    public string DueAt => Text();

    public string Awaits => Text();

    public string Late => Text();

    public string Release => Text();

    public string ReleaseHint => Text();

    public string OnlyEditor => Text();

    public string NotYours => Text();

    /// <param name="name">Null for whoever is alone with the service.</param>
    public string Released(string? name, string time) =>
        name is null ? Text("ReleasedAlone", ("time", time)) : Text(nameof(Released), ("name", name), ("time", time));

    public string MakeAnew => Text();

    public string MakeAnewHint => Text();

    public string SupersededBy => Text();

    public string Supersedes => Text();

    public string Correct => Text();

    public string CorrectMeaning => Text();

    public string Reason => Text();

    public string CorrectNow => Text();

    public string Refusal(EditionRefusal why) => Text($"Refusal.{why}");

    public string BadReason(int most) => Text("Refusal.Reason", ("most", most.ToString(CultureInfo.InvariantCulture)));
}
