using MoroccoCT.Requests;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Api;

/// <summary>Requests as the API shows them, with the names of those who asked.</summary>
public sealed class RequestBodies(PersonNames names)
{
    public async Task<RequestBody> OfAsync(BriefingRequest request, CancellationToken cancellationToken) =>
        RequestBody.Of(request, await names.OfAsync(request.PersonId, cancellationToken));

    public async Task<IReadOnlyList<RequestBody>> OfAsync(IEnumerable<BriefingRequest> requests, CancellationToken cancellationToken)
    {
        var bodies = new List<RequestBody>();
        foreach (var request in requests)
            bodies.Add(await OfAsync(request, cancellationToken));
        return bodies;
    }
}
