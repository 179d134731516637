using System.Net;
using MoroccoCT.EndToEnd.Processes;

namespace MoroccoCT.EndToEnd;

/// <summary>A foreign name that points to this machine (DNS rebinding) gets no answer.</summary>
public sealed class HostNameTests : IDisposable
{
    private readonly TemporaryFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task Only_the_names_of_this_machine_are_answered()
    {
        await using var service = await ServiceProcess.StartAsync(data.Path);
        var port = service.Http.BaseAddress!.Port;

        foreach (var name in new[] { $"localhost:{port}", $"127.0.0.1:{port}", "localhost" })
            (await StatusAsync(service, name)).ShouldBe(HttpStatusCode.OK, name);
        foreach (var name in new[] { "briefings.example", $"briefings.example:{port}", "localhost.briefings.example", "192.0.2.7" })
            (await StatusAsync(service, name)).ShouldBe(HttpStatusCode.BadRequest, name);
    }

    private static async Task<HttpStatusCode> StatusAsync(ServiceProcess service, string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/library");
        request.Headers.Host = host;
        return (await service.Http.SendAsync(request)).StatusCode;
    }
}
