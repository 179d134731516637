namespace MoroccoCT.Web.SignIn;

/// <summary>
/// Cookies that no script reads. Over TLS their name makes the browser take them from this very host alone and for all of it, so that nothing beside can
/// plant one.
/// </summary>
internal static class HostCookie
{
    private const string Prefix = "__Host-";

    /// <param name="name">Without TLS, and after the prefix with it.</param>
    public static string Name(HttpContext? context, string name) => context?.Request.IsHttps == true ? $"{Prefix}{name}" : name;

    /// <param name="lifetime">Null keeps it as long as the browser is open.</param>
    public static CookieOptions Options(HttpContext context, SameSiteMode site, TimeSpan? lifetime = null) => new()
    {
        HttpOnly = true,
        Secure = context.Request.IsHttps,
        SameSite = site,
        Path = "/",
        IsEssential = true,
        MaxAge = lifetime,
    };
}
