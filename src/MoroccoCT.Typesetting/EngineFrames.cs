using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MoroccoCT.Typesetting;

/// <summary>
/// How pool and engine talk: four bytes (big-endian) with the length of a JSON header, the header,
/// then the binary parts whose lengths it announces. Everything an engine sends is bounded before
/// it is read.
/// </summary>
internal static class EngineFrames
{
    private const int HeaderLimit = 4 << 20;

    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static async Task WriteAsync(
        Stream stream, EngineRequest request, IReadOnlyList<ReadOnlyMemory<byte>> parts, CancellationToken cancellationToken)
    {
        var header = JsonSerializer.SerializeToUtf8Bytes(request with { Parts = [.. parts.Select(part => part.Length)] }, json);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, header.Length);
        await stream.WriteAsync((byte[])[.. length, .. header], cancellationToken);
        foreach (var part in parts) await stream.WriteAsync(part, cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    /// <exception cref="EndOfStreamException">The engine is gone.</exception>
    /// <exception cref="EngineFailedException">It said something that is no answer.</exception>
    public static async Task<(EngineReply Reply, byte[] Content)> ReadAsync(
        Stream stream, long contentLimit, CancellationToken cancellationToken)
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(await ReadAsync(stream, 4, cancellationToken));
        if (length is <= 0 or > HeaderLimit)
            throw Garbled($"a header of {length} bytes");
        var reply = Parse(await ReadAsync(stream, length, cancellationToken));
        var size = reply.Parts switch
        {
            null or [] => 0,
            [var only] when only >= 0 => only,
            _ => throw Garbled("more than one part"),
        };
        if (size > contentLimit)
            throw Garbled($"a document of {size} bytes, where {contentLimit} are allowed");
        return (reply, await ReadAsync(stream, (int)size, cancellationToken));
    }

    private static async Task<byte[]> ReadAsync(Stream stream, int count, CancellationToken cancellationToken)
    {
        var bytes = new byte[count];
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    private static EngineReply Parse(byte[] header)
    {
        try
        {
            return JsonSerializer.Deserialize<EngineReply>(header, json) ?? throw Garbled("an empty header");
        }
        catch (JsonException cause)
        {
            throw Garbled("a header that is not JSON", cause);
        }
    }

    private static EngineFailedException Garbled(string what, Exception? cause = null) => new(
        EngineFault.Protocol,
        "The typesetting engine gave an answer that cannot be read. It has been replaced; try again.",
        new InvalidDataException($"The engine sent {what}.", cause));
}
