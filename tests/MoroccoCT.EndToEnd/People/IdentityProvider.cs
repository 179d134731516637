using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text.Json;

namespace MoroccoCT.EndToEnd.People;

/// <summary>A provider of OpenID Connect as a process of its own.</summary>
public sealed class IdentityProvider : IDisposable
{
    private Process? process;

    /// <summary>Known before it runs: the service is told of it first.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <param name="people">By the name that is typed there: what it says of them.</param>
    public async Task StartAsync(Uri service, IReadOnlyDictionary<string, object> people)
    {
        var npm = typeof(IdentityProvider).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "NpmFolder").Value!;
        var script = Path.Combine(AppContext.BaseDirectory, "People", "Provider", "provider.mjs");
        process = Process.Start(new ProcessStartInfo("node", [script, $"{Address.Port}", $"{service}", JsonSerializer.Serialize(people), npm])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _ = process.StandardError.ReadToEndAsync();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == "ready")
                return;
        }

        throw new InvalidOperationException("The provider ended before it was ready.");
    }

    public void Dispose()
    {
        process?.Kill(entireProcessTree: true);
        process?.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
