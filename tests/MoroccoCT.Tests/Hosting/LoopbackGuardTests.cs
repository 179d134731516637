using MoroccoCT.Hosting;

namespace MoroccoCT.Tests.Hosting;

public sealed class LoopbackGuardTests
{
    [Theory]
    [InlineData("http://localhost:8080")]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://[::1]:8080; http://127.0.0.2:8081/")]
    public void Addresses_of_this_machine_are_right(string urls) => Should.NotThrow(() => LoopbackGuard.Check(urls, insecureBind: false));

    [Theory]
    [InlineData("", "No address is named")]
    [InlineData(" ; ", "No address is named")]
    [InlineData("nonsense", "is no address")]
    [InlineData("http://127.0.0.1:70000", "is no address")]
    [InlineData("http://127.0.0.1:-1", "is no address")]
    [InlineData("http://127.0.0.1:abc", "is no address")]
    [InlineData("https://localhost:8080", "is no address")]
    [InlineData("http://localhost:8080/briefings", "is no address")]
    [InlineData("http://me@localhost:8080", "is no address")]
    [InlineData("http://unix:/tmp/socket", "is no address")]
    [InlineData("http://localhost:0", "a port that the system chooses")]
    [InlineData("http://*:8080", "is reachable from other machines")]
    [InlineData("http://desk.example:8080", "is reachable from other machines")]
    public void Others_are_refused(string urls, string fault) =>
        Should.Throw<UsageException>(() => LoopbackGuard.Check(urls, insecureBind: false)).Message.ShouldSatisfyAllConditions(
            text => text.ShouldStartWith("--urls: "), text => text.ShouldContain(fault));

    [Theory]
    [InlineData("http://0.0.0.0:8080")]
    [InlineData("http://*:8080")]
    [InlineData("http://+:8080")]
    public void Every_address_may_be_meant_on_purpose(string urls) => Should.NotThrow(() => LoopbackGuard.Check(urls, insecureBind: true));

    [Fact]
    public void A_name_is_never_taken_for_every_address() =>
        Should.Throw<UsageException>(() => LoopbackGuard.Check("http://desk.example:8080", insecureBind: true))
            .Message.ShouldContain("'desk.example' is a name");
}
