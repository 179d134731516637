using System.Net;
using MoroccoCT.Delivery.Webhooks;

namespace MoroccoCT.Tests.Delivery;

public sealed class NetworkRuleTests
{
    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("2606:4700::1")]
    [InlineData("::ffff:8.8.8.8")]
    public void The_public_net_may_be_called(string address)
    {
        NetworkRule.IsPublic(IPAddress.Parse(address)).ShouldBeTrue();
        NetworkRule.IsHouse(IPAddress.Parse(address)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.255")]
    [InlineData("10.0.0.1")]
    [InlineData("172.16.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("::1")]
    [InlineData("fd00::1")]
    [InlineData("::ffff:10.0.0.1")]
    public void Addresses_of_the_house_only_where_a_setting_says_so(string address)
    {
        NetworkRule.IsPublic(IPAddress.Parse(address)).ShouldBeFalse();
        NetworkRule.IsHouse(IPAddress.Parse(address)).ShouldBeTrue();
    }

    /// <summary>
    /// Unspecified, link-local with the metadata of clouds, documentation, multicast, broadcast; 6to4, Teredo, NAT64 and compatible addresses.
    /// </summary>
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("169.254.169.254")]
    [InlineData("192.0.0.1")]
    [InlineData("192.0.2.1")]
    [InlineData("192.88.99.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.51.100.1")]
    [InlineData("203.0.113.1")]
    [InlineData("224.0.0.1")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::7f00:1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("3fff::1")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public void Anything_else_never(string address)
    {
        NetworkRule.IsPublic(IPAddress.Parse(address)).ShouldBeFalse();
        NetworkRule.IsHouse(IPAddress.Parse(address)).ShouldBeFalse();
    }
}
