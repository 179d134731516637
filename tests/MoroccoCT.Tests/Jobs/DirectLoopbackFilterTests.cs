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
    [InlineData("127.0.0.1", null, true)]
    [InlineData("::1", null, true)]
    [InlineData("192.0.2.7", null, false)]
    [InlineData("127.0.0.1", "X-Forwarded-For", false)]
    [InlineData("127.0.0.1", "Forwarded", false)]
    public void The_dashboard_opens_only_for_who_sits_at_this_machine(string remote, string? header, bool allowed)
    {
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().BuildServiceProvider() };
        context.Connection.RemoteIpAddress = IPAddress.Parse(remote);
        context.Connection.LocalIpAddress = IPAddress.Parse("192.0.2.1");
        if (header is not null)
            context.Request.Headers[header] = "for=192.0.2.7";

        new DirectLoopbackFilter().Authorize(new AspNetCoreDashboardContext(new InMemoryStorage(), new DashboardOptions(), context)).ShouldBe(allowed);
    }
}
