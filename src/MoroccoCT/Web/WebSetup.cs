using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using MoroccoCT.Briefings;
using MoroccoCT.Web.Addresses;
using MoroccoCT.Web.Api;
using MoroccoCT.Web.Description;
using MoroccoCT.Web.Endpoints;
using MoroccoCT.Web.Errors;
using MoroccoCT.Web.Guards;
using MoroccoCT.Web.Health;
using MoroccoCT.Web.Language;
using MoroccoCT.Web.Pages;
using MoroccoCT.Web.Preferences;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web;

/// <summary>The form, the API and the health pages.</summary>
public static class WebSetup
{
    /// <summary>Of a body for each connection, in bytes: many large uploads at once are not to be held in memory.</summary>
    private const long ReadAhead = 128 * 1024;

    /// <summary>Of all headers together, in bytes.</summary>
    private const int LargestHead = 16 * 1024;

    private const int MostHeaders = 64;

    /// <summary>The order form has the most: a box for each topic.</summary>
    private const int MostFields = 1024;

    /// <summary>More than any field has; what is a little wrong is still told in the form.</summary>
    private const int LongestFieldName = 2048;

    /// <summary>Of one part of a form with files.</summary>
    private const int MostPartHeaders = 8;

    /// <summary>A head that takes longer is one of those that only hold connections.</summary>
    private static readonly TimeSpan slowestHead = TimeSpan.FromSeconds(15);

    /// <summary>More than proxies keep theirs, so that they end them.</summary>
    private static readonly TimeSpan idle = TimeSpan.FromSeconds(120);

    /// <summary>The policy of what administrators alone may open, for whoever adds such a thing.</summary>
    public const string ForAdministrators = Policies.Administer;

    public static IServiceCollection AddWeb(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAddresses(configuration);
        services.ConfigureHttpJsonOptions(json =>
        {
            BriefingJson.Configure(json.SerializerOptions);
            json.SerializerOptions.AllowDuplicateProperties = false;
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = RequestRules.LargestBody;
            kestrel.Limits.MaxRequestLineSize = RequestRules.LongestRequestLine;
            kestrel.Limits.MaxRequestBufferSize = ReadAhead;
            kestrel.Limits.MaxRequestHeadersTotalSize = LargestHead;
            kestrel.Limits.MaxRequestHeaderCount = MostHeaders;
            kestrel.Limits.RequestHeadersTimeout = slowestHead;
            kestrel.Limits.KeepAliveTimeout = idle;
            kestrel.AddServerHeader = false;
        });
        services.Configure<FormOptions>(form =>
        {
            form.KeyLengthLimit = LongestFieldName;
            form.ValueLengthLimit = (int)RequestRules.LargestBody;
            form.ValueCountLimit = MostFields;
            form.MultipartHeadersCountLimit = MostPartHeaders;
        });
        services.Configure<RouteOptions>(routes => routes.SetParameterPolicy<ScheduleNameConstraint>(ScheduleNameConstraint.Word));
        services.AddRazorPages(pages =>
        {
            pages.RootDirectory = "/Web/Pages";
            PageAccess.AddTo(pages);
        }).AddMvcOptions(PageRules.AddTo).AddMvcOptions(mvc => mvc.Filters.Add<LanguageHeaders>()).ConfigureApplicationPartManager(UseThisProgram);
        // Arabic and French stay readable in the pages' source; what HTML gives a meaning is still encoded.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new(UnicodeRanges.All));
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<IHttpContextAccessor>((antiforgery, calls) => antiforgery.Cookie = new FormCookie(calls));
        services.AddScoped(provider => LanguageOfCall.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext!));
        services.AddSingleton<DeskTime>();
        services.AddScoped<Catalogue>();
        services.AddScoped<RequestBodies>();
        services.AddScoped<PreviewPages>();
        services.AddScoped<OrderMessages>();
        services.AddScoped<ScheduleMessages>();
        services.AddScoped<DevelopmentMessages>();
        services.AddScoped<ScheduleRecipients>();
        services.AddScoped<KeeperViews>();
        services.AddScoped<ScheduleBodies>();
        services.AddScoped<FormBeginning>();
        services.AddSingleton<Assets>();
        services.AddScoped<HandingOn>();
        services.AddScoped<Sending>();
        services.AddScoped<EditionDesk>();
        services.AddScoped<Keeping>();
        services.AddSingleton<DocumentArchive>();
        HostAnswer.AddTo(services);
        Proxies.AddTo(services);
        services.AddSignIn(configuration);
        services.AddRateLimits(configuration);
        services.AddPageCompression();
        services.AddErrors();
        services.AddHealth();
        services.AddApiDescription();
        return services;
    }

    public static WebApplication MapWeb(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseErrors();
        app.UseStopping();
        app.UseSoloRule();
        app.UseOriginRule();
        app.UseAddressLimit();
        app.UseOldAddresses();
        app.UsePageCompression();
        app.UsePageAssets();
        app.UseRouting();
        app.UseBodyRules();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();

        app.MapHealth();
        app.MapApiDescription();
        app.MapDescriptionReader();
        app.MapPasskeys();
        if (app.Services.GetRequiredService<IOptions<ExternalSignInOptions>>().Value.IsOn)
            ExternalSignIn.Map(app);
        app.MapApi();
        app.MapNumbers();
        app.MapRazorPages();
        return app;
    }

    /// <summary>The pages are those of this assembly, whichever program starts the service: tests are another.</summary>
    private static void UseThisProgram(ApplicationPartManager parts)
    {
        var program = typeof(WebSetup).Assembly;
        parts.ApplicationParts.Clear();
        foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(program).GetApplicationParts(program))
            parts.ApplicationParts.Add(part);
    }
}
