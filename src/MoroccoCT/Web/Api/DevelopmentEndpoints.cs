using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using MoroccoCT.Audit;
using MoroccoCT.Library;
using MoroccoCT.Library.Developments;
using MoroccoCT.Web.Endpoints;
using MoroccoCT.Web.Errors;
using MoroccoCT.Web.Guards;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Api;

/// <summary>Recording news, letting it out and looking at it.</summary>
internal static class DevelopmentEndpoints
{
    private const int DefaultLimit = 20;
    private const int LargestLimit = 100;
    private const string Name = "Number of the development, or its id.";
    private const string Item = "/{number}";

    public static void MapDevelopments(this IEndpointRouteBuilder api)
    {
        var developments = api.MapGroup("/developments").WithTags(EndpointTags.Developments);
        developments.MapRead("/", ListAsync).WithName("listDevelopments").WithSummary("List developments, newest first")
            .WithDescription("Who may write sees all of the desk, others those that were published. A page at a time: `nextCursor` of one page is the "
                + "`cursor` of the next, all else in the address unchanged.").Refuses(400);
        developments.MapRead(Item, FindAsync).WithName("showDevelopment").WithSummary("Show one development")
            .WithDescription("With what is wrong with it, if anything: a source that the library lost is told at once.").Refuses(404);
        developments.MapRead($"{Item}/changes", ChangesAsync).WithName("listDevelopmentChanges")
            .WithSummary("List all changes of a development, the last first")
            .WithDescription("Each with the whole content as it was after it, and who made it. Changes are only added.")
            .Refuses(403, 404).RequireAuthorization(Policies.Write);
        developments.MapPost("/", RecordAsync).WithName("recordDevelopment").WithSummary("Record a development as a draft")
            .WithDescription("Texts are in the library's Markdown, and each paragraph names its sources: the library's, or those that come with the "
                + "development. `problems` of the answer says what keeps it from being proposed.")
            .Refuses(400, 413, 415).RequireAuthorization(Policies.Write).RequireRateLimiting(CallerLimits.Orders);
        developments.MapPut(Item, EditAsync).WithName("editDevelopment").WithSummary("Edit a development")
            .WithDescription("All of its content. What was proposed is a draft again; what is published stays in force until the new text is published too.")
            .Refuses(400, 404, 409, 413, 415).RequireAuthorization(Policies.Write);
        developments.MapPost($"{Item}/propose", ProposeAsync).WithName("proposeDevelopment").WithSummary("Propose a draft for publication")
            .WithDescription("It must have no problems.").Refuses(400, 404, 409, 413, 415).RequireAuthorization(Policies.Write);
        developments.MapPost($"{Item}/publish", PublishAsync).WithName("publishDevelopment").WithSummary("Publish what is proposed")
            .WithDescription("By somebody who has neither written nor proposed any of it, unless the service is set up for one person.")
            .Refuses(400, 404, 409, 413, 415).RequireAuthorization(Policies.Publish);
        developments.MapPost($"{Item}/send-back", SendBackAsync).WithName("sendBackDevelopment").WithSummary("Send a proposal back to who wrote it")
            .WithDescription("It is a draft again.").Refuses(400, 404, 409, 413, 415).RequireAuthorization(Policies.Publish);
        developments.MapPost($"{Item}/withdraw", WithdrawAsync).WithName("withdrawDevelopment").WithSummary("Withdraw a development for good")
            .WithDescription("Nothing is deleted: it stays with its reason, and the next edition tells of one that had been published.")
            .Refuses(400, 404, 409, 413, 415).RequireAuthorization(Policies.Write);
    }

    private static async Task<Results<Ok<DevelopmentListBody>, ProblemHttpResult>> ListAsync(
        [Description("`nextCursor` of the page before.")] string? cursor,
        [AsParameters] DevelopmentFilterQuery wanted,
        DevelopmentQueries queries,
        CurrentLibrary library,
        Caller caller,
        CancellationToken cancellationToken,
        [Description("How many developments a page has."), Range(1, LargestLimit)] int limit = DefaultLimit)
    {
        var problems = new Dictionary<string, string>();
        if (limit is < 1 or > LargestLimit)
            problems["limit"] = $"'limit' must be a number from 1 to {LargestLimit}.";
        Guid? before = null;
        if (cursor is not null && Guid.TryParseExact(cursor, "N", out var last))
            before = last;
        else if (cursor is not null)
            problems["cursor"] = "The cursor is none that a list of developments gave. Leave it out to begin with the newest.";
        var filter = wanted.Read(library.Snapshot.Library, problems);
        if (problems.Count > 0)
            return TypedResults.Problem(ProblemMap.OfParameters(problems).ToDetails());
        var page = await queries.ListAsync(filter, before, limit, caller.Viewer, caller.MayWrite, cancellationToken);
        return TypedResults.Ok(new DevelopmentListBody([.. page.Items.Select(DevelopmentBody.Of)], page.Next?.ToString("N")));
    }

