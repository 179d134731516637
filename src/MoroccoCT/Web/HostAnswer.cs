using System.Text.Encodings.Web;
using Microsoft.AspNetCore.HostFiltering;
using MoroccoCT.Web.Errors;
using MoroccoCT.Web.Language;
using MoroccoCT.Web.Preferences;

namespace MoroccoCT.Web;

/// <summary>
/// The answer to a host name that is not served here. The framework's check for it stands before everything else, so its
/// refusal would never reach the pages and problem details that other errors get.
/// </summary>
internal sealed class HostAnswer : IStartupFilter
{
    public static void AddTo(IServiceCollection services)
    {
        services.Configure<HostFilteringOptions>(hosts => hosts.IncludeFailureMessage = false);
        // The first filter is the outermost.
        services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, HostAnswer>());
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseSecurityHeaders();
        app.UseStatusCodePages(bare => AnswerAsync(bare.HttpContext));
        next(app);
    };

    private static Task AnswerAsync(HttpContext context)
    {
        if (!context.WantsPage(context.Request.Path))
            return ProblemHandler.Write(context, ProblemMap.OfStatus(StatusCodes.Status400BadRequest) with { Detail = Words.English.Site.UnknownHost });
        var words = LanguageOfCall.Of(context);
        LanguageHeaders.Write(context.Response.Headers, words);
        context.Response.ContentType = "text/html; charset=utf-8";
        var (title, advice) = (HtmlEncoder.Default.Encode(words.Site.RefusedTitle), HtmlEncoder.Default.Encode(words.Site.UnknownHost));
        return context.Response.WriteAsync(
            $"<!doctype html><html lang=\"{words.Language}\" dir=\"{words.Direction}\"><title>{title}</title><h1>{title}</h1><p>{advice}</p></html>");
    }
}
