using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Preferences;

/// <summary>Keeps the language of the pages in a browser: for whoever works alone, and for whoever has not signed in yet.</summary>
internal static class LanguageCookie
{
    private const string Cookie = "moroccoct-language";

    /// <summary>As long as browsers keep any.</summary>
    private static readonly TimeSpan lifetime = TimeSpan.FromDays(400);

    public static string? Read(HttpContext context) => context.Request.Cookies[HostCookie.Name(context, Cookie)];

    public static void Write(HttpContext context, string language) =>
        context.Response.Cookies.Append(HostCookie.Name(context, Cookie), language, HostCookie.Options(context, SameSiteMode.Lax, lifetime));
}
