namespace MoroccoCT.Web.SignIn;

/// <summary>Where a browser's call to the API comes from.</summary>
internal static class CallSite
{
    private const string FetchSite = "Sec-Fetch-Site";

    /// <summary>Whether a page elsewhere makes the call: a browser sends its cookies along, but they authorise nothing there.</summary>
    public static bool IsForeign(HttpRequest request) =>
        !SignInServices.IsForPages(request.HttpContext)
        && request.Headers[FetchSite] is { Count: > 0 } site && site.ToString() is not ("same-origin" or "none");
}
