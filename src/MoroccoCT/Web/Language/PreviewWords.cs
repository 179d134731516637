using MoroccoCT.Language;

namespace MoroccoCT.Web.Language;

/// <summary>The pages beside the order form.</summary>
public sealed class PreviewWords(Texts texts) : WordGroup(texts, "Preview")
{
    public string Title => Text();

    public string Empty => Text();

    public string Working => Text();

    public string Failed => Text();

    public string Refused => Text();

    public string Show => Text();

    public string Close => Text();

    public string InLanguage => Text();

    /// <summary>Of a page that is read aloud; the browser puts the numbers in.</summary>
    public string Page => Text();

    public string SummaryTooLong(int pages) => Counted(pages);
}
