using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using MoroccoCT.Web.Errors;

namespace MoroccoCT.Web.SignIn;

/// <summary>A browser with a session. Who has none is sent to sign in, and comes back to where he wanted to go.</summary>
internal sealed class SessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, CallerLookup callers, BrowserSession browser)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "session";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (await callers.BySessionAsync(Context) is { } caller)
            return Context.Found(caller, Name);
        if (BrowserSession.Token(Context) is not null && !CallSite.IsForeign(Request))
            browser.Forget(Context);
        return AuthenticateResult.NoResult();
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (ErrorSetup.IsForPrograms(Request.Path))
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            Response.Headers.WWWAuthenticate = KeyHandler.Challenge;
            return Task.CompletedTask;
        }

        var back = HttpMethods.IsGet(Request.Method) ? Request.PathBase + Request.Path + Request.QueryString : Request.PathBase + "/";
        Response.Redirect($"{Request.PathBase}{SignInServices.Address}?returnUrl={Uri.EscapeDataString(back)}");
        return Task.CompletedTask;
    }
}
