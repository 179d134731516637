using System.Net;
using System.Net.Sockets;

namespace MoroccoCT.EndToEnd.Processes;

/// <summary>A port that nobody listens on, for a service that has to come back on the same one.</summary>
internal static class FreePort
{
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
