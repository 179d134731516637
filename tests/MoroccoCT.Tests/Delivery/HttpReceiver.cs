using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MoroccoCT.Tests.Delivery;

/// <summary>A real receiver of webhooks on a port of loopback. It keeps what it gets, and answers as a test wants.</summary>
internal sealed class HttpReceiver : IAsyncDisposable
{
    private static readonly byte[] key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private readonly WebApplication app;

    private HttpReceiver(WebApplication app) => this.app = app;

    public static string Secret { get; } = $"whsec_{Convert.ToBase64String(key)}";

    public string Address => $"{app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal)}/hook";

    public ConcurrentQueue<Call> Calls { get; } = new();

    public Func<HttpContext, Task> Answers { get; set; } = _ => Task.CompletedTask;

    public static async Task<HttpReceiver> StartAsync(X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
                listen.UseHttps(certificate);
        }));
        var receiver = new HttpReceiver(builder.Build());
        receiver.app.Run(receiver.TakeAsync);
        await receiver.app.StartAsync();
        return receiver;
    }

    public Dictionary<string, string?> Settings(string name = "intranet") => new()
    {
        ["Delivery:Webhooks:0:Name"] = name,
        ["Delivery:Webhooks:0:Url"] = Address,
        ["Delivery:Webhooks:0:Secret"] = Secret,
        ["Delivery:Webhooks:0:Marking"] = "TLP:GREEN",
        ["Delivery:Webhooks:0:AllowPrivate"] = "true",
        ["Web:PublicUrl"] = "https://briefings.example",
    };

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        Calls.Enqueue(new(context.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString()), body));
        await Answers(context);
    }

    internal sealed record Call(Dictionary<string, string> Headers, string Body)
    {
        /// <summary>As a receiver checks it, from the outline of Standard Webhooks.</summary>
        public bool IsGenuine
        {
            get
            {
                var signed = Encoding.UTF8.GetBytes($"{Headers["webhook-id"]}.{Headers["webhook-timestamp"]}.{Body}");
                return Headers["webhook-signature"] == $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}";
            }
        }
    }
}
