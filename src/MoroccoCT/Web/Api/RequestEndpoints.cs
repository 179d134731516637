using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using MoroccoCT.Audit;
using MoroccoCT.Briefings.Composition;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Delivery;
using MoroccoCT.Library;
using MoroccoCT.Requests;
using MoroccoCT.Web.Endpoints;
using MoroccoCT.Web.Errors;
using MoroccoCT.Web.Guards;
using MoroccoCT.Web.Language;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Api;

/// <summary>Submitting orders, following requests and fetching documents.</summary>
internal static class RequestEndpoints
{
    private const int DefaultLimit = 20;
    private const int LargestLimit = 100;
    internal const string RequestId = "Id of the request.";

    public static void MapRequests(this IEndpointRouteBuilder api)
    {
        var requests = api.MapGroup("/requests").WithTags(EndpointTags.Requests);
        requests.MapPost("/", SubmitAsync).WithName("submitRequest").WithSummary("Order a briefing")
            .WithDescription("Stores the order and answers at once; the briefing is made in the background. "
                + "With the header Idempotency-Key, sending the same order again gives the first request. "
                + "Whoever `deliverTo` names is sent the briefing once it is finished.")
            .Refuses(400, 413, 415, 422).RequireAuthorization(Policies.Order).RequireRateLimiting(CallerLimits.Orders);
        requests.MapRead("/", ListAsync).WithName("listRequests").WithSummary("List requests, newest first")
            .WithDescription("A page at a time: `nextCursor` of one page is the `cursor` of the next, all else in the address unchanged.").Refuses(400);
        requests.MapRead("/{id:guid}", FindAsync).WithName("showRequest").WithSummary("Show one request and its state")
            .WithDescription("Its `links` say what can be done with it next.").Refuses(404);
        requests.MapRead("/{id:guid}/document", DocumentAsync).WithName("downloadDocument").WithSummary("Fetch the PDF")
            .WithDescription("The header Range is honoured, and the conditions are: If-None-Match with the ETag of a document that has not changed "
                + "is answered with 304 and no body.")
            // 304 is told in words only: declared, it takes the PDF out of some generators' clients, and no client gets it who did not ask.
            .Produces<Stream>(200, "application/pdf").Produces<Stream>(206, "application/pdf")
            .Refuses(404, 409, 412, 416);
        requests.MapRead("/{id:guid}/events", EventsAsync).WithName("followRequest").WithSummary("Follow a request by server-sent events")
            .WithDescription("One event `state` for the present state and for each change, the request as its data; a comment every 15 seconds in between. "
                + "The stream ends after the final state, and when the service stops: connect again.")
            .Produces<Stream>(200, RequestEvents.ContentType).Refuses(404);
        requests.MapPost("/{id:guid}/cancel", CancelAsync).WithName("cancelRequest").WithSummary("Cancel a request")
            .WithDescription("A request that is already final stays as it is. The answer shows its state.")
            .Refuses(404).RequireAuthorization(Policies.Order);
        requests.MapPost("/{id:guid}/retry", RetryAsync).WithName("retryRequest").WithSummary("Begin a failed or cancelled request again")
            .WithDescription("Keeps the request's number, order and date. Any other request stays as it is. The answer shows its state.")
            .Refuses(404).RequireAuthorization(Policies.Order);
        requests.MapDeletion();
        requests.MapHolds();
        requests.MapDeliveries();
        requests.MapReleases();
        requests.MapArchive();
    }

    private static async Task<Results<Accepted<RequestBody>, ProblemHttpResult>> SubmitAsync(
        SubmissionBody order,
        [FromHeader(Name = IdempotencyKey.Header), Description(IdempotencyKey.Meaning)] string? key,
        HttpRequest request,
        Caller caller,
        RequestSubmitter submitter,
        RecipientReader recipients,
        CurrentLibrary library,
        RequestBodies bodies,
        CancellationToken cancellationToken)
    {
        if (IdempotencyKey.Fault(request.Headers[IdempotencyKey.Header]) is { } fault)
            return TypedResults.Problem(ProblemMap.OfParameter(IdempotencyKey.Header, fault).ToDetails());

        // Keys of the API are apart from those of the form and of schedules: no client can take theirs.
        var ours = caller.OwnKey(string.IsNullOrWhiteSpace(key) ? null : $"api:{key}");
        var submission = new Submission(request.HttpContext.Actor(Doors.Api), ours, Viewer: caller.Viewer, Person: caller.Person?.DisplayName)
        {
            DeliverTo = await DeliverToAsync(order, recipients, library, caller, cancellationToken),
        };
        var submitted = await submitter.SubmitAsync(order.ToOrder(), submission, cancellationToken);
        var body = await bodies.OfAsync(submitted.Request, cancellationToken);
        return TypedResults.Accepted(body.Links.Self, body);
    }

    /// <summary>Whether they may have what would be made is told before anything is.</summary>
    private static async Task<IReadOnlyList<Recipient>> DeliverToAsync(
        SubmissionBody order, RecipientReader recipients, CurrentLibrary library, Caller caller, CancellationToken cancellationToken)
    {
        if (order.DeliverTo.Length == 0)
            return [];
        var marking = Marking.Find(OrderValidator.Normalize(order.ToOrder(), library.Snapshot.Library).Marking!)!;
        return await recipients.ReadAsync(RecipientBody.Wanted(order.DeliverTo), marking, caller.Viewer, cancellationToken);
    }

