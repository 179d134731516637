using System.Net;
using MoroccoCT.Cli;

namespace MoroccoCT.Hosting;

/// <summary>Until there is sign-in, whoever reaches the port can order and read: so only this machine reaches it.</summary>
internal static class LoopbackGuard
{
    /// <summary>Host names a request may carry on loopback. A foreign name that points here (DNS rebinding) gets no answer.</summary>
    public const string LoopbackHosts = "localhost;127.0.0.1;[::1]";

    /// <exception cref="UsageException">An address is none, or not on loopback.</exception>
    public static void Check(string urls, bool insecureBind)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            // "http://*:80" and "http://+:80" mean every address and are no URIs.
            var address = url.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal);
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp)
                throw new UsageException($"--urls: '{url}' is no address. Write http://host:port, such as {ServeCommand.DefaultUrls}; TLS is the business of a proxy in front.");
            if (!insecureBind && !IsLoopback(uri))
                throw new UsageException($"--urls: '{url}' is reachable from other machines, and there is no sign-in yet: everybody there could order and read briefings. Listen on {ServeCommand.DefaultUrls}, or add --insecure-bind if something else guards the port.");
        }
    }

    private static bool IsLoopback(Uri uri) => uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
