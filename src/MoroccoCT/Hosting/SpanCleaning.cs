using System.Diagnostics;
using MoroccoCT.Telemetry;
using OpenTelemetry;

namespace MoroccoCT.Hosting;

/// <summary>Takes from each span, before it goes out, what could tell of texts or people: only what is known to be harmless stays.</summary>
internal sealed class SpanCleaning : BaseProcessor<Activity>
{
    private const string Ours = "moroccoct.";

    /// <summary>Of calls: a route has names in the place of what stood in the address.</summary>
    private static readonly HashSet<string> harmless =
        ["http.request.method", "http.response.status_code", "http.route", "url.scheme", "network.protocol.version", "error.type"];

    public override void OnEnd(Activity data)
    {
        foreach (var (name, _) in data.TagObjects.ToList())
        {
            if (!harmless.Contains(name) && !(data.Source.Name == Spans.Source && name.StartsWith(Ours, StringComparison.Ordinal)))
                data.SetTag(name, null);
        }

        // What was thrown may quote what was typed.
        data.SetStatus(data.Status);
    }
}
