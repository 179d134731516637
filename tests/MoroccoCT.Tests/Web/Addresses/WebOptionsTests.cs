using System.ComponentModel.DataAnnotations;
using MoroccoCT.Web.Addresses;

namespace MoroccoCT.Tests.Web.Addresses;

public sealed class WebOptionsTests
{
    [Theory]
    [InlineData("/briefings", null, "/briefings", null)]
    [InlineData("/desk/briefings", "https://portal.example", "/desk/briefings", "https://portal.example/desk/briefings")]
    [InlineData(null, "https://portal.example/briefings/", "/briefings", "https://portal.example/briefings")]
    [InlineData("/briefings", "https://portal.example/briefings", "/briefings", "https://portal.example/briefings")]
    [InlineData(null, "https://portal.example:8443", "", "https://portal.example:8443/")]
    [InlineData(null, null, "", null)]
    public void The_path_stands_in_one_setting_or_the_other(string? pathBase, string? publicUrl, string path, string? address)
    {
        var options = new WebOptions { PathBase = pathBase, PublicUrl = publicUrl };

        Faults(options).ShouldBeEmpty();
        options.Base.Value.ShouldBe(path);
        options.PublicAddress?.AbsoluteUri.ShouldBe(address);
    }

    [Theory]
    [InlineData("briefings")]
    [InlineData("/")]
    [InlineData("")]
    [InlineData("/briefings/")]
    [InlineData("/a/../b")]
    [InlineData("/a b")]
    [InlineData("/a?b")]
    [InlineData("//elsewhere.example")]
    public void What_is_no_path_is_refused(string pathBase) => Faults(new() { PathBase = pathBase }).ShouldHaveSingleItem().ShouldContain("Web:PathBase");

    [Fact]
    public void Two_different_paths_are_refused() =>
        Faults(new() { PathBase = "/a", PublicUrl = "https://portal.example/b" }).ShouldHaveSingleItem().ShouldContain("another path");

    [Theory]
    [InlineData("10.1.0.7", true)]
    [InlineData("10.1.0.0/16", true)]
    [InlineData("2001:db8::/32", true)]
    [InlineData("::1", true)]
    [InlineData("10.1.0.7/33", false)]
    [InlineData("proxy.example", false)]
    [InlineData("", false)]
    public void A_proxy_is_an_address_or_a_network(string proxy, bool isGood) => Faults(new() { TrustedProxies = [proxy] }).Count.ShouldBe(isGood ? 0 : 1);

    private static List<string> Faults(WebOptions options) => [.. options.Validate(new ValidationContext(options)).Select(fault => fault.ErrorMessage!)];
}
