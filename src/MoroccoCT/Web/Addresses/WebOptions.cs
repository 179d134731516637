using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Text.RegularExpressions;

namespace MoroccoCT.Web.Addresses;

/// <summary>How the service is reached; settings section <c>Web</c>.</summary>
public sealed partial class WebOptions : IValidatableObject
{
    public const string Section = "Web";

    /// <summary>
    /// Whether people sign in. They also do, whatever stands here, where the service listens beyond loopback, trusts a proxy or knows people already:
    /// nothing lifts that.
    /// </summary>
    public bool Shared { get; set; }

    /// <summary>
    /// The address people use, such as <c>https://briefings.example.org</c>; for links that leave the service. Null takes the first it listens on.
    /// </summary>
    public string? PublicUrl { get; set; }

    /// <summary>The path under which a proxy shows the service, such as <c>/briefings</c>; null takes the path of <see cref="PublicUrl"/>.</summary>
    public string? PathBase { get; set; }

    /// <summary>
    /// Addresses or networks (<c>10.1.0.0/16</c>) of the proxies in front. Who calls, and whether the call was encrypted, is believed to them and to
    /// nobody else.
    /// </summary>
    public string[] TrustedProxies { get; set; } = [];

    /// <summary>File with the certificate for addresses that begin with https: PEM, with the whole chain, or PFX.</summary>
    public string? Certificate { get; set; }

    /// <summary>File with the certificate's private key, where it is PEM and the key is not in the same file.</summary>
    public string? CertificateKey { get; set; }

    /// <summary>Of the private key or the PFX file. A secret.</summary>
    public string? CertificatePassword { get; set; }

    /// <summary>File with the certificate for which the keys that protect forms and secrets are stored encrypted; null stores them as they are.</summary>
    public string? KeyCertificate { get; set; }

    /// <summary>As <see cref="CertificateKey"/>.</summary>
    public string? KeyCertificateKey { get; set; }

    /// <summary>A secret.</summary>
    public string? KeyCertificatePassword { get; set; }

    /// <summary>
    /// Language of the pages, <c>en</c>, <c>fr</c> or <c>ar</c>, for a browser that asks for none of these and a person who has chosen none.
    /// </summary>
    [RegularExpression("en|fr|ar", ErrorMessage = $"{Section}:{nameof(Language)} is no language of the pages. Write en, fr or ar.")]
    public string Language { get; set; } = "en";

    /// <summary>The public address, if one is set.</summary>
    internal Uri? PublicAddress => PublicUrl is null ? null : new($"{PublicUrl.TrimEnd('/')}{(IsBare(PublicUrl) ? PathBase : "")}", UriKind.Absolute);

    /// <summary>What all addresses begin with; empty where the service has a name for itself.</summary>
    internal PathString Base => new((PathBase ?? PublicAddress?.AbsolutePath ?? "").TrimEnd('/'));

    /// <summary>What the settings say, for what is decided before there are services.</summary>
    internal static WebOptions Of(IConfiguration settings) => settings.GetSection(Section).Get<WebOptions>() ?? new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var isAddress = PublicUrl is null || (Uri.TryCreate(PublicUrl, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Query.Length + uri.Fragment.Length + uri.UserInfo.Length == 0);
        if (!isAddress)
            yield return new($"{Section}:{nameof(PublicUrl)} is no address. Write one such as https://briefings.example.org.", [nameof(PublicUrl)]);
        if (PathBase is not null && !IsPath().IsMatch(PathBase))
            yield return new($"{Section}:{nameof(PathBase)} is '{PathBase}'. Write a path such as /briefings, without a slash at its end.", [nameof(PathBase)]);
        else if (isAddress && PathBase is not null && PublicUrl is not null && !IsBare(PublicUrl) && new Uri(PublicUrl).AbsolutePath.TrimEnd('/') != PathBase)
        {
            yield return new(
                $"{Section}:{nameof(PublicUrl)} has another path than {Section}:{nameof(PathBase)}. Write the same one, or none.", [nameof(PublicUrl)]);
        }

        if (TrustedProxies.FirstOrDefault(proxy => !IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _)) is { } wrong)
        {
            yield return new(
                $"{Section}:{nameof(TrustedProxies)} names '{wrong}'. Write an address such as 10.1.0.7, or a network such as 10.1.0.0/16.",
                [nameof(TrustedProxies)]);
        }
    }

    private static bool IsBare(string url) => new Uri(url).AbsolutePath == "/";

    [GeneratedRegex(@"\A(/(?!\.+(/|\z))[A-Za-z0-9._~-]+)+\z", RegexOptions.ExplicitCapture)]
    private static partial Regex IsPath();
}
