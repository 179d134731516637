using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace MoroccoCT.EndToEnd.Processes;

/// <summary>Debian's nginx with the configuration that docs/operations.md shows, for a service on this machine.</summary>
internal sealed partial class Nginx : IAsyncDisposable
{
    public const string Host = "briefings.example.org";

    /// <summary>From which it calls the service, so that it can be told from a caller that comes by itself.</summary>
    public const string Address = "127.0.0.2";

    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    private readonly Process process;
    private readonly X509Certificate2 certificate;

    private Nginx(Process process, X509Certificate2 certificate, int port, int plainPort) =>
        (this.process, this.certificate, Port, PlainPort) = (process, certificate, port, plainPort);

    public int Port { get; }

    public int PlainPort { get; }

    public static async Task<Nginx> StartAsync(string folder, int port, int service)
    {
        var own = Certificate();
        await File.WriteAllTextAsync(Path.Combine(folder, "briefings.pem"), own.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(folder, "briefings.key"), own.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        var plainPort = FreePort.Next();
        var configuration = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(configuration, Whole(folder, Documented()
            .Replace("listen 443 ssl;", $"listen 127.0.0.1:{port} ssl;", StringComparison.Ordinal)
            .Replace("listen 80;", $"listen 127.0.0.1:{plainPort};", StringComparison.Ordinal)
            .Replace("https://$host$request_uri", $"https://$host:{port}$request_uri", StringComparison.Ordinal)
            .Replace("/etc/ssl/", $"{folder}/", StringComparison.Ordinal)
            .Replace("proxy_pass http://127.0.0.1:8080;", $"proxy_pass http://127.0.0.1:{service}; proxy_bind {Address};", StringComparison.Ordinal)));
        var started = Process.Start(new ProcessStartInfo("/usr/sbin/nginx", ["-p", folder, "-c", configuration, "-e", Path.Combine(folder, "error.log")])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        })!;
        var nginx = new Nginx(started, own, port, plainPort);
        await nginx.UntilItListensAsync();
        return nginx;
    }

    /// <summary>A browser at another address, which keeps cookies and shows where it is sent.</summary>
    public HttpClient Browser(CookieContainer cookies, string from) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        CookieContainer = cookies,
        ConnectCallback = async (call, cancellationToken) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
            await socket.ConnectAsync(IPAddress.Loopback, call.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
        SslOptions = new()
        {
            CertificateChainPolicy = new()
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { certificate },
                RevocationMode = X509RevocationMode.NoCheck,
            },
        },
    })
    {
        BaseAddress = new($"https://{Host}:{Port}/"),
    };

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        certificate.Dispose();
    }

    private static string Documented()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MoroccoCT.sln")))
            folder = folder.Parent;
        return Example().Match(File.ReadAllText(Path.Combine(folder!.FullName, "docs", "operations.md"))) is { Success: true } example
            ? example.Groups["example"].Value
            : throw new InvalidOperationException("docs/operations.md shows no configuration for nginx.");
    }

    /// <summary>What Debian's own configuration puts around it, in a folder of its own and without a master process.</summary>
    private static string Whole(string folder, string servers) =>
        $$"""
          daemon off;
          master_process off;
          pid {{folder}}/nginx.pid;
          events {}
          http {
            access_log off;
            client_body_temp_path {{folder}}/body;
            proxy_temp_path {{folder}}/proxy;
            fastcgi_temp_path {{folder}}/fastcgi;
            uwsgi_temp_path {{folder}}/uwsgi;
            scgi_temp_path {{folder}}/scgi;
            {{servers}}
          }
          """;

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={Host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(Host);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    private async Task UntilItListensAsync()
    {
        using var deadline = new CancellationTokenSource(patience);
        while (true)
        {
            if (process.HasExited)
                throw new InvalidOperationException($"nginx ended: {await process.StandardError.ReadToEndAsync(deadline.Token)}");
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(IPAddress.Loopback, Port, deadline.Token);
                return;
            }
            catch (SocketException)
            {
                await Task.Yield();
            }
        }
    }

    [GeneratedRegex("```nginx\n(?<example>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Example();
}
