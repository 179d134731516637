using System.Net;
using System.Net.Sockets;

namespace MoroccoCT.Delivery.Webhooks;

/// <summary>Which addresses may be called: those of the public net, and of the house where a setting says so. Nothing else ever is.</summary>
internal static class NetworkRule
{
    /// <summary>Of this machine and of private networks.</summary>
    private static readonly IPNetwork[] house = Networks("127.0.0.0/8 10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 100.64.0.0/10 ::1/128 fc00::/7");

    /// <summary>Within what is public otherwise: special uses, and what wraps addresses of version 4, also private ones. RFC 6890 and its registries.</summary>
    private static readonly IPNetwork[] special = Networks(
        "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 "
        + "198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 2001::/23 2001:db8::/32 2002::/16 3fff::/20");

    private static readonly IPNetwork global = IPNetwork.Parse("2000::/3");

    public static bool IsHouse(IPAddress address) => house.Any(network => network.Contains(Plain(address)));

    public static bool IsPublic(IPAddress address)
    {
        var plain = Plain(address);
        return (plain.AddressFamily == AddressFamily.InterNetwork || global.Contains(plain)) && !special.Any(network => network.Contains(plain));
    }

    /// <summary>An address of version 4 that is written as one of version 6 is the same machine.</summary>
    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static IPNetwork[] Networks(string list) => [.. list.Split(' ').Select(network => IPNetwork.Parse(network))];
}
