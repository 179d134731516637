namespace MoroccoCT.Web.Addresses;

/// <summary>A link that is good once.</summary>
internal static class WelcomeLink
{
    public static string Of(Uri service, string token) => $"{service.AbsoluteUri.TrimEnd('/')}/welcome?token={Uri.EscapeDataString(token)}";
}
