using System.Net.Sockets;
using System.Text;

namespace MoroccoCT.Tests.Web;

/// <summary>Sends bytes as they are, also those that no well-behaved client would send, and reads what comes until the service hangs up.</summary>
internal sealed record RawHttp(int Status, string Head, string Body)
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    /// <summary>A whole request; its head has what every request needs unless <paramref name="headers"/> say it otherwise.</summary>
    public static byte[] Request(string line, byte[]? body = null, params string[] headers)
    {
        var head = new StringBuilder($"{line} HTTP/1.1\r\nConnection: close\r\n");
        if (!Has("Host:"))
            head.Append("Host: localhost\r\n");
        if (body is not null && !Has("Transfer-Encoding:") && !Has("Content-Length:"))
            head.Append($"Content-Length: {body.Length}\r\n");
        foreach (var header in headers)
            head.Append(header).Append("\r\n");
        return [.. Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()), .. body ?? []];

        bool Has(string name) => headers.Any(header => header.StartsWith(name, StringComparison.Ordinal));
    }

    /// <param name="hangUp">Whether the client says that nothing more will come, as one that breaks off does.</param>
    public static async Task<RawHttp> SendAsync(Uri address, byte[] request, bool hangUp = false)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        await using var stream = client.GetStream();
        var sending = SendAsync(client, stream, request, hangUp);
        using var answer = new MemoryStream();
        using var deadline = new CancellationTokenSource(patience);
        try
        {
            await stream.CopyToAsync(answer, deadline.Token);
        }
        catch (IOException)
        {
            // Whoever is still writing when the refusal comes may lose the connection before its end.
        }

        await sending;
        return Read(answer.ToArray());
    }

    public string? Header(string name) =>
        Head.Split("\r\n").FirstOrDefault(line => line.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();

    private static async Task SendAsync(TcpClient client, NetworkStream stream, byte[] request, bool hangUp)
    {
        try
        {
            await stream.WriteAsync(request);
            if (hangUp)
                client.Client.Shutdown(SocketShutdown.Send);
        }
        catch (IOException)
        {
            // The service had read enough.
        }
    }

    private static RawHttp Read(byte[] answer)
    {
        var end = answer.AsSpan().IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return new(0, "", "");
        var head = Encoding.Latin1.GetString(answer[..end]);
        var body = answer[(end + 4)..];
        if (head.Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase))
            body = Unchunk(body);
        return new(int.Parse(head.AsSpan(9, 3)), head, Encoding.UTF8.GetString(body));
    }

    private static byte[] Unchunk(byte[] body)
    {
        var whole = new List<byte>();
        var rest = body.AsSpan();
        while (rest.IndexOf("\r\n"u8) is > 0 and var end && Convert.ToInt32(Encoding.ASCII.GetString(rest[..end]), 16) is > 0 and var length)
        {
            whole.AddRange(rest.Slice(end + 2, length));
            rest = rest[(end + 2 + length + 2)..];
        }

        return [.. whole];
    }
}
