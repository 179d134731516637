using Hangfire.Dashboard;

namespace MoroccoCT.Jobs;

/// <summary>Lets in whoever sits at this machine. A proxy on this machine is not the one who asks, so what it passes on is refused.</summary>
internal sealed class DirectLoopbackFilter : IDashboardAuthorizationFilter
{
    private static readonly string[] addedByProxies = ["X-Forwarded-For", "Forwarded", "Via"];

    private readonly LocalRequestsOnlyAuthorizationFilter local = new();

    public bool Authorize(DashboardContext context) =>
        local.Authorize(context) && !addedByProxies.Any(context.GetHttpContext().Request.Headers.ContainsKey);
}
