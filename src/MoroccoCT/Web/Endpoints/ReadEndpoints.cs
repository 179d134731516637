namespace MoroccoCT.Web.Endpoints;

internal static class ReadEndpoints
{
    /// <summary>GET, and HEAD for the same without its body. The API's description knows the first only.</summary>
    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder endpoints, string pattern, Delegate handler)
    {
        endpoints.MapMethods(pattern, [HttpMethods.Head], handler).ExcludeFromDescription();
        return endpoints.MapGet(pattern, handler);
    }
}
