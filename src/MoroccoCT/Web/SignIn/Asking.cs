using MoroccoCT.Audit;
using MoroccoCT.Web.Errors;

namespace MoroccoCT.Web.SignIn;

/// <summary>Who asks.</summary>
internal static class Asking
{
    /// <summary>The one person of a service without sign-in.</summary>
    private const string Solo = "solo";

    /// <param name="door">One of <see cref="Doors"/>.</param>
    public static Actor Actor(this HttpContext context, string door)
    {
        var caller = context.Caller();
        var name = caller.Person?.Name ?? (caller.IsKnown ? Solo : null);
        return new(door, name, caller.Person?.Id, Audit.Actor.TextOf(context.Connection.RemoteIpAddress), context.TraceId());
    }
}
