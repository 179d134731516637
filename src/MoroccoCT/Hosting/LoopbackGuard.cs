using System.Net;

namespace MoroccoCT.Hosting;

/// <summary>Until there is sign-in, whoever reaches the port can order and read: so only this machine reaches it.</summary>
internal static class LoopbackGuard
{
    public const string DefaultUrls = "http://localhost:8080";

    /// <summary>Host names a request may carry on loopback. A foreign name that points here (DNS rebinding) gets no answer.</summary>
    public const string LoopbackHosts = "localhost;127.0.0.1;[::1]";

    private const int LastPort = 65535;

    /// <exception cref="UsageException">An address is none, or not on loopback.</exception>
    public static void Check(string urls, bool insecureBind)
    {
        var addresses = urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (addresses.Length == 0)
            throw new UsageException($"--urls: No address is named. Write one such as {DefaultUrls}.");
        foreach (var url in addresses)
            CheckOne(url, insecureBind);
    }

    private static void CheckOne(string url, bool insecureBind)
    {
        // "http://*:80" and "http://+:80" mean every address and are no URIs.
        var address = url.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal);
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)
            || uri.Scheme != Uri.UriSchemeHttp || uri.PathAndQuery != "/" || uri.Fragment.Length + uri.UserInfo.Length > 0)
            throw new UsageException(
                $"--urls: '{url}' is no address. Write http://host:port, with a port up to {LastPort}, such as {DefaultUrls}; TLS is "
                + "the business of a proxy in front.");
        if (!insecureBind && !IsLoopback(uri))
            throw new UsageException(
                $"--urls: '{url}' is reachable from other machines, and there is no sign-in yet: everybody there could order and read "
                + $"briefings. Listen on {DefaultUrls}, or add --insecure-bind if something else guards the port.");

        // Kestrel would take any other name for "every address".
        if (uri.HostNameType == UriHostNameType.Dns && !IsLocalhost(uri))
            throw new UsageException(
                $"--urls: '{uri.Host}' is a name, and which address of this machine it means is not certain. Write the IP address, or "
                + "* for all of them.");
        if (IsLocalhost(uri) && uri.Port == 0)
            throw new UsageException("--urls: a port that the system chooses, 0, needs an address: write http://127.0.0.1:0.");
    }

    private static bool IsLocalhost(Uri uri) => uri.Host == "localhost";

    private static bool IsLoopback(Uri uri) => IsLocalhost(uri) || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
