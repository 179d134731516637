using MoroccoCT.Web.Errors;

namespace MoroccoCT.Web.SignIn;

/// <summary>Where a browser says that a call comes from; a page cannot forge it.</summary>
internal static class CallSite
{
    private const string FetchSite = "Sec-Fetch-Site";

    /// <summary>Whether one of our own pages makes it, or the person himself; null where the browser says nothing.</summary>
    public static bool? IsOurs(HttpRequest request) =>
        request.Headers[FetchSite] is { Count: > 0 } site ? site.ToString() is "same-origin" or "none" : null;

    /// <summary>Whether a page elsewhere calls the API: a browser sends its cookies along, but they authorise nothing there.</summary>
    public static bool IsForeign(HttpRequest request) => ErrorSetup.IsForPrograms(request.Path) && IsOurs(request) == false;
}
