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

    [Fact]
    public void A_place_that_nothing_fills_is_reported()
    {
        using var library = new TestLibrary();
        Rewrite(library, "last-reviewed", """last-reviewed: {"en":"Reviewed {date} by {reviewer}","fr":"Relu {jour} par {reviewer}"}""");

        library.Problems().ShouldBe([library.At(File, "last-reviewed:", "the label 'last-reviewed' has {jour} in 'fr' only – use the places of the text in 'en': {date}, {reviewer}")]);
    }

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
