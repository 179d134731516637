using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace MoroccoCT.Web.SignIn;

/// <summary>What the service has to remember between two steps of a sign-in. The browser keeps it, sealed, for a few minutes.</summary>
public sealed class ShortNote(IDataProtectionProvider protection, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly IDataProtector protector = protection.CreateProtector("MoroccoCT.Web.SignIn.ShortNote");

    public void Write(HttpContext context, string name, string text) => context.Response.Cookies.Append(
        Name(context, name),
        protector.CreateProtector(name).Protect($"{(time.GetUtcNow() + Lifetime).ToUnixTimeSeconds()} {text}"),
        Cookie(context, Lifetime));

    /// <returns>Null when there is none, or it is too old.</returns>
    public string? Read(HttpContext context, string name)
    {
        if (context.Request.Cookies[Name(context, name)] is not { Length: > 0 } written)
            return null;
        try
        {
            var parts = protector.CreateProtector(name).Unprotect(written).Split(' ', 2);
            return parts is [var until, var text] && long.Parse(until, System.Globalization.CultureInfo.InvariantCulture) > time.GetUtcNow().ToUnixTimeSeconds()
                ? text
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Forget(HttpContext context, string name) => context.Response.Cookies.Delete(Name(context, name), Cookie(context));

    private static string Name(HttpContext context, string name) => HostCookie.Name(context, $"moroccoct-{name}");

    private static CookieOptions Cookie(HttpContext context, TimeSpan? lifetime = null) => HostCookie.Options(context, SameSiteMode.Strict, lifetime);
}
