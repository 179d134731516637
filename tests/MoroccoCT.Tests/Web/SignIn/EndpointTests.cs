using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace MoroccoCT.Tests.Web.SignIn;

/// <summary>Each address of the whole service says who may come: whoever adds one and forgets it fails here.</summary>
public sealed class EndpointTests : IAsyncLifetime
{
    private readonly WholeService service = new(jobsDashboard: true);

    public Task InitializeAsync() => service.InitializeAsync();

    public Task DisposeAsync() => service.DisposeAsync();

    [Fact]
    public void Each_names_one_of_five_policies_or_says_that_it_is_for_everybody()
    {
        foreach (var route in service.Routes)
        {
            var policies = route.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).ToList();
            var isForAll = route.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            (isForAll || policies.Count > 0).ShouldBeTrue(route.RoutePattern.RawText);
            policies.ShouldBeSubsetOf(["read", "order", "write", "publish", "administer"], route.RoutePattern.RawText);
        }
    }

    [Fact]
    public void These_and_no_others_are_for_everybody() => Of(route => route.Metadata.GetMetadata<IAllowAnonymous>() is not null).ShouldBe(
    [
        "docs", "docs/reader", "error", "health/live", "health/ready", "language", "openapi/v1.json", "passkeys", "sign-in", "sign-in/code", "welcome",
    ]);

    [Fact]
    public void These_and_no_others_are_for_administrators() => Of(
        route => route.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(data => data.Policy == "administer")).ShouldBe(
    [
        "api/v1/audit", "api/v1/requests/{id:guid}/hold", "audit", "jobs", "people",
    ]);

    /// <summary>Where they begin, each once.</summary>
    private List<string> Of(Func<RouteEndpoint, bool> wanted) =>
    [
        .. service.Routes.Where(wanted).Select(route => Beginning(route.RoutePattern.RawText!.Trim('/'))).Distinct().Order(StringComparer.Ordinal),
    ];

    private static string Beginning(string pattern) =>
        new[] { "docs/reader", "passkeys", "api/v1/audit", "audit", "jobs", "people" }
            .FirstOrDefault(start => pattern == start || pattern.StartsWith($"{start}/", StringComparison.Ordinal)) ?? pattern;
}
