using System.Net;
using MoroccoCT.Audit;

namespace MoroccoCT.Tests.Audit;

public sealed class AuditChainTests
{
    private static readonly AuditEntry entry = new()
    {
        Sequence = 1,
        At = DateTimeOffset.FromUnixTimeMilliseconds(1_795_348_800_000),
        Who = "Élodie",
        WhoId = "0190aaaa-0000-7000-8000-000000000001",
        Door = "api",
        What = "order",
        Subject = "MCT-2026-0001",
        Details = """{"marking":"TLP:CLEAR"}""",
        Address = "127.0.0.1",
        PreviousHash = AuditChain.Beginning,
        Hash = "",
    };

    /// <summary>Made by another program from the description: entries written today must be provable for ever.</summary>
    [Fact]
    public void The_hash_is_the_one_that_is_described() =>
        AuditChain.HashOf(entry).ShouldBe("4296457fc4f8d690893785c39a5cf55dfa0a71fb581194c561c6ec4588c0689d");

    [Fact]
    public void No_text_can_pass_from_one_field_to_the_next()
    {
        AuditEntry[] entries =
        [
            entry with { Who = "a", WhoId = "b" }, entry with { Who = "ab", WhoId = "" }, entry with { Who = "a,1:b", WhoId = null },
            entry with { Who = "", WhoId = "ab" }, entry with { Who = null, WhoId = "ab" }, entry with { Who = "-,2:ab", WhoId = null },
        ];

        entries.Select(AuditChain.HashOf).ShouldBeUnique();
    }

    [Fact]
    public void Each_deed_has_a_word_of_its_own_that_leads_back_to_it()
    {
        Deeds.Words.Count.ShouldBe(Enum.GetValues<Deed>().Length);
        Enum.GetValues<Deed>().ShouldAllBe(deed => Deeds.Of(deed.Word()) == deed);
        Deed.SecondFactorChanged.Word().ShouldBe("secondFactorChanged");
        Deeds.Of("somethingNew").ShouldBeNull();
    }

    [Theory]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8::1", "2001:db8::1")]
    public void An_address_of_version_4_is_written_as_such(string address, string text) => Actor.TextOf(IPAddress.Parse(address)).ShouldBe(text);
}
