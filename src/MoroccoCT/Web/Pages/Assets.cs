using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace MoroccoCT.Web.Pages;

/// <summary>Addresses of files that scripts load themselves. They carry a hash of the content, so that browsers keep them.</summary>
public sealed class Assets(IFileVersionProvider versions)
{
    /// <param name="file">From the root of the pages on, such as <c>~/lib/pdf.min.mjs</c>.</param>
    public string Of(HttpContext context, string file) =>
        versions.AddFileVersionToPath(context.Request.PathBase, $"{context.Request.PathBase}{file.TrimStart('~')}");
}
