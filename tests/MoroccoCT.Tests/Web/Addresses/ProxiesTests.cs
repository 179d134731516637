using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MoroccoCT.Tests.Web.Addresses;

/// <summary>Whose call it is, as everything behind the proxies sees it.</summary>
public sealed class ProxiesTests
{
    [Theory]
    [InlineData("127.0.0.1", "198.51.100.9", "198.51.100.9 https")]
    [InlineData("127.0.0.0/8", "198.51.100.9", "198.51.100.9 https")]
    [InlineData("127.0.0.1", "203.0.113.1, 198.51.100.9", "198.51.100.9 https")]
    [InlineData("127.0.0.1;10.1.0.0/16", "203.0.113.1, 198.51.100.9, 10.1.2.3", "198.51.100.9 https")]
    [InlineData("10.0.0.0/8", "198.51.100.9", "127.0.0.1 http")]
    [InlineData("127.0.0.2", "198.51.100.9", "127.0.0.1 http")]
    [InlineData("", "198.51.100.9", "127.0.0.1 http")]
    public async Task Only_a_proxy_that_is_trusted_says_who_calls(string trusted, string forwarded, string seen)
    {
        var settings = trusted.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select((proxy, place) => KeyValuePair.Create($"Web:TrustedProxies:{place}", (string?)proxy));

        (await AskAsync(settings, "/", ("X-Forwarded-For", forwarded), ("X-Forwarded-Proto", "https"))).ShouldStartWith($"{seen} ");
    }

    [Theory]
    [InlineData("/briefings/requests", "/briefings|/requests")]
    [InlineData("/requests", "/briefings|/requests")]
    [InlineData("/briefings", "/briefings|")]
    [InlineData("/Briefings/", "/briefings|/")]
    [InlineData("/briefingsandmore", "/briefings|/briefingsandmore")]
    public async Task A_proxy_may_pass_the_path_on_or_take_it_off(string address, string seen) =>
        (await AskAsync([new("Web:PathBase", "/briefings")], address)).ShouldEndWith($" {seen}");

    [Fact]
    public async Task The_name_of_the_host_is_believed_to_nobody() =>
        (await AskAsync([new("Web:TrustedProxies:0", "127.0.0.1")], "/", ("X-Forwarded-Host", "elsewhere.example"))).ShouldNotContain("elsewhere");

    private static async Task<string> AskAsync(
        IEnumerable<KeyValuePair<string, string?>> settings, string address, params (string Name, string Value)[] headers)
    {
        var service = new TestService(new(settings), services => services.AddSingleton<IStartupFilter, Telling>());
        await service.InitializeAsync();
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            foreach (var (name, value) in headers)
                request.Headers.Add(name, value);
            using var response = await service.Client.SendAsync(request);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            return await response.Content.ReadAsStringAsync();
        }
        finally
        {
            await service.DisposeAsync();
        }
    }

    /// <summary>Answers with what it sees of the call.</summary>
    private sealed class Telling : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app => app.Run(context =>
        {
            var request = context.Request;
            return context.Response.WriteAsync($"{context.Connection.RemoteIpAddress} {request.Scheme} {request.Host.Host} {request.PathBase}|{request.Path}");
        });
    }
}
