using System.ComponentModel.DataAnnotations;

namespace MoroccoCT.Telemetry;

/// <summary>Numbers for programs that fetch them; settings section <c>Metrics</c>.</summary>
public sealed class MetricsOptions
{
    public const string Section = "Metrics";

    private const string Wanted = "Metrics:PrometheusToken must have 32 to 200 visible ASCII characters, such as 'openssl rand -hex 32' makes.";

    /// <summary>
    /// Opens <c>/metrics</c> to whoever sends this as a bearer token; null keeps it closed. At least 32 characters: it opens nothing else, and tells nothing of
    /// texts or people.
    /// </summary>
    [RegularExpression("[!-~]{32,200}", ErrorMessage = Wanted)]
    public string? PrometheusToken { get; set; }
}
