using System.Diagnostics;
using MoroccoCT.Audit;

namespace MoroccoCT.Web.Endpoints;

/// <summary>Who asks.</summary>
internal static class Asking
{
    /// <summary>The one person of a service without sign-in.</summary>
    private const string Solo = "solo";

    /// <param name="door">One of <see cref="Doors"/>.</param>
    public static Actor Actor(this HttpContext context, string door) =>
        new(door, Solo, Address: Audit.Actor.TextOf(context.Connection.RemoteIpAddress), RequestId: context.TraceId());

    /// <summary>Under which the log has what belongs to this request; problem details and the page for errors name it too.</summary>
    public static string TraceId(this HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
}
