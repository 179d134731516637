using MoroccoCT.Briefings.Content;

namespace MoroccoCT.Tests.Briefings.Content;

public class ComposedTextTests
{
    [Theory]
    [InlineData("Cafe\u0301", "Caf\u00E9")]
    [InlineData("H\u0323asan", "\u1E24asan")]
    [InlineData("e\u0302\u0323", "\u1EC7")]
    [InlineData("e\u0323\u0302", "\u1EC7")]
    [InlineData("\u00EA\u0323", "\u1EC7")]
    [InlineData("\u0627\u0653", "\u0622")]
    [InlineData("\u0418\u0306", "\u0419")]
    [InlineData("\u212B\u2126", "\u00C5\u03A9")]
    [InlineData("q\u0301", "q\u0301")]
    [InlineData("\u0301e", "\u0301e")]
    [InlineData("e\u0301\u0301", "\u00E9\u0301")]
    public void A_letter_and_its_marks_become_one_whatever_their_order(string typed, string composed) => ComposedText.Of(typed).ShouldBe(composed);

    [Theory]
    [InlineData("Café, Ḥasan, المغرب")]
    [InlineData("\uD83D a half \uDE00")]
    [InlineData("")]
    public void Other_text_stays_as_it_is(string text) => ComposedText.Of(text).ShouldBe(text);

    [Fact]
    public void Every_letter_with_a_mark_comes_back_from_its_parts()
    {
        foreach (var line in Compositions.Pairs.Split('\n').Select(line => line.Split(' ')))
        {
            var mark = ((char)Convert.ToInt32(line[0], 16)).ToString();
            foreach (var pair in line[2..])
                ComposedText.Of(pair[0] + mark).ShouldBe(pair[1].ToString());
        }
    }
}
