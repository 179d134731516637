using MoroccoCT.Web.Language;

namespace MoroccoCT.Tests.Web.Language;

public sealed class AcceptedLanguagesTests
{
    [Theory]
    [InlineData("fr", "fr")]
    [InlineData("fr-MA", "fr")]
    [InlineData("AR-ma", "ar")]
    [InlineData("ar-Arab-MA, fr;q=0.9", "ar")]
    [InlineData("de-DE, de;q=0.9, fr;q=0.8, en;q=0.7", "fr")]
    [InlineData("en;q=0.2, ar;q=0.3, fr;q=0.25", "ar")]
    [InlineData("fr, en", "fr")]
    [InlineData("fr;q=0, en;q=0.1", "en")]
    [InlineData("zgh, ber;q=0.9", null)]
    [InlineData("fr;q=0", null)]
    [InlineData("*", null)]
    [InlineData("", null)]
    [InlineData("fr;q=eleven", null)]
    [InlineData(";;,=", null)]
    public void The_language_that_is_wanted_most_is_found(string header, string? language) =>
        AcceptedLanguages.Best([header])?.Language.ShouldBe(language);

    [Fact]
    public void Several_headers_count_as_one() => AcceptedLanguages.Best(["de", "fr;q=0.5", "ar;q=0.6"])!.Language.ShouldBe("ar");
}
