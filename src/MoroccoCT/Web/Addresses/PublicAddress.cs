using Microsoft.Extensions.Options;
using MoroccoCT.Delivery;

namespace MoroccoCT.Web.Addresses;

/// <summary>The service's address in links that leave it.</summary>
public sealed class PublicAddress(IOptions<WebOptions> options)
{
    /// <summary>Where a link leads that is good once.</summary>
    public string Welcome(HttpContext context, string token) => WelcomeLink.Of(Of(context), token);

    /// <summary>A request's page under its number, for people who may see it.</summary>
    public string Request(HttpContext context, string number) => ServiceAddress.Request(Of(context), number).AbsoluteUri;

    private Uri Of(HttpContext context) =>
        options.Value.PublicAddress ?? new($"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}");
}
