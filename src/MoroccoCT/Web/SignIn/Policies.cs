using Microsoft.AspNetCore.Authorization;
using MoroccoCT.People;

namespace MoroccoCT.Web.SignIn;

/// <summary>What somebody may do here. Each page and route names one of these, or says that it is for everybody.</summary>
internal static class Policies
{
    /// <summary>Looking at requests, documents, the library and schedules, and checking files.</summary>
    public const string Read = "read";

    /// <summary>Ordering briefings and changing what becomes of them.</summary>
    public const string Order = "order";

    /// <summary>Writing developments.</summary>
    public const string Write = "write";

    /// <summary>Putting in force, and letting out, what others wrote.</summary>
    public const string Publish = "publish";

    /// <summary>People, keys, the audit and the jobs.</summary>
    public const string Administer = "administer";

    /// <summary>Type of the claims that say what somebody may do.</summary>
    public const string Claim = "may";

    public static IReadOnlyList<string> Of(Role role) => role switch
    {
        Role.Reader => [Read],
        Role.Requester => [Read, Order],
        Role.Editor => [Read, Order, Write],
        Role.Approver => [Read, Order, Write, Publish],
        _ => [Read, Order, Write, Publish, Administer],
    };

    /// <summary>The scope of keys that stands for a policy.</summary>
    public static string Scope(string policy) => policy switch
    {
        Read => KeyScopes.Read,
        Order => KeyScopes.Orders,
        Write or Publish => KeyScopes.Content,
        _ => KeyScopes.Admin,
    };

    public static void AddTo(AuthorizationOptions options)
    {
        foreach (var policy in new[] { Read, Order, Write, Publish, Administer })
            options.AddPolicy(policy, builder => builder.RequireClaim(Claim, policy));

        // What names no policy is for nobody. What is not there at all may be said to be not there.
        options.FallbackPolicy = new AuthorizationPolicyBuilder()
            .RequireAssertion(context => context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint).Build();
    }
}
