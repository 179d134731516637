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
    [InlineData("en", "What? Yes! 10 % : no; done", "What? Yes! 10\u00A0% : no; done")]
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
    [InlineData("fr", "le 16 mai 2003", "le 16\u00A0mai\u00A02003")]
    [InlineData("en", "On 11 September 2001, in May 2003 and in 2011", "On 11\u00A0September\u00A02001, in May\u00A02003 and in 2011")]
    [InlineData(
        "en",
        "from 5–15 years, 2 million people, Article 5, pp. 3–4",
        "from 5–15\u00A0years, 2\u00A0million\u00A0people, Article\u00A05, pp.\u00A03–4")]
    [InlineData("en", "“a ''b\"c;7' ", "“a ‘“b”c;7’ ")]
    [InlineData("en", "Mohammed VI and Hassan II, but When I go", "Mohammed\u00A0VI and Hassan\u00A0II, but When I go")]
    [InlineData("fr", "le roi Mohammed VI", "le roi Mohammed\u00A0VI")]
    [InlineData("fr", "le 1er mai, 12 millions et 5 ans", "le 1er\u00A0mai, 12\u00A0millions et 5\u00A0ans")]
    [InlineData("ar", "في 16 ماي 2003 وسنة 2014 و5 سنوات", "في 16\u00A0ماي\u00A02003 وسنة\u00A02014 و5\u00A0سنوات")]
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
