using MoroccoCT.Hosting;

namespace MoroccoCT.Tests.Hosting;

public sealed class ListenAddressesTests
{
    [Theory]
    [InlineData("http://localhost:8080")]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://[::1]:8080; http://127.0.0.2:8081/")]
    public void Addresses_of_this_machine_reach_no_further(string urls) => ListenAddresses.Of(urls).ReachBeyondLoopback.ShouldBeFalse();

    [Theory]
    [InlineData("", "No address is named")]
    [InlineData(" ; ", "No address is named")]
    [InlineData("nonsense", "is no address")]
    [InlineData("http://127.0.0.1:70000", "is no address")]
    [InlineData("http://127.0.0.1:-1", "is no address")]
    [InlineData("http://127.0.0.1:abc", "is no address")]
    [InlineData("ftp://localhost:8080", "is no address")]
    [InlineData("http://localhost:8080/briefings", "is no address")]
    [InlineData("http://me@localhost:8080", "is no address")]
    [InlineData("http://unix:/tmp/socket", "is no address")]
    [InlineData("http://localhost:0", "a port that the system chooses")]
    [InlineData("http://desk.example:8080", "'desk.example' is a name")]
    public void Others_are_refused(string urls, string fault) =>
        Should.Throw<UsageException>(() => ListenAddresses.Of(urls)).Message.ShouldSatisfyAllConditions(
            text => text.ShouldStartWith("--urls: "), text => text.ShouldContain(fault));

    [Theory]
    [InlineData("http://0.0.0.0:8080")]
    [InlineData("http://*:8080")]
    [InlineData("http://+:8080")]
    [InlineData("http://192.0.2.7:8080")]
    [InlineData("http://localhost:8080;http://[2001:db8::7]:8080")]
    public void Addresses_that_others_reach_are_known(string urls) => ListenAddresses.Of(urls).ReachBeyondLoopback.ShouldBeTrue();

    [Theory]
    [InlineData("http://localhost:8080", false, null)]
    [InlineData("https://*:8443", false, 8443)]
    [InlineData("https://192.0.2.7", false, 443)]
    [InlineData("http://127.0.0.1:8080;https://192.0.2.7:8443", false, 8443)]
    [InlineData("http://192.0.2.7:8080;https://192.0.2.7:8443", true, 8443)]
    [InlineData("http://*:8080", true, null)]
    public void What_can_be_read_on_the_way_is_known(string urls, bool areReadable, int? port)
    {
        var addresses = ListenAddresses.Of(urls);

        (addresses.AreReadable, addresses.TlsPort).ShouldBe((areReadable, port));
    }
}
