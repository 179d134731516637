using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MoroccoCT.Web.Language;

/// <summary>What stands on the page that tells whether the service can do its work.</summary>
public sealed record StatusWords
{
    public string Title { get; init; } = "State of the service";

    public string Healthy { get; init; } = "Briefings can be ordered and made.";

    public string Degraded { get; init; } = "Briefings can be ordered and made, but somebody should look at what is said below.";

    public string Unhealthy { get; init; } = "Briefings cannot be made at present. What is said below tells whoever looks after the service what to do.";

    public string Good { get; init; } = "in order";

    public string Warned { get; init; } = "to be looked at";

    public string Broken { get; init; } = "not working";

    public string ForPrograms { get; init; } = "Programs ask at";

    /// <summary>By the name that programs are given.</summary>
    public IReadOnlyDictionary<string, string> Checks { get; init; } = new Dictionary<string, string>
    {
        ["service"] = "Service",
        ["library"] = "Library",
        ["ledger"] = "Ledger",
        ["engine"] = "Typesetting",
        ["documents"] = "Stored documents",
    };

    public string NameOf(string check) => Checks.GetValueOrDefault(check, check);

    public string Sentence(HealthStatus status) => Of(status, Healthy, Degraded, Unhealthy);

    public string StateOf(HealthStatus status) => Of(status, Good, Warned, Broken);

    private static string Of(HealthStatus status, string healthy, string degraded, string unhealthy) => status switch
    {
        HealthStatus.Healthy => healthy,
        HealthStatus.Degraded => degraded,
        _ => unhealthy,
    };
}
