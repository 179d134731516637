using MoroccoCT.People;

namespace MoroccoCT.Tests.People;

public sealed class MailAddressTests
{
    [Theory]
    [InlineData("amina@ministry.example", "amina@ministry.example")]
    [InlineData(" Amina.B+x@Ministry.Example ", "amina.b+x@ministry.example")]
    [InlineData("amina@bücher.example", "amina@xn--bcher-kva.example")]
    [InlineData("amina@BU\u0308CHER.example", "amina@xn--bcher-kva.example")]
    [InlineData("amina@وزارة.example", "amina@xn--mgbexc3i.example")]
    [InlineData("a!#$%&'*+/=?^_`{|}~-z@a-b.example", "a!#$%&'*+/=?^_`{|}~-z@a-b.example")]
    public void One_plain_address_is_kept_in_one_form(string given, string kept) => MailAddress.Of(given).ShouldBe(kept);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("amina")]
    [InlineData("@ministry.example")]
    [InlineData("amina@")]
    [InlineData("amina@localhost")]
    [InlineData("amina@[192.0.2.1]")]
    [InlineData("amina@192.0.2.1")]
    [InlineData("amina@ministry..example")]
    [InlineData("amina@-ministry.example")]
    [InlineData("amina@ministry_x.example")]
    [InlineData("amina@ministry.example.")]
    [InlineData(".amina@ministry.example")]
    [InlineData("amina..b@ministry.example")]
    [InlineData("\"amina b\"@ministry.example")]
    [InlineData("Amina <amina@ministry.example>")]
    [InlineData("<amina@ministry.example>")]
    [InlineData("amina@ministry.example, other@ministry.example")]
    [InlineData("amina@ministry.example;other@ministry.example")]
    [InlineData("amina@ministry.example other@ministry.example")]
    [InlineData("desk: amina@ministry.example;")]
    [InlineData("amina(comment)@ministry.example")]
    [InlineData("amina@ministry.example\r\nBcc: other@ministry.example")]
    [InlineData("am\u0000ina@ministry.example")]
    [InlineData("am\u202Eina@ministry.example")]
    [InlineData("amina@minis\u200Btry.example")]
    [InlineData("émile@ministry.example")]
    [InlineData("amina@@ministry.example")]
    [InlineData("amina@ministry.example@other.example")]
    [InlineData("a\uD800@ministry.example")]
    [InlineData("amina@\uD800.example")]
    public void Anything_else_is_none(string? given) => MailAddress.Of(given).ShouldBeNull();

    [Fact]
    public void Long_parts_are_none_and_cost_no_time()
    {
        MailAddress.Of($"{new string('a', 64)}@ministry.example").ShouldNotBeNull();
        MailAddress.Of($"{new string('a', 65)}@ministry.example").ShouldBeNull();
        MailAddress.Of($"a@{new string('b', 64)}.example").ShouldBeNull();
        MailAddress.Of($"a@{string.Join('.', Enumerable.Repeat("bcdefgh", 40))}").ShouldBeNull();
        MailAddress.Of(new string('a', 10_000_000)).ShouldBeNull();
        MailAddress.Of($"a@{string.Concat(Enumerable.Repeat("ü", 200))}.example").ShouldBeNull();
    }
}
