using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MoroccoCT.Tests.Delivery;

/// <summary>Where a mail server that does not behave stops behaving.</summary>
internal enum Rudeness
{
    /// <summary>It says nothing at all.</summary>
    SilentGreeting,

    /// <summary>It is full, and hangs up.</summary>
    BusyGreeting,

    /// <summary>It hangs up in the middle of a mail.</summary>
    DropsInData,

    /// <summary>It stops reading in the middle of a mail.</summary>
    StallsInData,

    /// <summary>It has all of a mail and hangs up without a word.</summary>
    DropsAfterData,

    /// <summary>It has all of a mail and says nothing.</summary>
    SilentAfterData,

    /// <summary>It answers what is no answer.</summary>
    Babbles,
}

/// <summary>A mail server of a few lines that does what a server should not.</summary>
internal sealed class RudeMailServer : IAsyncDisposable
{
    /// <summary>Of a mail, before it turns rude.</summary>
    private const int Middle = 100_000;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Rudeness rudeness;
    private readonly Task running;

    public RudeMailServer(Rudeness rudeness)
    {
        this.rudeness = rudeness;
        listener.Start();
        running = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What it got as credentials.</summary>
    public string? Authentication { get; private set; }

    /// <summary>Mails of which it got the end.</summary>
    public int Complete { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await running;
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await TalkAsync(client.GetStream());
            }
            catch (Exception end) when (end is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
            {
                // The next one.
            }
        }
    }

    private async Task TalkAsync(NetworkStream line)
    {
        if (rudeness == Rudeness.SilentGreeting)
            await WaitForTheEndAsync();
        await SayAsync(line, rudeness switch
        {
            Rudeness.BusyGreeting => "421 too busy",
            Rudeness.Babbles => "hello there",
            _ => "220 rude.test",
        });
        if (rudeness is Rudeness.BusyGreeting or Rudeness.Babbles)
            return;
        using var reader = new StreamReader(line, Encoding.ASCII, leaveOpen: true);
        while (await reader.ReadLineAsync(stop.Token) is { } command)
        {
            switch (command.Split(' ')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await SayAsync(line, "250-rude.test\r\n250 AUTH XOAUTH2");
                    break;
                case "AUTH":
                    Authentication = Encoding.ASCII.GetString(Convert.FromBase64String(command.Split(' ')[2]));
                    await SayAsync(line, "235 welcome");
                    break;
                case "DATA":
                    await SayAsync(line, "354 go on");
                    await TakeAsync(reader);
                    return;
                default:
                    await SayAsync(line, "250 fine");
                    break;
            }
        }
    }

    private async Task TakeAsync(StreamReader reader)
    {
        var taken = 0;
        while (await reader.ReadLineAsync(stop.Token) is { } data)
        {
            taken += data.Length;
            if (data == ".")
            {
                Complete++;
                break;
            }

            if (taken > Middle && rudeness == Rudeness.DropsInData)
                return;
            if (taken > Middle && rudeness == Rudeness.StallsInData)
                await WaitForTheEndAsync();
        }

        if (rudeness == Rudeness.SilentAfterData)
            await WaitForTheEndAsync();
    }

    private Task WaitForTheEndAsync() => Task.Delay(Timeout.Infinite, stop.Token);

    private async Task SayAsync(NetworkStream line, string words) => await line.WriteAsync(Encoding.ASCII.GetBytes($"{words}\r\n"), stop.Token);
}
