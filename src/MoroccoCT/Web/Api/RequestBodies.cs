using Microsoft.Extensions.Options;
using MoroccoCT.Requests;
using MoroccoCT.Retention;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Api;

/// <summary>Requests as the API shows them, with the names of those who asked and the addresses by which the caller reaches the service.</summary>
public sealed class RequestBodies(PersonNames names, IOptions<RetentionOptions> retention, IHttpContextAccessor http)
{
    public async Task<RequestBody> OfAsync(BriefingRequest request, CancellationToken cancellationToken) => RequestBody.Of(
        request, await names.OfAsync(request.PersonId, cancellationToken), await names.OfAsync(request.HeldById, cancellationToken),
        retention.Value.KeptUntil(request), http.HttpContext!.Request.PathBase);

    public async Task<IReadOnlyList<RequestBody>> OfAsync(IEnumerable<BriefingRequest> requests, CancellationToken cancellationToken)
    {
        var bodies = new List<RequestBody>();
        foreach (var request in requests)
            bodies.Add(await OfAsync(request, cancellationToken));
        return bodies;
    }
}
