using System.Net.Sockets;
using System.Text;
using MoroccoCT.EndToEnd.Processes;

namespace MoroccoCT.EndToEnd;

/// <summary>What systemd hears of a service of <c>Type=notify</c>.</summary>
public sealed class ServiceManagerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_is_told_when_the_service_can_be_reached_and_when_it_stops()
    {
        using var systemd = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        systemd.Bind(new UnixDomainSocketEndPoint(folder.File("notify")));
        await using var service = await ServiceProcess.StartAsync(folder.File("data"), ("NOTIFY_SOCKET", folder.File("notify")));

        (await HeardAsync(systemd)).ShouldContain("READY=1");
        (await service.Http.GetAsync("/health/live")).EnsureSuccessStatusCode();
        await service.SignalAsync("TERM");
        (await HeardAsync(systemd)).ShouldContain("STOPPING=1");
        (await service.EndedAsync()).ShouldBe(0);
    }

    private static async Task<string> HeardAsync(Socket systemd)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var heard = new byte[1024];
        return Encoding.UTF8.GetString(heard.AsSpan(0, await systemd.ReceiveAsync(heard, deadline.Token)));
    }
}
