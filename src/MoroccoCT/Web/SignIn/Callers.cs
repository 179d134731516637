using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace MoroccoCT.Web.SignIn;

/// <summary>Hands the caller on to whatever answers the call.</summary>
internal static class Callers
{
    public static Caller Caller(this HttpContext context) => context.Features.Get<Caller>() ?? SignIn.Caller.Nobody;

    /// <summary>What authentication has found out.</summary>
    public static AuthenticateResult Found(this HttpContext context, Caller caller, string scheme)
    {
        context.Features.Set(caller);
        var claims = caller.May.Select(may => new Claim(Policies.Claim, may));
        var name = caller.Person is { } person ? [new Claim(ClaimTypes.NameIdentifier, $"{person.Id}")] : Array.Empty<Claim>();
        return AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity(claims.Concat(name), scheme)), scheme));
    }
}
