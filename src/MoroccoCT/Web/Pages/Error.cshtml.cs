using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MoroccoCT.Web.Errors;
using MoroccoCT.Web.Language;

namespace MoroccoCT.Web.Pages;

/// <summary>What a person sees when an address does not exist or something failed. It answers every method, and reads nothing of what was sent.</summary>
[IgnoreAntiforgeryToken]
public sealed class ErrorModel(Words words) : PageModel
{
    public string Title { get; private set; } = "";

    public string Advice { get; private set; } = "";

    /// <summary>Finds the cause in the log; null where the fault is not the service's.</summary>
    public string? Reference { get; private set; }

    /// <summary>What was sought among the requests, to be looked for in another way; null for other addresses.</summary>
    public string? Sought { get; private set; }

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (Problem() is not { } problem)
        {
            context.Result = NotFound();
            return;
        }

        Response.StatusCode = problem.Status;
        (Title, Advice) = problem.Kind is { } kind ? (words.Fault.Title(kind), words.Fault.NextStep(kind)) : Words(problem);
        if (problem.Status == StatusCodes.Status404NotFound)
            Sought = SoughtRequest.Of(HttpContext);
        if (problem.IsOurs)
            Reference = HttpContext.TraceId();
    }

    private (string Title, string Advice) Words(Problem problem) => problem.Status switch
    {
        404 => (words.Site.NotFoundTitle, words.Site.NotFoundAdvice),
        _ when problem == ProblemMap.Proxied => (words.Site.ProxiedTitle, words.Site.ProxiedAdvice),
        _ when problem == ProblemMap.Foreign => (words.Site.RefusedTitle, words.Site.ForeignAdvice),
        403 => (words.People.ForbiddenTitle, words.People.ForbiddenAdvice),
        413 => (words.Site.TooLargeTitle, words.Site.TooLargeAdvice),
        429 => (words.Site.TooManyTitle, words.Site.TooManyAdvice),
        < 500 => (words.Site.RefusedTitle, words.Site.RefusedAdvice),
        503 => (words.Site.StoppingTitle, words.Site.StoppingAdvice),
        _ => (words.Site.ErrorTitle, words.Site.ErrorAdvice),
    };

    /// <summary>What went wrong before; null for who asks for this page itself.</summary>
    private Problem? Problem()
    {
        if (HttpContext.Features.Get<IExceptionHandlerFeature>() is { } thrown)
            return ProblemMap.Of(thrown.Error);
        return HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } bare ? ProblemMap.OfRefusal(HttpContext, bare.OriginalStatusCode) : null;
    }
}
