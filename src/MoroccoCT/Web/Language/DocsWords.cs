using MoroccoCT.Language;

namespace MoroccoCT.Web.Language;

/// <summary>What stands on the page that describes the API.</summary>
public sealed class DocsWords(Texts texts) : WordGroup(texts, "Docs")
{
    public string Title => Text();

    public string Lead => Text();

    public string Download => Text();

    public string NoScript => Text();
}
