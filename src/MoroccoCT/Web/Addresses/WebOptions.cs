using System.ComponentModel.DataAnnotations;

namespace MoroccoCT.Web.Addresses;

/// <summary>How the service is reached; settings section <c>Web</c>.</summary>
public sealed class WebOptions : IValidatableObject
{
    public const string Section = "Web";

    /// <summary>
    /// Whether people sign in. They also do, whatever stands here, where the service listens beyond loopback or knows people already: nothing lifts that.
    /// </summary>
    public bool Shared { get; set; }

    /// <summary>
    /// The address people use, such as <c>https://briefings.example.org</c>; for links that leave the service. Null takes the first it listens on.
    /// </summary>
    public string? PublicUrl { get; set; }

    /// <summary>The public address, if one is set.</summary>
    internal Uri? PublicAddress => PublicUrl is null ? null : new(PublicUrl.TrimEnd('/'), UriKind.Absolute);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var isAddress = PublicUrl is null || (Uri.TryCreate(PublicUrl, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Query.Length + uri.Fragment.Length + uri.UserInfo.Length == 0);
        if (!isAddress)
            yield return new($"{Section}:{nameof(PublicUrl)} is no address. Write one such as https://briefings.example.org.", [nameof(PublicUrl)]);
    }
}
