using System.Net;

namespace MoroccoCT.Hosting;

/// <summary>Where the service listens. Beyond loopback people sign in: whoever reaches the port could order and read otherwise.</summary>
/// <param name="ReachBeyondLoopback">Whether other machines can reach it.</param>
/// <param name="AreReadable">Whether what other machines send it can be read on the way.</param>
/// <param name="TlsPort">The port of the first address with TLS; null where there is none.</param>
internal sealed record ListenAddresses(bool ReachBeyondLoopback, bool AreReadable, int? TlsPort)
{
    public const string DefaultUrls = "http://localhost:8080";

    /// <summary>Host names a request may carry on loopback. A foreign name that points here (DNS rebinding) gets no answer.</summary>
    public const string LoopbackHosts = "localhost;127.0.0.1;[::1]";

    private const int LastPort = 65535;

    /// <exception cref="UsageException">An address is none.</exception>
    public static ListenAddresses Of(string urls)
    {
        var addresses = urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Parsed).ToList();
        if (addresses.Count == 0)
            throw new UsageException($"--urls: No address is named. Write one such as {DefaultUrls}.");
        var reachable = addresses.FindAll(address => !IsLoopback(address));
        return new(reachable.Count > 0, reachable.Exists(address => !IsTls(address)), addresses.Find(IsTls)?.Port);
    }

    private static Uri Parsed(string url)
    {
        // "http://*:80" and "http://+:80" mean every address and are no URIs.
        var address = url.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal);
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)
            || !(uri.Scheme == Uri.UriSchemeHttp || IsTls(uri)) || uri.PathAndQuery != "/" || uri.Fragment.Length + uri.UserInfo.Length > 0)
            throw new UsageException(
                $"--urls: '{url}' is no address. Write http://host:port or https://host:port, with a port up to {LastPort}, such as {DefaultUrls}.");

        // Kestrel would take any other name for "every address".
        if (uri.HostNameType == UriHostNameType.Dns && !IsLocalhost(uri))
            throw new UsageException(
                $"--urls: '{uri.Host}' is a name, and which address of this machine it means is not certain. Write the IP address, or "
                + "* for all of them.");
        if (IsLocalhost(uri) && uri.Port == 0)
            throw new UsageException($"--urls: a port that the system chooses, 0, needs an address: write {uri.Scheme}://127.0.0.1:0.");
        return uri;
    }

    private static bool IsTls(Uri uri) => uri.Scheme == Uri.UriSchemeHttps;

    private static bool IsLocalhost(Uri uri) => uri.Host == "localhost";

    private static bool IsLoopback(Uri uri) => IsLocalhost(uri) || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
