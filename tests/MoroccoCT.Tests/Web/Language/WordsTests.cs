using MoroccoCT.Briefings.Library;
using MoroccoCT.Web.Language;

namespace MoroccoCT.Tests.Web.Language;

/// <summary>Days, times, numbers and sizes as they are written in each language.</summary>
public sealed class WordsTests
{
    private static readonly DateTimeOffset moment = new(2026, 8, 1, 7, 5, 0, TimeSpan.FromHours(1));

    [Theory]
    [InlineData("en", "1 August 2026, 07:05", "Saturday, 1 August 2026, 07:05")]
    [InlineData("fr", "1er août 2026 à 07\u00A0h\u00A005", "samedi 1er août 2026 à 07\u00A0h\u00A005")]
    [InlineData("ar", "فاتح غشت 2026، 07:05", "السبت فاتح غشت 2026، 07:05")]
    public void Moments_are_written_as_people_write_them(string language, string time, string withWeekday)
    {
        Of(language).Time(moment).ShouldBe(time);
        Of(language).WeekdayTime(moment).ShouldBe(withWeekday);
    }

    [Theory]
    [InlineData("en", "2 April 2016", "April 2016")]
    [InlineData("fr", "2 avril 2016", "avril 2016")]
    [InlineData("ar", "2 أبريل 2016", "أبريل 2016")]
    public void A_date_is_as_exact_as_it_is_known(string language, string day, string month)
    {
        Of(language).Day(new PartialDate(2016, 4, 2)).ShouldBe(day);
        Of(language).Day(new PartialDate(2016, 4, null)).ShouldBe(month);
        Of(language).Day(new PartialDate(2016, null, null)).ShouldBe("2016");
    }

    [Theory]
    [InlineData("en", "127 kB", "2.5 MB", "12,345")]
    [InlineData("fr", "127\u00A0ko", "2,5\u00A0Mo", "12\u202F345")]
    [InlineData("ar", "127\u00A0كيلوبايت", "2,5\u00A0ميغابايت", "12.345")]
    public void Sizes_and_numbers_have_the_signs_of_the_language(string language, string small, string large, string number)
    {
        Of(language).Size(127_300).ShouldBe(small);
        Of(language).Size(2_540_000).ShouldBe(large);
        Of(language).Number(12_345).ShouldBe(number);
        Of(language).Number(2026).ShouldBe("2026");
    }

    [Theory]
    [InlineData("en", "1 page", "2 pages", "11 pages")]
    [InlineData("fr", "1 page", "2 pages", "11 pages")]
    [InlineData("ar", "صفحة واحدة", "صفحتان", "11 صفحة")]
    public void Pages_are_counted_by_the_rules_of_the_language(string language, string one, string two, string eleven) =>
        new[] { 1, 2, 11 }.Select(Of(language).Pages).ShouldBe([one, two, eleven]);

    [Fact]
    public void Languages_are_named_in_themselves_whatever_the_page_speaks() =>
        Words.All.Select(words => string.Join(' ', new[] { "en", "fr", "ar", "zgh" }.Select(words.LanguageName))).Distinct()
            .ShouldBe(["English Français العربية zgh"]);

    [Fact]
    public void What_runs_the_other_way_does_not_turn_the_sentence()
    {
        Of("ar").Request.TimesIn("Africa/Casablanca").ShouldContain("\u2068Africa/Casablanca\u2069");
        Of("fr").People.InviteLink("أمينة").ShouldContain("\u2068أمينة\u2069");
        Of("fr").People.InviteLink("Amina").ShouldNotContain("\u2068");
        Of("ar").Problem.Sentence(new("sections", MoroccoCT.Briefings.Orders.OrderFault.NothingChosen, "domestic", "regional"), field => field)
            .ShouldContain("\u2068domestic\u2069، \u2068regional\u2069");
    }

    private static Words Of(string language) => Words.Find(language).ShouldNotBeNull();
}
