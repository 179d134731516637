using MoroccoCT.Language;

namespace MoroccoCT.Web.Language;

/// <summary>One order in several languages.</summary>
public sealed class SetWords(Texts texts) : WordGroup(texts, "Set")
{
    public string Lead => Text();

    public string DownloadAll => Text();

    public string PartOfSet => Text();

    public string State(int ready, int all) => Text(nameof(State), ("ready", $"{ready}"), ("all", $"{all}"));
}
