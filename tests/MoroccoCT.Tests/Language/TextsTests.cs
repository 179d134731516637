using System.Text.RegularExpressions;
using MoroccoCT.Language;

namespace MoroccoCT.Tests.Language;

/// <summary>The files of words, one against the other and against the program.</summary>
public sealed partial class TextsTests
{
    /// <summary>Forms that may say their number in a word.</summary>
    private static readonly string[] spelled = ["zero", "one", "two"];

    public static TheoryData<string> Languages => new(Texts.All.Select(texts => texts.Tag));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_language_has_every_text_and_none_besides(string language) =>
        TextFile.Of(language).Stems.Order().ShouldBe(TextFile.English.Stems.Order());

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_is_counted_has_each_form_of_the_language_and_no_other(string language)
    {
        foreach (var counted in TextFile.Of(language).Entries.Keys.Where(key => TextFile.Category(key) is not null).GroupBy(TextFile.Stem))
            counted.Select(TextFile.Category).ShouldBe(PluralRules.Categories(language), ignoreOrder: true, counted.Key);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_same_places_are_filled_in(string language)
    {
        foreach (var (key, text) in TextFile.Of(language).Entries)
        {
            var missing = Places(TextFile.InEnglish(key)).Except(Places(text));
            missing.Where(place => place != "count" || !spelled.Contains(TextFile.Category(key))).ShouldBeEmpty($"{key}: {text}");
            Places(text).Except(Places(TextFile.InEnglish(key))).ShouldBeEmpty($"{key}: {text}");
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_program_asks_for_every_text_and_for_none_that_is_not_there(string language)
    {
        var file = TextFile.Of(language);
        var asked = new HashSet<string>();

        WordWalk.Through(new(new(language, Read)));

        asked.Except(file.Entries.Keys).ShouldBeEmpty();
        file.Entries.Keys.Except(asked).ShouldBeEmpty();

        string? Read(string key)
        {
            asked.Add(key);
            return file.Entries.GetValueOrDefault(key);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_text_is_empty_and_only_what_stands_between_others_begins_or_ends_with_a_space(string language) =>
        TextFile.Of(language).Entries.Where(text => !text.Key.StartsWith("Unit.", StringComparison.Ordinal))
            .Where(text => text.Value.Length == 0 || text.Value != text.Value.Trim()).ShouldBeEmpty();

    [Fact]
    public void French_marks_have_narrow_spaces_at_which_no_line_breaks() =>
        TextFile.Of("fr").Entries.Where(text => OrdinarySpace().IsMatch(text.Value)).ShouldBeEmpty();

    [Fact]
    public void Arabic_has_its_own_punctuation_and_the_digits_that_are_usual_in_Morocco() =>
        TextFile.Of("ar").Entries.Where(text => ForeignToArabic().IsMatch(text.Value)).ShouldBeEmpty();

    [Fact]
    public void Labels_of_the_traffic_light_protocol_are_no_words() =>
        TextFile.All.SelectMany(file => file.Entries).Where(text => text.Value.Contains("TLP", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void What_a_language_lacks_is_said_in_English_and_what_nobody_has_by_its_key()
    {
        var bare = new Texts("fr", _ => null);

        bare["Order.Title"].ShouldBe("New briefing");
        bare["Order.Nothing"].ShouldBe("Order.Nothing");
    }

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value.Trim('{', '}')).Distinct();

    [GeneratedRegex(@"\{[A-Za-z]+\}")]
    private static partial Regex Place();

    /// <summary>A mark with an ordinary space or none before it, or a guillemet without its narrow one. Addresses and times have none.</summary>
    [GeneratedRegex(@"[ \u00A0][;:?!»]|«[^\u202F]|[^\u202F]»|[\p{L})][;?!]|'\p{L}")]
    private static partial Regex OrdinarySpace();

    [GeneratedRegex(@"[\u0600-\u06FF] ?[,;?]|[\u0660-\u0669]|[“”""]")]
    private static partial Regex ForeignToArabic();
}
