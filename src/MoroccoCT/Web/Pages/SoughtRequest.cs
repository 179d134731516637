using Microsoft.AspNetCore.Diagnostics;

namespace MoroccoCT.Web.Pages;

/// <summary>What somebody sought who found nothing at an address of a request.</summary>
internal static class SoughtRequest
{
    private const int Longest = 200;

    private static readonly PathString requests = "/requests";

    /// <returns>What stood in the address after <c>/requests/</c>; empty for an id, which no search knows; null at any other address.</returns>
    public static string? Of(HttpContext context)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not { } asked
            || !new PathString(asked.OriginalPath).StartsWithSegments(requests, StringComparison.OrdinalIgnoreCase, out var rest))
            return null;
        var text = rest.Value?.Trim('/') ?? "";
        return Guid.TryParse(text.Split('/')[0], out _) ? "" : text[..Math.Min(text.Length, Longest)];
    }
}
