using System.Text;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Tests.Typesetting;

public sealed class ErrorTailTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(50_000)]
    public async Task The_last_4_KiB_are_kept_whatever_came_before(int length)
    {
        var said = string.Concat(Enumerable.Range(0, length).Select(place => (char)('a' + (place * 7 % 26))));
        var tail = ErrorTail.Of(new Trickle(Encoding.ASCII.GetBytes(said)));

        await tail.Completion;

        tail.Text.ShouldBe(said[Math.Max(0, length - 4096)..]);
    }

    /// <summary>Comes in pieces of all sizes, as from a pipe.</summary>
    private sealed class Trickle(byte[] content) : MemoryStream(content)
    {
        private int piece;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, (piece += 611) % 4099 + 1)], cancellationToken);
    }
}
