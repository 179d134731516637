using MoroccoCT.People;
using MoroccoCT.Web.Errors;

namespace MoroccoCT.Web.SignIn;

/// <summary>Looks up in the ledger who makes a call: by the session of a browser or the key of a program.</summary>
public sealed class CallerLookup(Access access, Sessions sessions, ApiKeys keys)
{
    private const string Bearer = "Bearer ";

    public async Task<Caller> OfAsync(HttpContext context) => access.IsShared
        ? (IsByKey(context) ? await ByKeyAsync(context) : await BySessionAsync(context)) ?? Caller.Nobody
        : Caller.Solo;

    /// <summary>A program says so; keys never open a page.</summary>
    internal static bool IsByKey(HttpContext context) => ErrorSetup.IsForPrograms(context.Request.Path) && context.Request.Headers.Authorization.Count > 0;

    internal async Task<Caller?> ByKeyAsync(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            && await keys.FindAsync(header[Bearer.Length..].Trim(), context.RequestAborted) is var (key, owner)
            ? Caller.Of(key, owner)
            : null;
    }

    internal async Task<Caller?> BySessionAsync(HttpContext context) =>
        BrowserSession.Token(context) is { } token && !CallSite.IsForeign(context.Request)
            && await sessions.FindAsync(token, context.RequestAborted) is var (session, person)
            ? Caller.Of(session, person)
            : null;
}
