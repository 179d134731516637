using MoroccoCT.Language;

namespace MoroccoCT.Web.Language;

/// <summary>What stands on every page, and on the pages that report an error.</summary>
public sealed class SiteWords(Texts texts) : WordGroup(texts, "Site")
{
    public string Name => Text();

    /// <summary>In the browser's title bar.</summary>
    public string PageTitle(string page) => Text(nameof(PageTitle), ("page", page), ("site", Name));

    public string SkipLink => Text();

    public string Navigation => Text();

    /// <summary>What the button says that opens all of the above on a narrow screen.</summary>
    public string Menu => Text();

    public string CloseMenu => Text();

    /// <summary>Two things with a colon between them: what is done and to what, a thing and what is said of it.</summary>
    public string Named(string name, string about) => Text(nameof(Named), ("name", name), ("about", about));

    public string NewBriefing => Text();

    public string Requests => Text();

    public string Schedules => Text();

    public string Footer => Text();

    public string Api => Text();

    public string Health => Text();

    public string LibraryWarning => Text();

    public string ErrorTitle => Text();

    public string ErrorAdvice => Text();

    public string ErrorReference => Text();

    public string NotFoundTitle => Text();

    public string NotFoundAdvice => Text();

    public string RefusedTitle => Text();

    public string RefusedAdvice => Text();

    public string UnknownHost => Text();

    /// <summary>The language in itself, so that its readers find it.</summary>
    public string LanguageName => Text();

    /// <summary>Names the switch.</summary>
    public string Languages => Text();

    public string LanguagesLead => Text();

    public string TooManyTitle => Text();

    public string TooManyAdvice => Text();

    public string TooLargeTitle => Text();

    public string TooLargeAdvice => Text();

    public string ForeignAdvice => Text();

    public string ProxiedTitle => Text();

    public string ProxiedAdvice => Text();

    public string StoppingTitle => Text();

    public string StoppingAdvice => Text();

    public string BackToForm => Text();
}
