using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Briefings.Composition;

/// <summary>What a briefing is called: on its front page, in lists and in the name of its file.</summary>
public static class BriefingTitle
{
    /// <summary>
    /// The order's own title, else that of its only section, else the library's for several. What the library has lost since is called by
    /// its id.
    /// </summary>
    public static string Of(BriefingOrder order, ContentLibrary library)
    {
        if (order.Title is { } title)
            return title;
        if (order.Sections is [var only])
            return library.Sections(order.Language).FirstOrDefault(section => section.Id == only)?.Title ?? only;
        return library.Languages.Contains(order.Language) ? library.Labels["default-title"].In(order.Language) : string.Join(", ", order.Sections);
    }
}
