using MoroccoCT.Audit;
using MoroccoCT.Language;

namespace MoroccoCT.Web.Language;

/// <summary>The page of the audit.</summary>
public sealed class AuditWords(Texts texts) : WordGroup(texts, "Audit")
{
    public string Title => Text();

    public string Lead => Text();

    public string Filter => Text();

    public string Who => Text();

    public string What => Text();

    public string Anything => Text();

    public string Subject => Text();

    public string From => Text();

    public string To => Text();

    public string RequestId => Text();

    public string Details => Text();

    public string ExactTime => Text();

    public string Hash => Text();

    public string Apply => Text();

    public string Clear => Text();

    public string None => Text();

    public string Entries => Text();

    public string Pages => Text();

    public string Newer => Text();

    public string Older => Text();

    public string Csv => Text();

    public string Json => Text();

    public string ExportHint => Text();

    /// <summary>In the place of a name.</summary>
    public string Nobody => Text();

    public string DoorName(string door) => door switch
    {
        Doors.Form or Doors.Api or Doors.Schedule or Doors.Service => Text($"Door.{door}"),
        Doors.CommandLine => Text("Door.command"),
        _ => door,
    };

    /// <param name="word">As it is stored; one that a newer version wrote is shown as it is.</param>
    public string DeedName(string word) => Deeds.Of(word) is { } deed ? Name(deed) : word;

    public string Name(Deed deed) => Text($"Deed.{deed}");
}
