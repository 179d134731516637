using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using MoroccoCT.Delivery.Transport;

namespace MoroccoCT.Delivery.Webhooks;

/// <summary>
/// Calls webhooks: the host is resolved once, looked at, and connected to at just that address. No proxy, no redirect, no cookie, and no more of the answer
/// than its first words.
/// </summary>
internal sealed class WebhookTransport(HouseAuthority authority, TimeSpan timeout, TimeProvider time)
{
    /// <summary>Bytes of an answer that are looked at.</summary>
    private const int AnswerBytes = 512;

    /// <param name="id">The same for each try, so that the receiver can drop what it has already.</param>
    /// <param name="handingOver">Called before anything is sent; false calls it off.</param>
    public async Task<SendResult> SendAsync(
        WebhookOptions hook, string id, byte[] body, Func<CancellationToken, Task<bool>> handingOver, CancellationToken cancellationToken)
    {
        if (await hook.KeyAsync(cancellationToken) is not { } key)
            return new(SendOutcome.Later, "the webhook's secret cannot be read");
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var addresses = await Dns.GetHostAddressesAsync(hook.Address.IdnHost, either.Token);
            if (addresses.Length == 0 || !addresses.All(address => MayCall(hook, address)))
                return new(SendOutcome.Refused, "its host is at an address that may not be called from here");
            if (!await handingOver(cancellationToken))
                return new(SendOutcome.Interrupted, "somebody else has taken it over");
            return await CallAsync(hook, addresses, Message(hook, id, body, key), either.Token);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new(SendOutcome.Interrupted, "the service was stopped");
        }
        catch (OperationCanceledException)
        {
            return new(SendOutcome.Later, string.Create(CultureInfo.InvariantCulture, $"it took more than {timeout.TotalSeconds:0.#} s"));
        }
        catch (Exception fault) when (fault is HttpRequestException or SocketException or IOException)
        {
            return new(SendOutcome.Later, ServerWords.Of((fault as HttpRequestException)?.InnerException?.Message ?? fault.Message));
        }
    }

    /// <summary>In the open only within the house.</summary>
    private static bool MayCall(WebhookOptions hook, IPAddress address) => hook.AllowPrivate && NetworkRule.IsHouse(address)
        || (hook.Address.Scheme == Uri.UriSchemeHttps && NetworkRule.IsPublic(address));

    private HttpRequestMessage Message(WebhookOptions hook, string id, byte[] body, byte[] key)
    {
        var call = new HttpRequestMessage(HttpMethod.Post, hook.Address) { Content = new ByteArrayContent(body) };
        call.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        call.Headers.UserAgent.Add(new("MoroccoCT-Briefings", "1"));
        WebhookSignature.AddTo(call, id, time.GetUtcNow(), body, key);
        return call;
    }

    private async Task<SendResult> CallAsync(WebhookOptions hook, IPAddress[] addresses, HttpRequestMessage call, CancellationToken cancellationToken)
    {
        using var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = 16,
            ConnectCallback = (_, cancel) => ConnectAsync(addresses, hook.Address.Port, cancel),
        };
        if (authority.Policy() is { } policy)
            handler.SslOptions.CertificateChainPolicy = policy;
        using var client = new HttpClient(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        using (call)
        {
            using var answer = await client.SendAsync(call, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return await ResultAsync(answer, cancellationToken);
        }
    }

    private static async ValueTask<Stream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<SendResult> ResultAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var status = (int)answer.StatusCode;
        var first = await FirstWordsAsync(answer, cancellationToken);
        var words = ServerWords.Of(string.Create(CultureInfo.InvariantCulture, $"{status} {answer.ReasonPhrase} {first}"));
        return status switch
        {
            >= 200 and < 300 => new(SendOutcome.Accepted, words),
            408 or 425 or 429 or >= 500 => new(SendOutcome.Later, words, RetryAfter(answer)),
            >= 300 and < 400 => new(SendOutcome.Refused, $"{words} (redirects are not followed)"),
            _ => new(SendOutcome.Refused, words),
        };
    }

    /// <summary>What an answer says is a help at best: without it the status still counts.</summary>
    private static async Task<string> FirstWordsAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        try
        {
            var first = new byte[AnswerBytes];
            await using var content = await answer.Content.ReadAsStreamAsync(cancellationToken);
            return Encoding.UTF8.GetString(first, 0, await content.ReadAsync(first, cancellationToken));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
        {
            return "";
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage answer) => answer.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow(),
        _ => null,
    };
}
