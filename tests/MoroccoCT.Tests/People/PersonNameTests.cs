using MoroccoCT.People;

namespace MoroccoCT.Tests.People;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("amina.benali@example.org")]
    [InlineData("Inès O'Connor-Müller")]
    [InlineData("O’Connor")]
    [InlineData("أمينة بنعلي")]
    [InlineData("مُحَمَّد")]
    [InlineData("Зоя")]
    [InlineData("user_1+test")]
    public void Names_of_people_are_names(string name) => PersonName.Fault("name", name).ShouldBeNull();

    [Theory]
    [InlineData("<script>", "<")]
    [InlineData("a\"b", "\"")]
    [InlineData("=1+1", "=")]
    [InlineData("a\\b", "\\")]
    [InlineData("a/b", "/")]
    [InlineData("#7", "#")]
    [InlineData("a😀", "U+1F600")]
    [InlineData("ａmina", "U+FF41")]
    [InlineData("ﬁona", "ﬁ")]
    [InlineData("amin\u00AA", "ª")]
    [InlineData("\u212Aarim", "U+212A")]
    [InlineData("\uFEE3\uFEA4\uFEE4\uFEAA", "\uFEE3")]
    [InlineData("𝐚mina", "U+1D41A")]
    [InlineData("a\nb", "U+000A")]
    [InlineData("a\0b", "U+0000")]
    [InlineData("a\tb", "U+0009")]
    [InlineData("a\u001bb", "U+001B")]
    [InlineData("\u202Enimda", "U+202E")]
    [InlineData("a\u200Bb", "U+200B")]
    [InlineData("a\u2028b", "U+2028")]
    [InlineData("a\u00A0b", "U+00A0")]
    [InlineData("admin\u3164", "U+3164")]
    [InlineData("admin\u115F", "U+115F")]
    [InlineData("admin\uFFA0", "U+FFA0")]
    [InlineData("admin\uFE0F", "U+FE0F")]
    [InlineData("admin\u034F", "U+034F")]
    [InlineData("admin\U000E0100", "U+E0100")]
    public void What_has_a_meaning_elsewhere_or_cannot_be_seen_is_none(string name, string named)
    {
        var fault = PersonName.Fault("name", name).ShouldNotBeNull();

        (fault.Field, fault.Fault).ShouldBe(("name", PersonFault.Character));
        fault.Arguments.ShouldBe([named]);
    }

    [Fact]
    public void Half_a_character_is_none() => PersonName.Fault("name", "a\ud800").ShouldNotBeNull().Fault.ShouldBe(PersonFault.Character);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u0301")]
    [InlineData("...")]
    public void Nothing_to_read_is_none(string name) => PersonName.Fault("name", name).ShouldNotBeNull().Fault.ShouldBe(PersonFault.Blank);

    [Theory]
    [InlineData("аdmin")]
    [InlineData("Αmina")]
    [InlineData("adмin")]
    public void Letters_that_look_like_others_do_not_mix_with_them(string name) =>
        PersonName.Fault("name", name).ShouldNotBeNull().Fault.ShouldBe(PersonFault.MixedAlphabets);

    [Fact]
    public void A_name_has_80_characters_as_it_is_kept()
    {
        PersonName.Fault("name", new string('a', 80)).ShouldBeNull();
        PersonName.Fault("name", $"  {new string('a', 80)}  ").ShouldBeNull();
        PersonName.Fault("name", string.Concat(Enumerable.Repeat("e\u0301", 80))).ShouldBeNull("composed it has 80");
        PersonName.Fault("name", new string('a', 81)).ShouldNotBeNull().Fault.ShouldBe(PersonFault.TooLong);
    }

    [Fact]
    public void A_name_is_kept_composed_and_with_single_spaces() => PersonName.Kept("  Ine\u0300s   M. ").ShouldBe("Inès M.");

    [Theory]
    [InlineData("Inès M.", "INE\u0300S  M.")]
    [InlineData("Зоя", "зОЯ")]
    public void Different_ways_of_writing_one_name_are_compared_as_one(string one, string other) =>
        PersonName.Key(one).ShouldBe(PersonName.Key(other));

    [Fact]
    public void What_is_no_text_is_compared_as_nothing() => new[] { "\ud800", "a\0" }.ShouldAllBe(name => PersonName.Key(name) == "");

    [Theory]
    [InlineData("Dr. Inès M. (legal)")]
    [InlineData("أمينة / Amina")]
    public void A_name_to_be_shown_may_be_any_line(string name) => PersonName.ShownFault("displayName", name).ShouldBeNull();

    [Theory]
    [InlineData("a\nb")]
    [InlineData("\u202Eabc")]
    [InlineData("a\ud800")]
    [InlineData("😀")]
    [InlineData("")]
    public void A_name_to_be_shown_is_one_line_that_can_be_printed(string name) => PersonName.ShownFault("displayName", name).ShouldNotBeNull();
}
