using MoroccoCT.Language;

namespace MoroccoCT.Tests.Language;

public sealed class PluralRulesTests
{
    [Theory]
    [InlineData("en", 0, "other")]
    [InlineData("en", 1, "one")]
    [InlineData("en", 2, "other")]
    [InlineData("fr", 0, "one")]
    [InlineData("fr", 1, "one")]
    [InlineData("fr", 2, "other")]
    [InlineData("ar", 0, "zero")]
    [InlineData("ar", 1, "one")]
    [InlineData("ar", 2, "two")]
    [InlineData("ar", 3, "few")]
    [InlineData("ar", 10, "few")]
    [InlineData("ar", 11, "many")]
    [InlineData("ar", 99, "many")]
    [InlineData("ar", 100, "other")]
    [InlineData("ar", 102, "other")]
    [InlineData("ar", 103, "few")]
    [InlineData("ar", 111, "many")]
    [InlineData("ar", 200, "other")]
    public void A_number_takes_the_form_that_the_language_gives_it(string language, int count, string category) =>
        PluralRules.Category(language, count).ShouldBe(category);

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("ar")]
    public void No_number_takes_a_form_that_is_not_among_those_of_the_language(string language) =>
        Enumerable.Range(0, 1000).Select(count => PluralRules.Category(language, count)).Distinct()
            .ShouldBe(PluralRules.Categories(language), ignoreOrder: true);
}
