using System.Security.Cryptography;
using System.Text;
using MoroccoCT.Verification;

namespace MoroccoCT.Tests.Verification;

public sealed class ForeignFileTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_536)]
    [InlineData(BriefingVerifier.LargestFile)]
    public async Task A_file_is_kept_as_it_came_and_hashed_on_the_way(int size)
    {
        var content = new byte[size];
        new Random(size).NextBytes(content);

        await using var file = await ReceiveAsync(content);

        file.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(content)));
        // Twice: whoever reads it begins at its beginning.
        for (var time = 0; time < 2; time++)
            (await SHA256.HashDataAsync(file.Open())).ShouldBe(SHA256.HashData(content));
    }

    [Fact]
    public async Task It_has_no_name_that_could_be_left_behind()
    {
        await using var file = await ReceiveAsync("%PDF-"u8.ToArray());

        File.Exists(file.Open().ShouldBeOfType<FileStream>().Name).ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_without_an_end_is_refused_at_the_limit() =>
        await Should.ThrowAsync<ForeignFileTooLargeException>(() => ForeignFile.ReceiveAsync(new Endless(), default));

    [Theory]
    [InlineData("%PDF-1.7", true)]
    [InlineData("mail header\r\n%PDF-1.7", true)]
    [InlineData("%PDF", false)]
    [InlineData("", false)]
    public async Task A_pdf_is_known_by_its_first_mark(string content, bool isPdf)
    {
        await using var file = await ReceiveAsync(Encoding.ASCII.GetBytes(content));

        file.BeginsAsPdf.ShouldBe(isPdf);
    }

    [Theory]
    [InlineData(1019, true)]
    [InlineData(1020, false)]
    public async Task The_first_mark_lies_within_the_first_kilobyte(int before, bool isPdf)
    {
        await using var file = await ReceiveAsync([.. new byte[before], .. "%PDF-1.7"u8, .. new byte[5000]]);

        file.BeginsAsPdf.ShouldBe(isPdf);
    }

    private static Task<ForeignFile> ReceiveAsync(byte[] content) => ForeignFile.ReceiveAsync(new Crumbs(content), default);

    /// <summary>Comes byte by byte at first, as over a slow line.</summary>
    private sealed class Crumbs(byte[] content) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, Position < 2000 ? 1 : int.MaxValue)], cancellationToken);
    }

    private sealed class Endless : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(buffer.Length);
    }
}
