using System.Collections;

namespace MoroccoCT.Hosting;

/// <summary>OpenTelemetry's own settings, <c>OTEL_…</c>, which mean here what they mean everywhere. They count from the environment and from files.</summary>
internal static class TelemetrySettings
{
    private const string Prefix = "OTEL_";
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";
    private const string Timeout = "OTEL_EXPORTER_OTLP_TIMEOUT";
    private const string Disabled = "OTEL_SDK_DISABLED";

    private static readonly string[] signals = ["TRACES", "METRICS", "LOGS"];

    /// <summary>A receiver that hangs holds up the end of the service by no more than a few of these.</summary>
    public static IReadOnlyDictionary<string, string?> Defaults { get; } = new Dictionary<string, string?> { [Timeout] = "3000" };

    public static bool IsOne(string name) => name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    public static IReadOnlyDictionary<string, string?> OfEnvironment() => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .Where(variable => IsOne((string)variable.Key)).ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value);

    /// <param name="signal"><c>TRACES</c>, <c>METRICS</c> or <c>LOGS</c>.</param>
    public static bool IsSent(IConfiguration settings, string signal) =>
        !string.Equals(settings[Disabled], "true", StringComparison.OrdinalIgnoreCase)
        && !string.Equals(settings[$"{Prefix}{signal}_EXPORTER"], "none", StringComparison.OrdinalIgnoreCase)
        && (IsGiven(settings, Endpoint) || IsGiven(settings, OwnEndpoint(signal)));

    /// <summary>Where one signal goes that has an address of its own, taken as it is; null for the one that all have.</summary>
    public static Uri? AddressOf(IConfiguration settings, string signal) =>
        IsGiven(settings, OwnEndpoint(signal)) ? new(settings[OwnEndpoint(signal)]!) : null;

    public static IEnumerable<string> Faults(IConfiguration settings)
    {
        foreach (var name in signals.Select(OwnEndpoint).Prepend(Endpoint).Where(name => IsGiven(settings, name)))
        {
            if (!Uri.TryCreate(settings[name], UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
                yield return $"{name} is no address. Write one such as http://127.0.0.1:4318.";
        }

        if (IsGiven(settings, Protocol) && settings[Protocol] is not ("grpc" or "http/protobuf"))
            yield return $"{Protocol} is unknown. Write grpc or http/protobuf.";
        if (IsGiven(settings, Timeout) && !(int.TryParse(settings[Timeout], out var time) && time is >= 1 and <= 60_000))
            yield return $"{Timeout} is out of range. Write milliseconds from 1 to 60000.";
    }

    private static string OwnEndpoint(string signal) => $"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT";

    private static bool IsGiven(IConfiguration settings, string name) => !string.IsNullOrWhiteSpace(settings[name]);
}
