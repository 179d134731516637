using Microsoft.Extensions.Logging.Abstractions;
using MoroccoCT.Typesetting;
using MoroccoCT.Verification;
using Xunit.Abstractions;

namespace MoroccoCT.Tests.Verification;

public sealed class ManifestReaderTests(ITestOutputHelper o) : IDisposable
{
    private readonly Errands errands = new(ManifestReader.Limits, NullLogger<Errands>.Instance, TimeProvider.System);

    public static TheoryData<string> HostileNames => HostileFiles.Names;

    public void Dispose() => errands.Dispose();

    [Theory]
    [MemberData(nameof(HostileNames))]
    public async Task A_hostile_file_is_answered_with_a_verdict(string name)
    {
        var b = HostileFiles.Make(name);
        var sw = System.Diagnostics.Stopwatch.StartNew();
        var reading = await ReadAsync(b);
        o.WriteLine($"{name} | {b.Length} bytes: {reading.Without} {reading.Manifest} {sw.ElapsedMilliseconds} ms");
    }

    private async Task<ManifestReading> ReadAsync(byte[] content)
    {
        await using var file = await ForeignFile.ReceiveAsync(new MemoryStream(content), CancellationToken.None);
        return await new ManifestReader(errands).ReadAsync(file, CancellationToken.None);
    }
}
