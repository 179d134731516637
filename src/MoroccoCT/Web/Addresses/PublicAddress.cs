using Microsoft.Extensions.Options;

namespace MoroccoCT.Web.Addresses;

/// <summary>The service's address in links that leave it.</summary>
public sealed class PublicAddress(IOptions<WebOptions> options)
{
    /// <summary>Where a link leads that is good once.</summary>
    public string Welcome(HttpContext context, string token) =>
        WelcomeLink.Of(options.Value.PublicAddress ?? new($"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}"), token);
}
