using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MoroccoCT.Web.Errors;
using MoroccoCT.Web.Language;

namespace MoroccoCT.Web.Pages;

/// <summary>What a person sees when an address does not exist or something failed.</summary>
[IgnoreAntiforgeryToken]
public sealed class ErrorModel(Words words) : PageModel
{
    public string Title { get; private set; } = "";

    public string Advice { get; private set; } = "";

    /// <summary>Finds the cause in the log; null where the fault is not the service's.</summary>
    public string? Reference { get; private set; }

    public void OnGet(int code = 404) => Show(code);

    public void OnPost(int code = 404) => Show(code);

    private void Show(int code)
    {
        if (HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is { } fault)
            code = ProblemMap.Of(fault).Status;
        Response.StatusCode = code is >= 400 and < 600 ? code : 404;
        (Title, Advice, Reference) = Response.StatusCode switch
        {
            404 => (words.Site.NotFoundTitle, words.Site.NotFoundAdvice, null),
            < 500 => (words.Site.RefusedTitle, words.Site.RefusedAdvice, null),
            _ => (words.Site.ErrorTitle, words.Site.ErrorAdvice, Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier),
        };
    }
}
