using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Web;

/// <summary>What a request is called in lists and file names.</summary>
internal static class RequestTitle
{
    /// <summary>The title the front page carries. A section the library has lost since is called by its id.</summary>
    public static string Of(BriefingOrder order, ContentLibrary library)
    {
        if (order.Title is { } title)
            return title;
        if (order.Sections is [var only])
            return library.Sections(order.Language).FirstOrDefault(section => section.Id == only)?.Title ?? only;
        return library.Languages.Contains(order.Language) ? library.Labels["default-title"].In(order.Language) : string.Join(", ", order.Sections);
    }
}
