using System.Net;
using Hangfire;
using Hangfire.Dashboard;
using Hangfire.InMemory;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using MoroccoCT.Jobs;

namespace MoroccoCT.Tests.Jobs;

public sealed class DirectLoopbackFilterTests
{
    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.8.8.8", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("192.0.2.1", false)] // this machine's own address, on which others reach it
    [InlineData("192.0.2.7", false)]
    [InlineData(null, false)]
    public void It_opens_to_this_machine(string? peer, bool allowed) =>
        Allows(context => context.Connection.RemoteIpAddress = peer is null ? null : IPAddress.Parse(peer)).ShouldBe(allowed);

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("LOCALHOST:8080", true)]
    [InlineData("127.0.0.1:8080", true)]
    [InlineData("[::1]:8080", true)]
    [InlineData("desk.example", false)]
    [InlineData("localhost.desk.example", false)]
    [InlineData("192.0.2.1:8080", false)]
    [InlineData("", false)]
    public void It_opens_under_names_of_this_machine(string host, bool allowed) => Allows(context => context.Request.Headers.Host = host).ShouldBe(allowed);

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("X-Forwarded-Host")]
    [InlineData("X-Forwarded-Whatever")]
    [InlineData("x-forwarded-proto")]
    [InlineData("X-Real-IP")]
    [InlineData("X-Original-Host")]
    [InlineData("X-Original-Forwarded-For")]
    [InlineData("Forwarded")]
    [InlineData("Via")]
    [InlineData("CF-Connecting-IP")]
    [InlineData("CF-Ray")]
    [InlineData("True-Client-IP")]
    [InlineData("X-Client-IP")]
    [InlineData("X-Cluster-Client-IP")]
    [InlineData("Fastly-Client-IP")]
    [InlineData("X-ProxyUser-Ip")]
    [InlineData("X-Amzn-Trace-Id")]
    [InlineData("X-Azure-ClientIP")]
    [InlineData("X-Envoy-External-Address")]
    [InlineData("X-Request-Id")]
    [InlineData("traceparent")]
    [InlineData("Authorization")]
    [InlineData("A-Proxy-Nobody-Knows")]
    public void It_is_closed_to_what_a_proxy_passes_on(string header) => Allows(context => context.Request.Headers[header] = "192.0.2.7").ShouldBeFalse();

    [Theory]
    [InlineData("Origin", "http://localhost:8080", true)]
    [InlineData("Referer", "http://localhost:8080/jobs/servers", true)]
    [InlineData("Origin", "https://desk.example", false)]
    [InlineData("Origin", "http://localhost:9090", false)]
    [InlineData("Origin", "null", false)]
    [InlineData("Referer", "https://desk.example/jobs", false)]
    [InlineData("Referer", "jobs", false)]
    public void It_is_closed_to_pages_of_another_address(string header, string page, bool allowed) =>
        Allows(context => context.Request.Headers[header] = page).ShouldBe(allowed);

    [Fact]
    public void It_is_closed_to_the_protocol_of_proxies() => Allows(context => context.Request.Protocol = HttpProtocol.Http10).ShouldBeFalse();

    /// <summary>What a browser sends that is open on this machine, changed by the test.</summary>
    private static bool Allows(Action<HttpContext> change)
    {
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().BuildServiceProvider() };
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        context.Connection.LocalIpAddress = IPAddress.Parse("192.0.2.1");
        context.Request.Protocol = HttpProtocol.Http11;
        foreach (var header in new[]
        {
            "Host: localhost:8080", "Connection: keep-alive", "User-Agent: Mozilla/5.0", "Accept: text/html", "Accept-Encoding: gzip", "Accept-Language: fr",
            "Cookie: a=b", "Upgrade-Insecure-Requests: 1", "Sec-Fetch-Site: none", "Sec-CH-UA: x", "DNT: 1", "Priority: u=0", "Cache-Control: no-cache",
            "X-Requested-With: XMLHttpRequest",
        })
            context.Request.Headers.Append(header.Split(": ")[0], header.Split(": ")[1]);
        change(context);
        return new DirectLoopbackFilter().Authorize(new AspNetCoreDashboardContext(new InMemoryStorage(), new DashboardOptions(), context));
    }
}
