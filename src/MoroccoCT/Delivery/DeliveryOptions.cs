using System.ComponentModel.DataAnnotations;
using MoroccoCT.Delivery.Mail;
using MoroccoCT.Delivery.Transport;
using MoroccoCT.Delivery.Webhooks;

namespace MoroccoCT.Delivery;

/// <summary>How finished briefings leave the service; settings section <c>Delivery</c>. With neither mail nor webhooks none does.</summary>
public sealed class DeliveryOptions : IValidatableObject
{
    public const string Section = "Delivery";

    /// <summary>None waits longer for its next try.</summary>
    internal static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    /// <summary>Null sends no mail.</summary>
    public MailOptions? Mail { get; set; }

    public WebhookOptions[] Webhooks { get; set; } = [];

    /// <summary>For a call of a webhook, from its name to its answer.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan WebhookTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// PEM file with the authority that signed the certificates of the house's mail server and webhooks; it alone is trusted then. Null trusts whom the
    /// machine trusts.
    /// </summary>
    public string? CertificateAuthority { get; set; }

    /// <summary>Deliveries on their way at the same time, in each process.</summary>
    [Range(1, 64)]
    public int Parallel { get; set; } = 4;

    /// <summary>
    /// Pauses after the first, second … try that was not taken; the last one goes on. Each is up to a fifth longer, so that not all come back at once. Null
    /// waits 1 min, 5 min, 15 min and then an hour each time.
    /// </summary>
    public TimeSpan[]? RetryDelays { get; set; }

    /// <summary>A delivery that nobody has taken for so long is given up.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "14.00:00:00")]
    public TimeSpan MaxAge { get; set; } = TimeSpan.FromDays(2);

    /// <summary>Whether anything can leave.</summary>
    public bool IsOn => Mail is not null || Webhooks.Length > 0;

    internal IReadOnlyList<TimeSpan> Delays => RetryDelays is { Length: > 0 }
        ? RetryDelays
        : [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1)];

    public WebhookOptions? Webhook(string name) => Webhooks.FirstOrDefault(hook => hook.Name == name);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var results = new List<ValidationResult>();
        if (Mail is not null)
        {
            Validator.TryValidateObject(Mail, new(Mail), results, validateAllProperties: true);
            results.AddRange(Mail.Faults().Select(fault => new ValidationResult(fault, [nameof(Mail)])));
        }

        results.AddRange(WebhookOptions.Faults($"{Section}:{nameof(Webhooks)}", Webhooks).Select(fault => new ValidationResult(fault, [nameof(Webhooks)])));
        if (Delays.Any(delay => delay < TimeSpan.Zero || delay > LongestPause))
            results.Add(new($"{Section}:{nameof(RetryDelays)}: each must lie between 00:00:00 and {LongestPause:c}.", [nameof(RetryDelays)]));
        if (new HouseAuthority(CertificateAuthority).Fault is { } fault)
            results.Add(new($"{Section}:{nameof(CertificateAuthority)}: '{CertificateAuthority}' {fault}. Name a PEM file.", [nameof(CertificateAuthority)]));
        return results;
    }
}
