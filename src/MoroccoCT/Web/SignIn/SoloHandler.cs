using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace MoroccoCT.Web.SignIn;

/// <summary>Without sign-in everybody is the one person of this machine.</summary>
internal sealed class SoloHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "solo";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Context.Found(Caller.Solo, Name));
}
