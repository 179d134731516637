using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MoroccoCT.Tests.Hosting;

/// <summary>A receiver of OTLP over HTTP on loopback, as a collector has one. It keeps what comes and reads it as far as tests want to know.</summary>
internal sealed class OtlpReceiver : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly Task loop;

    public OtlpReceiver()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        }

        listener.Prefixes.Add(Address);
        listener.Start();
        loop = ReceiveAsync();
    }

    public string Address { get; }

    /// <summary>All bodies, by the path they came to.</summary>
    public ConcurrentQueue<(string Path, byte[] Body)> Bodies { get; } = [];

    public IReadOnlyList<OtlpSpan> Spans => [.. Of("/v1/traces").SelectMany(OtlpSpan.In)];

    public IReadOnlyList<string> Metrics =>
    [
        .. from body in Of("/v1/metrics")
           from resource in body.All(1)
           from scope in resource.All(2)
           from metric in scope.All(2)
           select metric.Text(1),
    ];

    /// <summary>The bodies of log records.</summary>
    public IReadOnlyList<string> Logs =>
    [
        .. from body in Of("/v1/logs")
           from resource in body.All(1)
           from scope in resource.All(2)
           from record in scope.All(2)
           from text in record.All(5)
           select text.Text(1),
    ];

    /// <summary>Everything that came, as letters.</summary>
    public string Everything => string.Concat(Bodies.Select(one => Encoding.UTF8.GetString(one.Body)));

    public void Dispose()
    {
        listener.Close();
        loop.Wait(TimeSpan.FromSeconds(10));
    }

    private IEnumerable<ProtobufMessage> Of(string path) => Bodies.Where(one => one.Path == path).Select(one => new ProtobufMessage(one.Body));

    private async Task ReceiveAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            Bodies.Enqueue((context.Request.Url!.AbsolutePath, body.ToArray()));
            context.Response.ContentType = "application/x-protobuf";
            context.Response.Close();
        }
    }
}

/// <summary>A span as it came.</summary>
internal sealed record OtlpSpan(string TraceId, string Id, string ParentId, string Name, IReadOnlyDictionary<string, string> Attributes, string Role)
{
    public static IEnumerable<OtlpSpan> In(ProtobufMessage body) =>
        from resource in body.All(1)
        let role = resource.All(1).SelectMany(one => Pairs(one, 1)).FirstOrDefault(pair => pair.Key == "moroccoct.role").Value ?? ""
        from scope in resource.All(2)
        from span in scope.All(2)
        select new OtlpSpan(
            span.Hex(1), span.Hex(2), span.Hex(4), span.Text(5), Pairs(span, 9).ToDictionary(pair => pair.Key, pair => pair.Value), role);

    private static IEnumerable<KeyValuePair<string, string>> Pairs(ProtobufMessage message, int field) =>
        message.All(field).Select(pair => KeyValuePair.Create(pair.Text(1), pair.All(2).Select(value => value.Shown()).FirstOrDefault("")));
}

/// <summary>One message of Google's wire format: its fields by number, without any description of them.</summary>
internal sealed class ProtobufMessage
{
    private readonly List<(int Field, byte[] Bytes)> parts = [];
    private readonly List<(int Field, ulong Value)> numbers = [];

    public ProtobufMessage(byte[] bytes)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            var key = Varint(bytes, ref at);
            var field = (int)(key >> 3);
            switch (key & 7)
            {
                case 0:
                    numbers.Add((field, Varint(bytes, ref at)));
                    break;
                case 1:
                    at += 8;
                    break;
                case 2:
                    var length = (int)Varint(bytes, ref at);
                    parts.Add((field, bytes[at..(at + length)]));
                    at += length;
                    break;
                case 5:
                    at += 4;
                    break;
                default:
                    throw new InvalidDataException($"Wire type {key & 7} at byte {at}.");
            }
        }
    }

    public IEnumerable<ProtobufMessage> All(int field) => parts.Where(part => part.Field == field).Select(part => new ProtobufMessage(part.Bytes));

    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field));

    public string Hex(int field) => Convert.ToHexStringLower(Bytes(field));

    /// <summary>Of an <c>AnyValue</c>: a text or a number.</summary>
    public string Shown() => parts.Exists(part => part.Field == 1) ? Text(1) : numbers.Select(number => $"{number.Value}").FirstOrDefault("");

    private byte[] Bytes(int field) => parts.Find(part => part.Field == field).Bytes ?? [];

    private static ulong Varint(byte[] bytes, ref int at)
    {
        var (value, shift) = (0UL, 0);
        while (true)
        {
            var next = bytes[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
            shift += 7;
        }
    }
}