    private static async Task<Results<Ok<RequestListBody>, ProblemHttpResult>> ListAsync(
        [Description("`nextCursor` of the page before.")] string? cursor,
        [AsParameters] RequestFilterQuery wanted,
        RequestQueries queries,
        Caller caller,
        DeskTime desk,
        PersonNames people,
        CurrentLibrary library,
        RequestBodies bodies,
        CancellationToken cancellationToken,
        [Description("How many requests a page has."), Range(1, LargestLimit)] int limit = DefaultLimit)
    {
        var problems = new Dictionary<string, string>();
        if (limit is < 1 or > LargestLimit)
            problems["limit"] = $"'limit' must be a number from 1 to {LargestLimit}.";
        var filter = await wanted.ReadAsync(desk, people, library.Snapshot.Library.Languages, problems, cancellationToken);
        if (problems.Count > 0)
            return TypedResults.Problem(ProblemMap.OfParameters(problems).ToDetails());
        var page = await queries.ListAsync(filter, cursor, limit, caller.Viewer, cancellationToken);
        return TypedResults.Ok(new RequestListBody(await bodies.OfAsync(page.Items, cancellationToken), page.NextCursor));
    }

    private static async Task<Results<Ok<RequestBody>, NotFound>> FindAsync(
        [Description(RequestId)] Guid id, RequestQueries queries, Caller caller, RequestBodies bodies, CancellationToken cancellationToken) =>
        await queries.FindAsync(id, caller.Viewer, cancellationToken) is { } request
            ? TypedResults.Ok(await bodies.OfAsync(request, cancellationToken))
            : TypedResults.NotFound();

    private static async Task<Results<FileStreamHttpResult, NotFound, ProblemHttpResult>> DocumentAsync(
        [Description(RequestId)] Guid id, RequestQueries queries, CurrentLibrary library, AuditTrail audit, Caller caller, HttpResponse response,
        CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, caller.Viewer, cancellationToken) is not { } request)
            return TypedResults.NotFound();
        if (request.Sha256 is null || await queries.DocumentAsync(request.Sha256, cancellationToken) is not { } document)
            return TypedResults.Problem(NoDocument(request, response.HttpContext.Request.PathBase).ToDetails());

        var order = request.Order;
        var title = BriefingTitle.Of(order, library.Snapshot.Library);
        response.Headers.ContentDisposition = DocumentName.Header(request.Number, title, order.Language, order.Marking ?? "");
        response.Headers.CacheControl = "private, no-cache";
        return TypedResults.Stream(
            new DocumentBytes(document, request, audit, response.HttpContext),
            "application/pdf",
            entityTag: new EntityTagHeaderValue($"\"{document.Sha256}\""),
            lastModified: document.CreatedAt,
            enableRangeProcessing: true);
    }

    internal static Problem NoDocument(BriefingRequest request, PathString at) => request.State switch
    {
        RequestState.Failed => new(409, "There is no document", $"Request {request.Number} failed: {request.ErrorTitle}. {request.ErrorDetail}"),
        RequestState.Cancelled => new(409, "There is no document", $"Request {request.Number} was cancelled."),
        _ => Unfinished(request.Number, request.Id, at),
    };

    /// <summary>What is answered to whoever asks for the document too early.</summary>
    internal static Problem Unfinished(string number, Guid id, PathString at) =>
        new(409, "The document is not finished", $"Request {number} is in the works. Follow it at {ApiAddress.Request(id, at)}/events.");

    private static async Task<IResult> EventsAsync(
        [Description(RequestId)] Guid id, HttpContext context, Caller caller, CallerLookup callers, RequestQueries queries, RequestWatch watch,
        RequestBodies bodies, IHostApplicationLifetime lifetime, CancellationToken cancellationToken) =>
        await queries.FindAsync(id, caller.Viewer, cancellationToken) is null
            ? TypedResults.NotFound()
            : new RequestEvents(
                SeenAsync(watch.FollowAsync(id, CancellationToken.None), () => callers.OfAsync(context), bodies, CancellationToken.None),
                lifetime.ApplicationStopping);

    /// <summary>A stream stays open for long: whoever may not see the request any more learns nothing further.</summary>
    private static async IAsyncEnumerable<RequestBody> SeenAsync(
        IAsyncEnumerable<BriefingRequest> states, Func<Task<Caller>> callerNow, RequestBodies bodies,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var state in states.WithCancellation(cancellationToken))
        {
            if (!state.IsVisibleTo((await callerNow()).Viewer))
                yield break;
            yield return await bodies.OfAsync(state, cancellationToken);
        }
    }

    private static async Task<Results<Ok<RequestBody>, NotFound>> CancelAsync(
        [Description(RequestId)] Guid id, HttpContext context, Caller caller, RequestQueries queries, RequestTransitions transitions,
        RequestBodies bodies, CancellationToken cancellationToken) =>
        await ChangeAsync(id, caller, queries, bodies, () => transitions.CancelAsync(id, context.Actor(Doors.Api), cancellationToken), cancellationToken);

    private static async Task<Results<Ok<RequestBody>, NotFound>> RetryAsync(
        [Description(RequestId)] Guid id, HttpContext context, Caller caller, RequestQueries queries, RequestTransitions transitions,
        RequestBodies bodies, CancellationToken cancellationToken) =>
        await ChangeAsync(id, caller, queries, bodies, () => transitions.RetryAsync(id, context.Actor(Doors.Api), cancellationToken), cancellationToken);

    /// <summary>What another desk shares is looked at, and not changed.</summary>
    private static async Task<Results<Ok<RequestBody>, NotFound>> ChangeAsync(
        Guid id, Caller caller, RequestQueries queries, RequestBodies bodies, Func<Task<BriefingRequest?>> change, CancellationToken cancellationToken) =>
        await queries.FindAsync(id, caller.Viewer, cancellationToken) is { } seen && seen.MayBeChangedBy(caller.Viewer) && await change() is { } request
            ? TypedResults.Ok(await bodies.OfAsync(request, cancellationToken))
            : TypedResults.NotFound();
}
