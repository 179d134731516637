namespace MoroccoCT.Tests.Briefings.Library;

public class SectionReaderTests
{
    private const string English = "sections/lights/en.md";
    private const string French = "sections/lights/fr.md";
    private const string Keys = "title, order, summary, key-points, information-as-of, last-reviewed, reviewer, drafted-with-model, marking";
    private const string NoDate = "which is no date – write yyyy, yyyy-MM or yyyy-MM-dd";
    private const string NoMapping = "this is no valid YAML (While scanning a plain scalar value, found invalid mapping.)"
        + " – check indentation, quotes and colons; put texts with a colon in double quotes";
    private const string NoReview = "a review needs a day and a person – give both 'last-reviewed: yyyy-MM-dd' and 'reviewer: Name', or neither";

    [Theory]
    [InlineData("order: 1", "order: one", "order: one", "'order' is 'one' – write a whole number such as 1")]
    [InlineData("order: 1", "order: -1", "order: -1", "'order' is '-1' – write a whole number such as 1")]
    [InlineData("title: Harbour lights", "title: [Harbour, lights]", "title:", "'title' is not a plain text – write it as one value")]
    [InlineData("title: Harbour lights", "title: \"  \"", "title:", "'title' is missing – add 'title: …'")]
    [InlineData("as-of: 1931-04", "as-of: April", "as-of: April", "'information-as-of' is 'April', which is no date – write yyyy, yyyy-MM or yyyy-MM-dd")]
    [InlineData("as-of: 1931-04", "as-of: null", "as-of: null", "'information-as-of' is missing – add 'information-as-of: yyyy-MM-dd' (or yyyy-MM, or yyyy)")]
    [InlineData("model: true", "model: yes", "model: yes", "'drafted-with-model' is 'yes' – write true or false")]
    [InlineData("TLP:CLEAR", "TLP:PINK", "TLP:PINK", "'marking' is 'TLP:PINK' – write one of: TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT, TLP:RED")]
    [InlineData("reviewer: Ada Example", "reviewer: null", "last-reviewed", NoReview)]
    [InlineData("reviewer: Ada Example", "reviewer: \"\"", "last-reviewed", NoReview)]
    [InlineData("last-reviewed: 1932-02-01", "last-reviewed: null", "last-reviewed", NoReview)]
    [InlineData("last-reviewed: 1932-02-01", "last-reviewed: 1932-02", "last-reviewed", NoReview)]
    [InlineData("last-reviewed: 1932-02-01", "last-reviewed: soon", "last-reviewed", $"'last-reviewed' is 'soon', {NoDate}")]
    [InlineData("order: 1\n", "order: 1\ncolour: red\n", "colour", $"unknown key 'colour' – use one of: {Keys}")]
    [InlineData("order: 1\n", "order: 1\ncolour:\n  lamp: red\n", "colour", $"unknown key 'colour' – use one of: {Keys}")]
    [InlineData("marking: TLP:CLEAR\n", "marking: TLP:CLEAR\ntranslation: reviewed\n", "translation", $"unknown key 'translation' – use one of: {Keys}")]
    [InlineData("fog-signal\n    text", "fog-signal\n    weight: 1\n    text", "weight", "unknown key 'weight' – use one of: topic, text")]
    [InlineData("  - topic: fog-signal\n    text", "  - text", "A fog signal", "'topic' is missing – add 'topic: …'")]
    [InlineData("order: 1\n", "order: 1\norder: 2\n", "order: 2", "'order' stands twice – use each key once")]
    [InlineData("title: Harbour", "title: Harbour: ", "title", NoMapping)]
    [InlineData("\"How the", "\"# How the", "summary", "this text is not one plain paragraph – write one paragraph without list, heading or table")]
    [InlineData("\"A fog", "\"- A fog", "A fog", "this text is not one plain paragraph – write one paragraph without list, heading or table")]
    public void A_fault_in_the_front_matter_is_reported_on_its_line(string old, string now, string mark, string message)
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(English, old, now);

