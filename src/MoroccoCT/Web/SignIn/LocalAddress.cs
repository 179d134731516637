namespace MoroccoCT.Web.SignIn;

/// <summary>Where to go after signing in: somewhere here, or to the beginning, and never elsewhere.</summary>
internal static class LocalAddress
{
    /// <param name="wanted">As it came from outside.</param>
    public static string Of(HttpContext context, string? wanted)
    {
        var home = $"{context.Request.PathBase}/";
        return wanted is { Length: > 0 } address && address[0] == '/' && (address.Length == 1 || address[1] is not ('/' or '\\'))
            && !address.Any(char.IsControl)
            ? address
            : home;
    }
}
