using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using MoroccoCT.Web.Errors;

namespace MoroccoCT.Web.SignIn;

/// <summary>A program with an API key.</summary>
internal sealed class KeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, CallerLookup callers)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "key";

    public const string Challenge = "Bearer realm=\"MoroccoCT Briefings\"";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (await callers.ByKeyAsync(Context) is not { } caller)
            return AuthenticateResult.NoResult();
        Context.LinkTrace();
        return Context.Found(caller, Name);
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = $"{Challenge}, error=\"invalid_token\"";
        return Task.CompletedTask;
    }
}