        library.Problems().ShouldBe([library.At(English, mark, message)]);
    }

    [Theory]
    [InlineData("title: Harbour lights\n", "title", "add 'title: …'")]
    [InlineData("order: 1\n", "order", "add 'order: …'")]
    [InlineData("information-as-of: 1931-04\n", "information-as-of", "add 'information-as-of: yyyy-MM-dd' (or yyyy-MM, or yyyy)")]
    [InlineData("drafted-with-model: true\n", "drafted-with-model", "add 'drafted-with-model: …'")]
    [InlineData("marking: TLP:CLEAR\n", "marking", "add 'marking: …'")]
    [InlineData("summary: \"How the invented island of Osk lights its two harbours. [@harbour-log:page-1]\"\n", "summary", "add 'summary: …'")]
    public void A_missing_key_is_reported_where_the_front_matter_begins(string line, string key, string advice)
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(English, line, "");

        library.Problems().ShouldBe([$"{English}:2: '{key}' is missing – {advice}"]);
    }

    [Theory]
    [InlineData("key-points: []", "key-points", "'key-points' is not a list of one or more entries")]
    [InlineData("key-points: Osk keeps two beacons", "key-points", "'key-points' is not a list of one or more entries")]
    [InlineData("", "title", "'key-points' is missing")]
    public void A_section_needs_key_points(string now, string mark, string what)
    {
        using var library = TestLibrary.OnlyEnglish();
        var text = library.Read(English);
        var (from, to) = (text.IndexOf("key-points:", StringComparison.Ordinal), text.IndexOf("information-as-of", StringComparison.Ordinal));
        library.Write(English, $"{text[..from]}{now}\n{text[to..]}");

        library.Problems().ShouldBe([library.At(English, mark, $"{what} – write 'key-points:' and each entry on a line that begins with '- '")]);
    }

    [Theory]
    [InlineData("## Topic {#topic}\n", "there is no front matter – begin the file with '---', keys such as 'title: …', and '---'")]
    [InlineData("", "there is no front matter – begin the file with '---', keys such as 'title: …', and '---'")]
    [InlineData("---\ntitle: Lights\n\n## Topic {#topic}\n", "the front matter has no end – put a line '---' behind its last key")]
    [InlineData("---", "the front matter has no end – put a line '---' behind its last key")]
    public void A_file_needs_front_matter_between_two_fences(string text, string message)
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Write(English, text);

        library.Problems().ShouldBe([$"{English}:1: {message}"]);
    }

    [Theory]
    [InlineData("---\n- title\n---\n", "this is not a group of keys – write 'key: value' lines")]
    [InlineData("---\n# title\n---\n", "nothing stands here – write its entries")]
    public void Front_matter_is_a_group_of_keys(string text, string message)
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Write(English, text);

        library.Problems().ShouldBe([$"{English}:2: {message}"]);
    }

    [Fact]
    public void A_section_without_topics_is_reported_below_its_front_matter()
    {
        using var library = TestLibrary.OnlyEnglish();
        var text = library.Read(English);
        library.Write(English, text[..text.IndexOf("## The two", StringComparison.Ordinal)]);

        library.Problems().ShouldBe([$"{English}:18: the section has no topic – add a heading '## Title {{#id}}' and paragraphs below it"]);
    }

    [Theory]
    [InlineData("translation: reviewed\n", "", "title", "'translation' is missing – add 'translation: …'")]
    [InlineData("translation: reviewed", "translation: done", "translation", "'translation' is 'done' – write one of: unreviewed, reviewed")]
    public void A_translation_says_whether_it_was_reviewed(string old, string now, string mark, string message)
    {
        using var library = new TestLibrary();
        library.Replace(French, old, now);

        library.Problems().ShouldBe([library.At(French, mark, message)]);
    }

    [Fact]
    public void The_review_is_read_with_day_and_person_and_its_absence_as_none()
    {
        var sections = TestLibrary.Fixture.Sections("en");

        sections[0].Review.ShouldBe(new(new(1932, 2, 1), "Ada Example"));
        sections[1].Review.ShouldBeNull();
    }

    [Fact]
    public void The_original_needs_no_review_of_its_translation()
    {
        TestLibrary.Fixture.Sections("en").ShouldAllBe(section => section.TranslationReviewed);
        TestLibrary.Fixture.Sections("fr").Select(section => section.TranslationReviewed).ShouldBe([true, false]);
    }

    [Fact]
    public void Line_endings_of_windows_and_a_byte_order_mark_change_neither_texts_nor_line_numbers()
    {
        using var library = TestLibrary.OnlyEnglish();
        var before = library.Load().Sections("en")[0].Topics[1];
        library.Write(English, '\uFEFF' + library.Read(English).Replace("\n", "\r\n", StringComparison.Ordinal));

        var after = library.Load().Sections("en")[0].Topics[1];

        after.Line.ShouldBe(before.Line);
        after.Blocks[0].ShouldBeEquivalentTo(before.Blocks[0]);
    }
}
