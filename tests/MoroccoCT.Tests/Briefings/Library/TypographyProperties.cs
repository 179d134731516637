using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using MoroccoCT.Briefings.Library;

namespace MoroccoCT.Tests.Briefings.Library;

[Properties(Arbitrary = [typeof(TypographyProperties)], MaxTest = 1000)]
public class TypographyProperties
{
    /// <summary>Texts full of the signs that typography touches.</summary>
    public static Arbitrary<string> Texts() =>
        Gen.Elements("a", "é", "7", "12", "300", " ", " ", "\u00A0", "\u202F", "\"", "'", "«", "»",
            "“", "”", "’", "l'", " h", "n° ", ":", ";", "!", "?", "%", ". ", "(", ")", "-", "–", "م")
            .ArrayOf().Select(string.Concat).ToArbitrary();

    [Property]
    public void What_is_set_once_stays_as_it_is(string text)
    {
        foreach (var language in new[] { "en", "fr", "ar" })
        {
            var once = Typography.Apply(text, language);
            Typography.Apply(once, language).ShouldBe(once, language);
        }
    }

    [Property]
    public void Only_signs_and_spaces_change(string text)
    {
        foreach (var language in new[] { "en", "fr", "ar" })
            Words(Typography.Apply(text, language)).ShouldBe(Words(text), language);
    }

    [Property]
    public void No_typewriter_sign_is_left_but_for_feet_and_inches(string text)
    {
        var printed = Typography.Apply(text, "fr");

        // 6'2": behind a figure, or behind the sign of one.
        Enumerable.Range(0, printed.Length).Where(i => printed[i] is '"' or '\'').ShouldAllBe(i => i > 0 && char.IsDigit(printed[i - 1]));
    }

    private static string Words(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
