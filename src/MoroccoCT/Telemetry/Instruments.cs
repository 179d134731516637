using System.Diagnostics.Metrics;

namespace MoroccoCT.Telemetry;

/// <summary>What is counted and measured where it happens. Labels are words of our own, a few for each: never a text, a name, an address or an id.</summary>
internal static class Instruments
{
    private static readonly Meter meter = new(Spans.Source);

    private static readonly Histogram<double> waits = meter.CreateHistogram(
        "moroccoct.request.wait", "s", "From the order to the first attempt.", advice: Seconds(0.05, 0.25, 1, 5, 15, 60, 300, 1800, 7200));

    private static readonly Counter<long> ended = meter.CreateCounter<long>(
        "moroccoct.requests.ended", "{request}", "Requests that ended, by what became of them.");

    private static readonly Histogram<double> typesetting = meter.CreateHistogram(
        "moroccoct.typesetting.duration", "s", "How long an engine worked on a document.", advice: Seconds(0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30));

    private static readonly Histogram<double> previews = meter.CreateHistogram(
        "moroccoct.preview.duration", "s", "From the question for a preview's pages to the pages, by outcome.",
        advice: Seconds(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30));

    private static readonly Counter<long> deliveries = meter.CreateCounter<long>(
        "moroccoct.deliveries.ended", "{delivery}", "Deliveries that ended, by way and by what became of them.");

    private static readonly Counter<long> entries = meter.CreateCounter<long>("moroccoct.audit.entries", "{entry}", "Entries of the audit, by deed.");

    /// <param name="kind"><c>order</c> or <c>edition</c>.</param>
    public static void Waited(TimeSpan time, string kind) => waits.Record(Math.Max(0, time.TotalSeconds), new KeyValuePair<string, object?>("kind", kind));

    public static void Ended(string state) => ended.Add(1, new KeyValuePair<string, object?>("state", state));

    /// <param name="kind"><c>document</c> or <c>preview</c>.</param>
    public static void Typeset(TimeSpan time, string kind) => typesetting.Record(time.TotalSeconds, new KeyValuePair<string, object?>("kind", kind));

    /// <param name="outcome"><c>made</c>, <c>refused</c>, <c>calledOff</c> or <c>failed</c>.</param>
    public static void Previewed(TimeSpan time, string outcome) => previews.Record(time.TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));

    public static void Delivered(string channel, string state) => deliveries.Add(
        1, new KeyValuePair<string, object?>("channel", channel), new KeyValuePair<string, object?>("state", state));

    public static void Entered(string deed) => entries.Add(1, new KeyValuePair<string, object?>("deed", deed));

    private static InstrumentAdvice<double> Seconds(params double[] bounds) => new() { HistogramBucketBoundaries = bounds };
}
