using System.Diagnostics;

namespace MoroccoCT.Web.Errors;

internal static class Tracing
{
    /// <summary>Under which the log has what belongs to this request; problem details and the page for errors name it too.</summary>
    public static string TraceId(this HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;

    /// <summary>
    /// Notes the trace of a caller whom we know beside our own, so that he finds his call in it. Ours never becomes part of his: who calls shall decide neither
    /// what is recorded here nor under which id the audit has it.
    /// </summary>
    public static void LinkTrace(this HttpContext context)
    {
        if (ActivityContext.TryParse(context.Request.Headers.TraceParent.ToString(), traceState: null, isRemote: true, out var theirs))
            Activity.Current?.AddLink(new(theirs));
    }
}
