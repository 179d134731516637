using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using MoroccoCT.Audit;
using MoroccoCT.People;
using MoroccoCT.Web.Errors;
using MoroccoCT.Web.Language;

namespace MoroccoCT.Web.SignIn;

/// <summary>What the pages' script asks for when somebody uses or adds a passkey: first the question for the device, then its answer is looked at.</summary>
internal static class PasskeyEndpoints
{
    private const string Using = "passkey-use";
    private const string Adding = "passkey-add";

    public static void MapPasskeys(this IEndpointRouteBuilder app)
    {
        var passkeys = app.MapGroup("/passkeys").ExcludeFromDescription().AllowAnonymous().AddEndpointFilter(RefuseForgeryAsync);
        passkeys.MapPost("/use/question", AskToUseAsync).RequireRateLimiting(SignInLimit.Policy);
        passkeys.MapPost("/use", UseAsync).RequireRateLimiting(SignInLimit.Policy);
        passkeys.MapPost("/add/question", AskToAddAsync);
        passkeys.MapPost("/add", AddAsync);
    }

    /// <param name="Credential">What the device answered, as JSON.</param>
    /// <param name="Name">By which its owner will know a new one.</param>
    /// <param name="Token">Of an invitation, for whoever has no session yet.</param>
    internal sealed record Answer(JsonElement? Credential, string? Name, string? Token);

    /// <summary>No page elsewhere can make the browser ask.</summary>
    private static async ValueTask<object?> RefuseForgeryAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var antiforgery = call.HttpContext.RequestServices.GetRequiredService<IAntiforgery>();
        call.HttpContext.Response.Headers.CacheControl = "no-store";
        return await antiforgery.IsRequestValidAsync(call.HttpContext) ? await next(call) : Refused(call.HttpContext, words => words.People.PageTooOld);
    }

    private static async Task<IResult> AskToUseAsync(HttpContext context, IPasskeyHandler<Person> handler, ShortNote note)
    {
        // For nobody in particular: what is asked for tells nothing of who is known here.
        var question = await handler.MakeRequestOptionsAsync(null, context);
        note.Write(context, Using, question.AssertionState ?? "");
        return Results.Text(question.RequestOptionsJson, "application/json");
    }

    private static async Task<IResult> UseAsync(
        Answer answer, HttpContext context, IPasskeyHandler<Person> handler, ShortNote note, Passkeys passkeys, AuditTrail audit, BrowserSession session)
    {
        var state = note.Read(context, Using);
        note.Forget(context, Using);
        var result = state is null || answer.Credential is not { } credential
            ? null
            : await handler.PerformAssertionAsync(new() { HttpContext = context, CredentialJson = credential.GetRawText(), AssertionState = state });
        if (result is not { Succeeded: true, User: { IsActive: true } person, Passkey: { } used })
        {
            await audit.AppendAsync(new(context.Actor(Doors.Form), Deed.SignInFailed, "passkey"), context.RequestAborted);
            return Refused(context, words => words.People.PasskeyRefused);
        }

        await passkeys.UsedAsync(used, context.RequestAborted);
        await session.OpenAsync(context, person, SignInMethod.Passkey);
        return Results.NoContent();
    }

    private static async Task<IResult> AskToAddAsync(Answer answer, HttpContext context, IPasskeyHandler<Person> handler, ShortNote note, OneTimeLinks links)
    {
        if (await OwnerAsync(answer, context, links) is not { } owner)
            return Refused(context, words => words.People.LinkOver);
        var question = await handler.MakeCreationOptionsAsync(
            new() { Id = $"{owner.Id}", Name = owner.Name, DisplayName = owner.DisplayName }, context);
        note.Write(context, Adding, question.AttestationState ?? "");
        return Results.Text(question.CreationOptionsJson, "application/json");
    }

    private static async Task<IResult> AddAsync(
        Answer answer, HttpContext context, IPasskeyHandler<Person> handler, ShortNote note, OneTimeLinks links, Passkeys passkeys, BrowserSession session)
    {
        if (await OwnerAsync(answer, context, links) is not { } owner)
            return Refused(context, words => words.People.LinkOver);
        var name = string.IsNullOrWhiteSpace(answer.Name) ? owner.Name : answer.Name;
        if (PersonName.ShownFault("passkeyName", name) is { } fault)
            return Refused(context, words => words.PersonProblem.Sentence(fault));
        var state = note.Read(context, Adding);
        note.Forget(context, Adding);
        var result = state is null || answer.Credential is not { } credential
            ? null
            : await handler.PerformAttestationAsync(new() { HttpContext = context, CredentialJson = credential.GetRawText(), AttestationState = state });
        if (result is not { Succeeded: true, Passkey: { } made, UserEntity: { } entity } || entity.Id != $"{owner.Id}")
            return Refused(context, words => words.People.PasskeyRefused);
        var by = context.Actor(Doors.Form) with { Id = owner.Id, Name = owner.Name };
        var isInvited = context.Caller().Person is null;

        // The link first: of two who use it at once, one comes in and has a passkey.
        if (isInvited && await links.UseAsync(answer.Token!, by, context.RequestAborted) is null)
            return Refused(context, words => words.People.LinkOver);
        await passkeys.AddAsync(owner.Id, made, name, by, context.RequestAborted);
        if (isInvited)
            await session.OpenAsync(context, owner, SignInMethod.Passkey);
        return Results.NoContent();
    }

    /// <summary>Whose passkey it becomes: of whoever has signed in, or was invited.</summary>
    private static async Task<Person?> OwnerAsync(Answer answer, HttpContext context, OneTimeLinks links) =>
        context.Caller() is { Session: not null, Person: { } person }
            ? person
            : answer.Token is { } token ? (await links.FindAsync(token, context.RequestAborted))?.Person : null;

    private static IResult Refused(HttpContext context, Func<Words, string> words) => TypedResults.Problem(
        (ProblemMap.OfStatus(StatusCodes.Status400BadRequest) with { Detail = words(context.RequestServices.GetRequiredService<Words>()) }).ToDetails());
}
