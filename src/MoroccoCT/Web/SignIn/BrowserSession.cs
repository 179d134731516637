using MoroccoCT.Audit;
using MoroccoCT.People;

namespace MoroccoCT.Web.SignIn;

/// <summary>Opens and ends sessions, and keeps the cookie that stands for one.</summary>
public sealed class BrowserSession(Sessions sessions)
{
    private const string Cookie = "moroccoct-session";

    public static string? Token(HttpContext context) =>
        context.Request.Cookies[HostCookie.Name(context, Cookie)] is { Length: > 0 and < 100 } token ? token : null;

    /// <summary>Signs in: a session of its own each time, so that nobody can have known its token before.</summary>
    public async Task OpenAsync(HttpContext context, Person person, SignInMethod method)
    {
        if (context.Caller().Session is { } old)
            await sessions.EndAsync(old.Id, context.Actor(Doors.Form), context.RequestAborted);
        var by = context.Actor(Doors.Form) with { Name = person.Name, Id = person.Id };
        var token = await sessions.OpenAsync(person, method, by, context.RequestAborted);
        context.Response.Cookies.Append(HostCookie.Name(context, Cookie), token, Options(context));
    }

    public async Task EndAsync(HttpContext context)
    {
        if (context.Caller().Session is { } session)
            await sessions.EndAsync(session.Id, context.Actor(Doors.Form), context.RequestAborted);
        Forget(context);
    }

    /// <summary>Takes a cookie back that is good for nothing.</summary>
    public void Forget(HttpContext context) => context.Response.Cookies.Delete(HostCookie.Name(context, Cookie), Options(context));

    /// <summary>Lax: a link in a mail opens the page it names.</summary>
    private static CookieOptions Options(HttpContext context) => HostCookie.Options(context, SameSiteMode.Lax);
}
