using Microsoft.Extensions.Diagnostics.HealthChecks;
using MoroccoCT.Language;

namespace MoroccoCT.Web.Language;

/// <summary>What stands on the page that tells whether the service can do its work.</summary>
public sealed class StatusWords(Texts texts) : WordGroup(texts, "Status")
{
    public string Title => Text();

    public string Healthy => Text();

    public string Degraded => Text();

    public string Unhealthy => Text();

    public string Good => Text();

    public string Warned => Text();

    public string Broken => Text();

    public string ForPrograms => Text();

    /// <param name="check">By the name that programs are given.</param>
    public string Line(string check, HealthStatus status) => Text(nameof(Line), ("check", NameOf(check)), ("state", StateOf(status)));

    public string NameOf(string check) =>
        check is "service" or "library" or "ledger" or "engine" or "documents" or "schedules" or "delivery" or "editions" or "retention"
            ? Text($"Check.{check}")
            : check;

    public string Sentence(HealthStatus status) => Of(status, Healthy, Degraded, Unhealthy);

    public string StateOf(HealthStatus status) => Of(status, Good, Warned, Broken);

    private static string Of(HealthStatus status, string healthy, string degraded, string unhealthy) => status switch
    {
        HealthStatus.Healthy => healthy,
        HealthStatus.Degraded => degraded,
        _ => unhealthy,
    };
}
