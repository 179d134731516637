using System.Diagnostics;

namespace MoroccoCT.Web.Errors;

internal static class Tracing
{
    /// <summary>Under which the log has what belongs to this request; problem details and the page for errors name it too.</summary>
    public static string TraceId(this HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
}
