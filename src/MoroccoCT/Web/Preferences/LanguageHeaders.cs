using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using MoroccoCT.Web.Language;

namespace MoroccoCT.Web.Preferences;

/// <summary>Tells whoever keeps a page in between in which language it is, and what that depended on.</summary>
internal sealed class LanguageHeaders(Words words) : IResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is PageResult)
            Write(context.HttpContext.Response.Headers, words);
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
        // The headers have gone out with the page.
    }

    public static void Write(IHeaderDictionary headers, Words words)
    {
        headers.ContentLanguage = words.Language;
        headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.AcceptLanguage, HeaderNames.Cookie);
    }
}
