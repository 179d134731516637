using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MoroccoCT.Web.Errors;

namespace MoroccoCT.Web.Pages;

/// <summary>A page is asked only what it takes: a method it knows, a form that can be read. The page that reports an error is shown whatever came.</summary>
internal sealed class PageRules : IAsyncAuthorizationFilter, IAsyncPageFilter, IOrderedFilter
{
    public static void AddTo(MvcOptions pages)
    {
        pages.Filters.Add(new PageRules());
        // No script here sends keys with brackets, and a key with a lone one would be a fault of ours.
        pages.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
        pages.ValueProviderFactories.RemoveType<JQueryQueryStringValueProviderFactory>();
    }

    /// <summary>After the limits that a page sets for its form (900), before the anti-forgery token is read from it (1000).</summary>
    public int Order => 950;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var page = (CompiledPageActionDescriptor)context.ActionDescriptor;
        var request = context.HttpContext.Request;
        if (IsErrorPage(page) && !IsRead(request))
            request.Method = HttpMethods.Get;
        if (IsRead(request))
            return;

        var methods = page.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant()).Union([HttpMethods.Get, HttpMethods.Head]).ToList();
        if (!methods.Contains(request.Method))
        {
            context.HttpContext.Response.Headers.Allow = string.Join(", ", methods);
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
            return;
        }

        await ReadFormAsync(request, context.HttpContext.RequestAborted);
    }

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    /// <summary>What is sent without naming one of the page's deeds would leave the page without the data it shows.</summary>
    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerMethod is not null || IsRead(context.HttpContext.Request))
            return next();
        context.Result = new NotFoundResult();
        return Task.CompletedTask;
    }

    private static bool IsErrorPage(CompiledPageActionDescriptor page) => page.ModelTypeInfo == typeof(ErrorModel);

    private static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private static async Task ReadFormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
            throw new UnreadableRequestException(415, "A page takes a form: application/x-www-form-urlencoded or multipart/form-data.");
        try
        {
            await request.ReadFormAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            throw new UnreadableRequestException(400, "The form cannot be read: it is malformed, cut short, or larger than any form here.", fault);
        }
    }
}
