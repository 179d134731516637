using MoroccoCT.Briefings.Library;

namespace MoroccoCT.Tests.Briefings.Library;

public class LabelCheckTests
{
    private const string File = "labels.yaml";

    [Fact]
    public void A_missing_label_is_reported_by_its_key()
    {
        using var library = new TestLibrary();
        library.Replace(File, "\nglossary:", "\nglosary:");

        library.Problems().ShouldBe([$"{File}:1: the label 'glossary' is missing – add 'glossary:' with a text in each language"]);
    }

    [Fact]
    public void A_label_without_a_translation_is_reported_on_its_line()
    {
        using var library = new TestLibrary();
        Rewrite(library, "glossary", """glossary: {"en":"Glossary"}""");

        library.Problems().ShouldBe([library.At(File, "glossary:", "'glossary' has no text in 'fr' – add 'fr: …' below it")]);
    }

    [Theory]
    [InlineData("last-reviewed", "Reviewed {date} by {reviewer}", "Relu {jour} par {reviewer}",
        "asks for {jour} in 'fr', which nothing fills – use only {date}, {reviewer}")]
    [InlineData("month-year", "{moon} {year}", "{month} {year}", "asks for {moon} in 'en', which nothing fills – use only {month}, {year}")]
    [InlineData("contact", "Contact {name}", "Contact", "asks for {name} in 'en', which nothing fills – write it without braces")]
    public void A_place_that_nothing_fills_is_reported(string key, string english, string french, string message)
    {
        using var library = new TestLibrary();
        Rewrite(library, key, $$"""{{key}}: {"en":"{{english}}","fr":"{{french}}"}""");

        library.Problems().ShouldBe([library.At(File, $"{key}:", $"the label '{key}' {message}")]);
    }

    [Fact]
    public void Places_belong_to_labels_that_exist() => LabelKeys.All.ShouldBe([.. LabelKeys.All.Union(LabelKeys.Places.Keys)]);

    [Fact]
    public void A_translation_may_leave_a_place_out()
    {
        using var library = new TestLibrary();
        Rewrite(library, "first-day", """first-day: {"en":"{day} {month} {year}","fr":"1er {month} {year}"}""");

        library.Problems().ShouldBeEmpty();
    }

    [Fact]
    public void The_keys_the_product_asks_for_are_all_different() => LabelKeys.All.ShouldBeUnique();

    private static void Rewrite(TestLibrary library, string key, string line)
    {
        var lines = library.Read(File).Split('\n');
        lines[Array.FindIndex(lines, text => text.StartsWith($"{key}:", StringComparison.Ordinal))] = line;
        library.Write(File, string.Join('\n', lines));
    }
}
