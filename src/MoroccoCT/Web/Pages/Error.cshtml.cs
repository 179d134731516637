using System.Diagnostics;
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

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (Fault() is not { } status)
        {
            context.Result = NotFound();
            return;
        }

        Response.StatusCode = status;
        (Title, Advice, Reference) = status switch
        {
            404 => (words.Site.NotFoundTitle, words.Site.NotFoundAdvice, null),
            < 500 => (words.Site.RefusedTitle, words.Site.RefusedAdvice, null),
            _ => (words.Site.ErrorTitle, words.Site.ErrorAdvice, Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier),
        };
    }

    /// <summary>The status of what went wrong before; null for who asks for this page itself.</summary>
    private int? Fault() => HttpContext.Features.Get<IExceptionHandlerFeature>() is { } fault
        ? ProblemMap.Of(fault.Error).Status
        : HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalStatusCode;
}
