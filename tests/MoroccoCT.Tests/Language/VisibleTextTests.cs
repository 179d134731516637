using MoroccoCT.Language;

namespace MoroccoCT.Tests.Language;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("two\nlines", @"two\nlines")]
    [InlineData("two\r\nlines", @"two\r\nlines")]
    [InlineData("\u001b[31mred", @"\u001B[31mred")]
    [InlineData("\u009b31mred", @"\u009B31mred")]
    [InlineData("bell\u0007 null\0 back\b tab\t", @"bell\u0007 null\u0000 back\u0008 tab\t")]
    [InlineData("next\u0085line\u2028and\u2029another", @"next\u0085line\u2028and\u2029another")]
    [InlineData("turned \u202Egnp.exe", @"turned \u202Egnp.exe")]
    [InlineData("isolated \u2066a\u2069, marked \u200F\u061C", @"isolated \u2066a\u2069, marked \u200F\u061C")]
    [InlineData("\uFEFFmark, in\u200Bvisible", @"\uFEFFmark, in\u200Bvisible")]
    public void What_cannot_be_seen_is_written_out(string text, string safe) => VisibleText.Escape(text).ShouldBe(safe);

    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData(@"C:\temp {braces} ""quotes""")]
    [InlineData("Été, مراكش, Ωμέγα, 東京, 🙂")]
    public void Letters_of_every_script_stay(string text) => VisibleText.Escape(text).ShouldBe(text);

    /// <summary>By code, since an attribute cannot carry half a character.</summary>
    [Fact]
    public void Half_a_character_and_invisible_tags_are_written_out()
    {
        VisibleText.Escape($"a{(char)0xD83D}b").ShouldBe(@"a\uD83Db");
        VisibleText.Escape($"a{char.ConvertFromUtf32(0xE0041)}b").ShouldBe(@"a\uDB40\uDC41b");
    }
}
