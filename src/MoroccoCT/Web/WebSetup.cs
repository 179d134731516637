using MoroccoCT.Briefings;
using MoroccoCT.Web.Api;
using MoroccoCT.Web.Errors;
using MoroccoCT.Web.Health;
using MoroccoCT.Web.Language;
using MoroccoCT.Web.Pages;

namespace MoroccoCT.Web;

/// <summary>The form, the API and the health pages.</summary>
public static class WebSetup
{
    /// <summary>An order is small. What needs more asks for it at its own endpoint.</summary>
    private const long LargestBody = 64 * 1024;

    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            BriefingJson.Configure(json.SerializerOptions);
            json.SerializerOptions.AllowDuplicateProperties = false;
        });
        services.Configure<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.AddServerHeader = false;
        });
        services.AddRazorPages(pages => pages.RootDirectory = "/Web/Pages");
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "moroccoct-form");
        services.AddSingleton(Words.English);
        services.AddSingleton<DeskTime>();
        services.AddSingleton<Catalogue>();
        services.AddErrors();
        services.AddHealth();
        services.AddApiDescription();
        return services;
    }

    public static WebApplication MapWeb(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseErrors();
        app.UsePageAssets();
        app.UseRouting();

        app.MapHealth();
        app.MapOpenApi();
        app.MapApi();
        app.MapRazorPages();
        return app;
    }
}
