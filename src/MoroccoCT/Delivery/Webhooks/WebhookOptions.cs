using System.Text.RegularExpressions;
using MoroccoCT.Delivery.Mail;

namespace MoroccoCT.Delivery.Webhooks;

/// <summary>
/// A program elsewhere that is told of finished briefings; an entry of the settings <c>Delivery:Webhooks</c>. Only those that stand there are called.
/// </summary>
public sealed partial class WebhookOptions
{
    private const string SecretBegins = "whsec_";
    private const int ShortestKey = 24;
    private const int LongestKey = 64;

    /// <summary>By which recipients name it: small letters, digits and hyphens.</summary>
    public string? Name { get; set; }

    /// <summary>With https. With <see cref="AllowPrivate"/> also http, to an address of the house.</summary>
    public string? Url { get; set; }

    /// <summary><c>whsec_</c> and 24 to 64 bytes in base64, which the receiver checks signatures by. A secret.</summary>
    public string? Secret { get; set; }

    /// <summary>File whose first line is the secret; read each time.</summary>
    public string? SecretFile { get; set; }

    /// <summary>The highest marking of what it is told of, such as <c>TLP:AMBER</c>.</summary>
    public string? Marking { get; set; }

    /// <summary>Whether its address may be one of this machine or of the house.</summary>
    public bool AllowPrivate { get; set; }

    internal Uri Address => new(Url!);

    internal MoroccoCT.Briefings.Content.Marking Highest => MailDomain.MarkingOf(Marking)!;

    /// <summary>The key to sign with; null where the secret is none, which a file may become while the service runs.</summary>
    internal async Task<byte[]?> KeyAsync(CancellationToken cancellationToken)
    {
        try
        {
            return KeyOf(SecretFile is { } file ? (await File.ReadAllTextAsync(file, cancellationToken)).Split('\n')[0].Trim() : Secret);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    internal static IEnumerable<string> Faults(string section, IReadOnlyList<WebhookOptions> hooks)
    {
        for (var i = 0; i < hooks.Count; i++)
        {
            var place = $"{section}:{i}";
            if (hooks.Take(i).Any(other => other.Name == hooks[i].Name))
                yield return $"{place}:{nameof(Name)}: '{hooks[i].Name}' is taken by an earlier webhook. Give each its own.";
            foreach (var fault in hooks[i].Faults())
                yield return $"{place}:{fault}";
        }
    }

    private IEnumerable<string> Faults()
    {
        if (!IsName().IsMatch(Name ?? ""))
            yield return $"{nameof(Name)} is no name. Write small letters, digits and hyphens, beginning with a letter; at most 40.";
        if (!Uri.TryCreate(Url, UriKind.Absolute, out var url) || url.UserInfo.Length + url.Fragment.Length > 0
            || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && AllowPrivate)))
        {
            yield return $"{nameof(Url)} is no address with https. Write one such as https://hooks.example.org/briefings, without name or password in it; "
                + $"http is for addresses of the house, with {nameof(AllowPrivate)}: true.";
        }

        if (Secret is null == SecretFile is null)
            yield return $"{nameof(Secret)}: give one of {nameof(Secret)} and {nameof(SecretFile)}.";
        else if (SecretFile is not null && !File.Exists(SecretFile))
            yield return $"{nameof(SecretFile)}: there is no file '{SecretFile}'.";
        else if (Secret is not null && KeyOf(Secret) is null)
            yield return $"{nameof(Secret)} is none. Write {SecretBegins} and {ShortestKey} to {LongestKey} random bytes in base64.";
        if (MailDomain.MarkingOf(Marking) is null)
            yield return $"{nameof(Marking)} is no marking. Write one of: {MailDomain.Labels}.";
    }

    private static byte[]? KeyOf(string? secret)
    {
        if (secret is null || !secret.StartsWith(SecretBegins, StringComparison.Ordinal))
            return null;
        var key = new byte[LongestKey + 2];
        return Convert.TryFromBase64String(secret[SecretBegins.Length..], key, out var length) && length is >= ShortestKey and <= LongestKey
            ? key[..length]
            : null;
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{0,39}\z")]
    private static partial Regex IsName();
}
