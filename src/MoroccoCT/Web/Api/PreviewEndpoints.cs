using MoroccoCT.Web.Endpoints;
using MoroccoCT.Web.Errors;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Api;

/// <summary>The pages of an order, before it is ordered.</summary>
internal static class PreviewEndpoints
{
    private const string Description = "The document that the order would make today, with a mark on each page. Nothing is stored and no number is given. "
        + "If-None-Match with the ETag of pages that would be the same again is answered with 304 and no body. Orders come first: under load it may take a "
        + "while, or be refused with 503. A preview that nobody waits for any more is called off.";

    public static void MapPreviews(this IEndpointRouteBuilder api)
    {
        var previews = api.MapGroup("/preview").WithTags(EndpointTags.Requests).RequireAuthorization(Policies.Order);
        previews.MapRead("/", ShowAsync).WithName("showPreview").WithSummary("Look at the pages of an order before ordering it")
            .WithDescription(Description).Produces<Stream>(200, "application/pdf").Refuses(400, 403, 422);
        previews.MapPost("/", ShowPostedAsync).WithName("makePreview").WithSummary("Look at the pages of an order that is too long for an address")
            .WithDescription(Description).Produces<Stream>(200, "application/pdf").Refuses(400, 403, 413, 415, 422);
    }

    private static async Task<IResult> ShowAsync(
        [AsParameters] OrderQuery wanted, HttpContext context, PreviewPages pages, CancellationToken cancellationToken)
    {
        var problems = new Dictionary<string, string>();
        var order = wanted.ToOrder(problems);
        return problems.Count > 0
            ? TypedResults.Problem(ProblemMap.OfParameters(problems).ToDetails())
            : await pages.OfAsync(order, context, cancellationToken);
    }

    private static Task<IResult> ShowPostedAsync(OrderBody order, HttpContext context, PreviewPages pages, CancellationToken cancellationToken) =>
        pages.OfAsync(order.ToOrder(), context, cancellationToken);
}
