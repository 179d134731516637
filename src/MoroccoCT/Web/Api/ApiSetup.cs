using MoroccoCT.Web.Errors;
using MoroccoCT.Web.Guards;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Api;

/// <summary>What programs can do here.</summary>
internal static class ApiSetup
{
    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(ApiAddress.Root).Refuses(401, 414, 429, 500, 503);
        api.RequireAuthorization(Policies.Read);
        api.RefusesOtherOrigins();
        api.AddEndpointFilter((context, next) =>
        {
            context.HttpContext.Response.Headers.CacheControl = "no-store";
            return next(context);
        });
        api.MapLibrary();
        api.MapEstimate();
        api.MapPreviews();
        api.MapRequests();
        api.MapSchedules();
        api.MapEditions();
        api.MapDevelopments();
        api.MapVerification();
        api.MapAudit();
    }
}
