using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using MoroccoCT.Audit;
using MoroccoCT.Faults;
using MoroccoCT.People;

namespace MoroccoCT.Web.SignIn;

/// <summary>
/// Sign-in by a provider of OpenID Connect: code flow with PKCE. What comes back opens a session of our own; nothing of the provider's is kept.
/// </summary>
internal static class ExternalSignIn
{
    public const string Scheme = "external";

    public const string Address = $"{SignInServices.Address}/external";

    /// <summary>Said on the page for signing in, when it did not work.</summary>
    public const string Problem = "problem";

    private static readonly TimeSpan patience = TimeSpan.FromSeconds(10);

    public static void AddTo(AuthenticationBuilder authentication, ExternalSignInOptions external) =>
        authentication.AddOpenIdConnect(Scheme, provider => Configure(provider, external));

    public static void Map(IEndpointRouteBuilder app)
    {
        var signIn = app.MapGroup(Address).ExcludeFromDescription().AllowAnonymous().RequireRateLimiting(SignInLimit.Policy);
        signIn.MapGet("/", GoAsync);
        signIn.MapGet("/out", LeaveAsync);
    }

    private static void Configure(OpenIdConnectOptions provider, ExternalSignInOptions external)
    {
        provider.Authority = external.Authority;
        provider.RequireHttpsMetadata = !new Uri(external.Authority!).IsLoopback;
        provider.ClientId = external.ClientId;
        provider.ClientSecret = external.ClientSecret;
        provider.ResponseType = OpenIdConnectResponseType.Code;
        provider.UsePkce = true;

        // The answer comes as an address, and not as a form of another site: our cookies need not be sent with those.
        provider.ResponseMode = OpenIdConnectResponseMode.Query;
        provider.CallbackPath = $"{Address}/back";
        provider.SignedOutCallbackPath = $"{Address}/left";
        provider.RemoteSignOutPath = PathString.Empty;
        provider.SignInScheme = SessionHandler.Name;
        provider.MapInboundClaims = false;
        provider.GetClaimsFromUserInfoEndpoint = true;
        provider.ClaimActions.MapJsonKey(external.NameClaim, external.NameClaim);
        provider.ClaimActions.MapJsonKey("name", "name");
        provider.ClaimActions.MapJsonKey(external.GroupClaim, external.GroupClaim);
        provider.ClaimActions.MapJsonKey("email", "email");
        provider.ClaimActions.MapJsonKey("email_verified", "email_verified");
        provider.BackchannelTimeout = patience;
        foreach (var scope in external.Scopes)
            provider.Scope.Add(scope);
        foreach (var cookie in new[] { provider.CorrelationCookie, provider.NonceCookie })
            (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
        provider.Events = new()
        {
            OnTicketReceived = OpenAsync,
            OnRemoteFailure = failed => RefuseAsync(failed, failed.Failure),
            OnAccessDenied = denied => RefuseAsync(denied, null),
            OnRedirectToIdentityProviderForSignOut = leaving =>
            {
                // Instead of a token of the provider's, which would have to be kept.
                leaving.ProtocolMessage.ClientId = leaving.Options.ClientId;
                return Task.CompletedTask;
            },
        };
    }

    private static Task GoAsync(HttpContext context, string? returnUrl) =>
        AskAsync(context, () => context.ChallengeAsync(Scheme, new() { RedirectUri = LocalAddress.Of(context, returnUrl) }));

    private static Task LeaveAsync(HttpContext context) =>
        AskAsync(context, () => context.SignOutAsync(Scheme, new() { RedirectUri = LocalAddress.Of(context, null) }));

    /// <summary>The provider may be away.</summary>
    private static async Task AskAsync(HttpContext context, Func<Task> ask)
    {
        try
        {
            await ask();
        }
        catch (Exception fault) when (fault is InvalidOperationException or IOException or HttpRequestException)
        {
            Log(context).LogError(fault, "The provider of external sign-in cannot be reached");
            Back(context, ExternalFault.Away);
        }
    }

    /// <summary>The provider has vouched for somebody: he gets a session of ours, if he belongs here.</summary>
    private static async Task OpenAsync(TicketReceivedContext ticket)
    {
        ticket.HandleResponse();
        var context = ticket.HttpContext;
        var services = context.RequestServices;
        try
        {
            var identity = Identity(ticket.Principal!, services.GetRequiredService<IOptions<ExternalSignInOptions>>().Value);
            var by = context.Actor(Doors.Form) with { Name = identity?.Name };
            var person = identity is null ? null : await services.GetRequiredService<ExternalAccounts>().OfAsync(identity, by, context.RequestAborted);
            if (person is null)
            {
                var name = identity?.Name ?? ticket.Principal!.FindFirstValue("sub");
                await services.GetRequiredService<AuditTrail>().AppendAsync(new(by, Deed.SignInFailed, name), context.RequestAborted);
                Back(context, ExternalFault.NotHere);
                return;
            }

            await services.GetRequiredService<BrowserSession>().OpenAsync(context, person, SignInMethod.External);
            context.Response.Redirect(LocalAddress.Of(context, ticket.ReturnUri));
        }
        catch (PersonRejectedException rejected)
        {
            Log(context).LogWarning("External sign-in refused: {Reason}", string.Join(' ', rejected.Problems.Select(PersonWords.English.Sentence)));
            Back(context, ExternalFault.NameTaken);
        }
    }

    private static Task RefuseAsync<TOptions>(HandleRequestContext<TOptions> refused, Exception? fault)
        where TOptions : AuthenticationSchemeOptions
    {
        refused.HandleResponse();
        if (fault is not null)
            Log(refused.HttpContext).LogWarning("External sign-in failed: {Reason}", fault.Message);
        Back(refused.HttpContext, ExternalFault.Refused);
        return Task.CompletedTask;
    }

    /// <returns>Null for whoever is in none of the groups that belong here.</returns>
    private static ExternalIdentity? Identity(ClaimsPrincipal principal, ExternalSignInOptions external)
    {
        var groups = principal.FindAll(external.GroupClaim).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal);
        var mapped = external.Groups.Where(group => groups.Contains(group.Group)).OrderByDescending(group => RoleNames.Of(group.Role)).FirstOrDefault();
        if (mapped is null)
            return null;
        var subject = principal.FindFirst("sub")!;
        return new(
            subject.Issuer,
            subject.Value,
            principal.FindFirstValue(external.NameClaim) ?? subject.Value,
            principal.FindFirstValue("name"),
            RoleNames.Of(mapped.Role),
            mapped.Clearance is null ? null : Clearances.Of(mapped.Clearance),
            mapped.Desk,
            principal.FindFirstValue("email_verified") is "true" or "True" ? principal.FindFirstValue("email") : null);
    }

    private static void Back(HttpContext context, ExternalFault fault) =>
        context.Response.Redirect($"{context.Request.PathBase}{SignInServices.Address}?{Problem}={fault}");

    private static ILogger Log(HttpContext context) =>
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ExternalSignIn).FullName!);
}
