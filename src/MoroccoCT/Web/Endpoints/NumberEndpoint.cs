using MoroccoCT.Requests;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Endpoints;

/// <summary>The page of a request under the number or reference that stands on paper. What is unknown is not found, and the search is offered.</summary>
internal static class NumberEndpoint
{
    public static void MapNumbers(this IEndpointRouteBuilder app) => app
        .MapGroup("/requests").RequireAuthorization(Policies.Read).MapRead("/{name}", ShowAsync).ExcludeFromDescription();

    private static async Task<IResult> ShowAsync(
        string name, HttpRequest http, RequestQueries queries, Caller caller, CancellationToken cancellationToken) =>
        await queries.FindByNameAsync(name, caller.Viewer, cancellationToken) is { } request
            ? TypedResults.Redirect($"{http.PathBase}/requests/{request.Id}")
            : TypedResults.NotFound();
}
