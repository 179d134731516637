using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace MoroccoCT.Tests.Web.Guards;

public sealed class UploadLimitTests : IAsyncLifetime
{
    private const int AtOnce = 32;

    /// <summary>With as much patience for slow lines as the test needs.</summary>
    private readonly TestService service = new(
        [], services => services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MinRequestBodyDataRate = null));

    public Task InitializeAsync() => service.InitializeAsync();

    public Task DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task Only_so_many_files_are_taken_in_at_once_and_the_page_stays_open()
    {
        var slow = new List<TcpClient>();
        for (var upload = 0; upload <= AtOnce; upload++)
            slow.Add(await BeginAsync());
        // Whichever comes last to the limit is one too many; all others wait for the rest of their file.
        var answered = await Task.WhenAny(slow.Select(StatusLineAsync)).WaitAsync(TimeSpan.FromSeconds(30));
        (await answered).ShouldStartWith("HTTP/1.1 429 ");

        var refused = await UploadAsync();
        await refused.ProblemAsync(429);
        refused.Headers.RetryAfter.ShouldNotBeNull();
        (await service.Client.GetAsync("/check")).StatusCode.ShouldBe(HttpStatusCode.OK);

        foreach (var upload in slow)
            upload.Dispose();
        await UntilTakenAsync();
    }

    /// <summary>Announces a file and sends the first half of it.</summary>
    private async Task<TcpClient> BeginAsync()
    {
        var address = service.Client.BaseAddress!;
        var connection = new TcpClient();
        await connection.ConnectAsync(address.Host, address.Port);
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/v1/verify HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/pdf\r\nContent-Length: 10\r\n\r\n%PDF-"));
        return connection;
    }

    private Task<HttpResponseMessage> UploadAsync()
    {
        var body = new ByteArrayContent([]);
        body.Headers.ContentType = new("application/pdf");
        return service.Client.PostAsync("/api/v1/verify", body);
    }

    private static async Task<string?> StatusLineAsync(TcpClient connection)
    {
        using var reader = new StreamReader(connection.GetStream(), leaveOpen: true);
        return await reader.ReadLineAsync();
    }

    private async Task UntilTakenAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await UploadAsync()).StatusCode != HttpStatusCode.OK)
            patience.Token.ThrowIfCancellationRequested();
    }
}