    private static async Task<Results<Ok<DevelopmentBody>, NotFound>> FindAsync(
        [Description(Name)] string number, DevelopmentQueries queries, Caller caller, CancellationToken cancellationToken) =>
        await queries.FindAsync(number, caller.Viewer, caller.MayWrite, cancellationToken) is { } view
            ? TypedResults.Ok(DevelopmentBody.Of(view))
            : TypedResults.NotFound();

    private static async Task<Results<Ok<DevelopmentChangeListBody>, NotFound>> ChangesAsync(
        [Description(Name)] string number, DevelopmentQueries queries, Caller caller, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(number, caller.Viewer, caller.MayWrite, cancellationToken) is not { IsWork: true } view)
            return TypedResults.NotFound();
        var changes = await queries.ChangesAsync(view, caller.Viewer, cancellationToken);
        return TypedResults.Ok(new DevelopmentChangeListBody([.. changes.Select(DevelopmentChangeBody.Of)]));
    }

    private static async Task<Created<DevelopmentBody>> RecordAsync(
        NewDevelopmentInput development, DevelopmentWorkflow workflow, DevelopmentQueries queries, Caller caller, HttpContext context,
        CancellationToken cancellationToken)
    {
        var row = await workflow.RecordAsync(development.Content, caller.Viewer, context.Actor(Doors.Api), cancellationToken);
        return TypedResults.Created(
            $"{context.Request.PathBase}{ApiAddress.Root}/developments/{row.Number}", DevelopmentBody.Of(queries.View(row, caller.Viewer)));
    }

    private static Task<Results<Ok<DevelopmentBody>, NotFound>> EditAsync(
        [Description(Name)] string number, ChangedDevelopmentInput development, DevelopmentWorkflow workflow, DevelopmentQueries queries, Caller caller,
        HttpContext context, CancellationToken cancellationToken) => DoAsync(
        number,
        id => workflow.EditAsync(id, development.Revision, development.Content, caller.Viewer, context.Actor(Doors.Api), cancellationToken),
        queries, caller, cancellationToken);

    private static Task<Results<Ok<DevelopmentBody>, NotFound>> ProposeAsync(
        [Description(Name)] string number, DevelopmentStepInput step, DevelopmentWorkflow workflow, DevelopmentQueries queries, Caller caller,
        HttpContext context, CancellationToken cancellationToken) => DoAsync(
        number, id => workflow.ProposeAsync(id, step.Revision, caller.Viewer, context.Actor(Doors.Api), cancellationToken), queries, caller, cancellationToken);

    private static Task<Results<Ok<DevelopmentBody>, NotFound>> PublishAsync(
        [Description(Name)] string number, DevelopmentStepInput step, DevelopmentWorkflow workflow, DevelopmentQueries queries, Caller caller,
        HttpContext context, CancellationToken cancellationToken) => DoAsync(
        number, id => workflow.PublishAsync(id, step.Revision, caller.Viewer, context.Actor(Doors.Api), cancellationToken), queries, caller, cancellationToken);

    private static Task<Results<Ok<DevelopmentBody>, NotFound>> SendBackAsync(
        [Description(Name)] string number, SentBackDevelopmentInput step, DevelopmentWorkflow workflow, DevelopmentQueries queries, Caller caller,
        HttpContext context, CancellationToken cancellationToken) => DoAsync(
        number,
        id => workflow.SendBackAsync(id, step.Revision, step.Note, caller.Viewer, context.Actor(Doors.Api), cancellationToken),
        queries, caller, cancellationToken);

    private static Task<Results<Ok<DevelopmentBody>, NotFound>> WithdrawAsync(
        [Description(Name)] string number, WithdrawnDevelopmentInput step, DevelopmentWorkflow workflow, DevelopmentQueries queries, Caller caller,
        HttpContext context, CancellationToken cancellationToken) => DoAsync(
        number,
        id => workflow.WithdrawAsync(id, step.Revision, step.Reason, caller.Viewer, context.Actor(Doors.Api), cancellationToken),
        queries, caller, cancellationToken);

    /// <summary>Does something with a development, and shows it as it is then.</summary>
    private static async Task<Results<Ok<DevelopmentBody>, NotFound>> DoAsync(
        string number, Func<Guid, Task<DevelopmentRow>> deed, DevelopmentQueries queries, Caller caller, CancellationToken cancellationToken) =>
        await queries.FindAsync(number, caller.Viewer, caller.MayWrite, cancellationToken) is { IsWork: true } view
            ? TypedResults.Ok(DevelopmentBody.Of(queries.View(await deed(view.Row.Id), caller.Viewer)))
            : TypedResults.NotFound();
}
