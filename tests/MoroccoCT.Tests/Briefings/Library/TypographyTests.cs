using MoroccoCT.Briefings.Library;

namespace MoroccoCT.Tests.Briefings.Library;

public class TypographyTests
{
    [Theory]
    [InlineData("en", "\"a\" and \"b\"", "“a” and “b”")]
    [InlineData("en", "(\"a\")", "(“a”)")]
    [InlineData("en", "[\"a\"]", "[“a”]")]
    [InlineData("en", "a—\"b\"", "a—“b”")]
    [InlineData("en", "Osk's keepers' log", "Osk’s keepers’ log")]
    [InlineData("en", "the 'old' log", "the ‘old’ log")]
    [InlineData("en", "already “right” and ‘right’ and Osk’s", "already “right” and ‘right’ and Osk’s")]
    [InlineData("en", "What? Yes! 10 % : no; done", "What? Yes! 10 % : no; done")]
    [InlineData("fr", "\"a\"", "«\u202Fa\u202F»")]
    [InlineData("fr", "« a »", "«\u202Fa\u202F»")]
    [InlineData("fr", "«a»", "«\u202Fa\u202F»")]
    [InlineData("fr", "l'île d'Osk", "l’île d’Osk")]
    [InlineData("fr", "Quoi ? Oui ! Non ; fini", "Quoi\u202F? Oui\u202F! Non\u202F; fini")]
    [InlineData("fr", "Quoi? Oui! Non; fini", "Quoi\u202F? Oui\u202F! Non\u202F; fini")]
    [InlineData("fr", "Quoi ?!", "Quoi\u202F?!")]
    [InlineData("fr", "10 % des feux", "10\u202F% des feux")]
    [InlineData("fr", "Nord : blanc", "Nord\u00A0: blanc")]
    [InlineData("fr", "10:30", "10:30")]
    [InlineData("fr", "https://osk.example/feux", "https://osk.example/feux")]
    [InlineData("fr", "1 500 gardiens", "1\u202F500 gardiens")]
    [InlineData("fr", "1 234 567", "1\u202F234\u202F567")]
    [InlineData("fr", "en 1925 300 lampes", "en 1925 300 lampes")]
    [InlineData("fr", "le 16 mai 2003", "le 16 mai 2003")]
    [InlineData("ar", "قال \"نعم\"", "قال «نعم»")]
    [InlineData("ar", "100 %", "100 %")]
    public void Typed_signs_become_those_of_the_language(string language, string typed, string printed) =>
        Typography.Apply(typed, language).ShouldBe(printed);

    [Theory]
    [InlineData("en", "\" again", "a", "” again")]
    [InlineData("en", "\"again", " ", "“again")]
    [InlineData("fr", " ; puis", "e", "\u202F; puis")]
    [InlineData("fr", "!", "e", "\u202F!")]
    [InlineData("fr", "\"", "e", "\u202F»")]
    [InlineData("en", "' and \"this\"", "\"a 'b", "’ and ‘this’")]
    public void A_piece_that_continues_a_line_heeds_what_stands_before_it(string language, string typed, string before, string printed) =>
        Typography.Apply([before, typed], language)[1].ShouldBe(printed);
}
