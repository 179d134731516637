using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace MoroccoCT.Tests.Delivery;

/// <summary>A real mail server on a port of loopback. It keeps what it takes, and answers as a test wants.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    public const string User = "desk";
    public const string Password = "correct horse";

    private readonly CancellationTokenSource stop = new();
    private readonly Store store;
    private readonly Task running;

    private MailServer(string address, int port, X509Certificate2? certificate, bool isTls, bool signIn)
    {
        Port = port;
        store = new(stop.Token);
        var options = new SmtpServerOptionsBuilder().ServerName("mail.test").Endpoint(endpoint =>
        {
            endpoint.Endpoint(new IPEndPoint(IPAddress.Parse(address), port)).SupportedSslProtocols(SslProtocols.Tls12 | SslProtocols.Tls13);
            if (certificate is not null)
                endpoint.Certificate(certificate).IsSecure(isTls);
            if (signIn)
                endpoint.AuthenticationRequired().AllowUnsecureAuthentication(certificate is null);
        }).Build();
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add((IMessageStore)store);
        services.Add((IMailboxFilter)new Filter(this));
        services.Add((IUserAuthenticator)new Passwords());
        running = new SmtpServer.SmtpServer(options, services).StartAsync(stop.Token);
    }

    public int Port { get; }

    /// <summary>All it took, in its order.</summary>
    public IReadOnlyList<MimeMessage> Mails => [.. store.Mails];

    /// <summary>What it says at the end of a mail, perhaps after a while; asked anew for each.</summary>
    public Func<Task<SmtpResponse>> Answers { set => store.Answers = value; }

    /// <summary>What it says of a recipient.</summary>
    public Func<string, SmtpResponse?> Refuses { get; set; } = _ => null;

    public static async Task<MailServer> StartAsync(
        X509Certificate2? certificate = null, bool isTls = false, bool signIn = false, string address = "127.0.0.1")
    {
        var server = new MailServer(address, FreePort(), certificate, isTls, signIn);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            using var probe = new TcpClient();
            try
            {
                await probe.ConnectAsync(IPAddress.Parse(address), server.Port, patience.Token);
                return server;
            }
            catch (SocketException) when (!patience.IsCancellationRequested)
            {
                await Task.Yield();
            }
        }
    }

    /// <summary>The settings that lead to it.</summary>
    public Dictionary<string, string?> Settings(string security = "None") => new()
    {
        ["Delivery:Mail:Host"] = "localhost",
        ["Delivery:Mail:Port"] = $"{Port}",
        ["Delivery:Mail:Security"] = security,
        ["Delivery:Mail:From"] = "The Desk <briefings@desk.example>",
        ["Delivery:Mail:Domains:0:Domain"] = "ministry.example",
        ["Delivery:Mail:Domains:0:Marking"] = "TLP:AMBER",
        ["Web:PublicUrl"] = "https://briefings.example",
    };

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        stop.Dispose();
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <param name="stop">Whoever never answers shall not keep the server.</param>
    private sealed class Store(CancellationToken stop) : MessageStore
    {
        public ConcurrentQueue<MimeMessage> Mails { get; } = new();

        public Func<Task<SmtpResponse>> Answers { get; set; } = () => Task.FromResult(SmtpResponse.Ok);

        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            using var bytes = new MemoryStream(buffer.ToArray());
            var mail = await MimeMessage.LoadAsync(bytes, cancellationToken);
            var answer = await Answers().WaitAsync(stop);
            if ((int)answer.ReplyCode < 400)
                Mails.Enqueue(mail);
            return answer;
        }
    }

    private sealed class Filter(MailServer server) : MailboxFilter
    {
        public override Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) =>
            server.Refuses($"{to.User}@{to.Host}") is { } refusal ? throw new SmtpResponseException(refusal) : Task.FromResult(true);
    }

    private sealed class Passwords : UserAuthenticator
    {
        public override Task<bool> AuthenticateAsync(ISessionContext context, string user, string password, CancellationToken cancellationToken) =>
            Task.FromResult((user, password) == (User, Password));
    }
}
