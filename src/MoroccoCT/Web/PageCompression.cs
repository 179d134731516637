using Microsoft.AspNetCore.ResponseCompression;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web;

/// <summary>
/// What people look at goes over a slow line packed. A page holds what its reader alone may know, and its packed size would tell it to another site that
/// has it opened with words of its choice: so a page is packed only for whoever comes from here or from nowhere.
/// </summary>
internal static class PageCompression
{
    private static readonly string[] packed = ["text/html", "text/css", "text/javascript", "application/javascript", "image/svg+xml", "application/x-font-ttf"];

    public static void AddPageCompression(this IServiceCollection services) => services.AddResponseCompression(compression =>
    {
        compression.EnableForHttps = true;
        compression.MimeTypes = packed;
        compression.Providers.Add<BrotliCompressionProvider>();
        compression.Providers.Add<GzipCompressionProvider>();
    });

    public static void UsePageCompression(this IApplicationBuilder app) => app.UseWhen(MayBePacked, packing => packing.UseResponseCompression());

    private static bool MayBePacked(HttpContext context) => Path.HasExtension(context.Request.Path.Value) || CallSite.IsOurs(context.Request) == true;
}
