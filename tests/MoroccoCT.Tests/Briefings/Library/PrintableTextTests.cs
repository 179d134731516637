namespace MoroccoCT.Tests.Briefings.Library;

/// <summary>Whatever text of the library a document may print, a letter without a font is found before an order meets it.</summary>
public class PrintableTextTests
{
    private const string Message = "'会' (U+4F1A) stands in no font of the program – write it in letters of a script that is printed: "
        + "Latin, Arabic, Tifinagh, Greek, Cyrillic or Hebrew";

    [Theory]
    [InlineData("sections/lights/en.md", "title: Harbour lights", "title: Harbour 会 lights")]
    [InlineData("sections/lights/en.md", "How the invented", "How 会 the invented")]
    [InlineData("sections/lights/en.md", "A fog signal", "A 会 signal")]
    [InlineData("sections/lights/en.md", "reviewer: Ada", "reviewer: 会 Ada")]
    [InlineData("sections/lights/en.md", "## The fog signal", "## The 会 signal")]
    [InlineData("sections/lights/en.md", "on 1 May", "on 会 May")]
    [InlineData("sections/lights/en.md", "a red light", "a 会 light")]
    [InlineData("sections/lights/en.md", "Vieille Dame", "Vieille 会")]
    [InlineData("sections/lights/en.md", "Two signals", "Two 会")]
    [InlineData("sections/lights/en.md", "| South |", "| 会 |")]
    [InlineData("sources.yaml", "Council of Osk,", "会 of Osk,")]
    [InlineData("sources.yaml", "page-2: { en: page 2,", "page-2: { en: page 会,")]
    [InlineData("timeline.yaml", "Both beacons", "Both 会")]
    [InlineData("key-figures.yaml", "{ en: two,", "{ en: two 会,")]
    [InlineData("programmes.yaml", "Winter school", "会 school")]
    [InlineData("method.yaml", "The texts were", "The 会 were")]
    [InlineData("glossary.yaml", "{ en: Osk Lamp", "{ en: 会 Lamp")]
    public void A_letter_without_a_font_is_told_with_file_and_line(string file, string old, string now)
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(file, old, now);

        library.Problems().ShouldBe([library.At(file, "会", Message)]);
    }

    [Fact]
    public void A_label_counts_too()
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace("labels.yaml", "\"Contents\"", "\"Contents 会\"");

        library.Problems().ShouldBe([library.At("labels.yaml", "会", Message)]);
    }

    [Fact]
    public void In_a_text_of_many_lines_it_is_told_with_its_own()
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace("sections/lights/en.md", "title: Harbour lights", "title: >-\n  Harbour\n  lights\n  会");

        library.Problems().ShouldBe([library.At("sections/lights/en.md", "会", Message)]);
    }

    [Theory]
    [InlineData("ⵍⵎⵖⵔⵉⴱ, Taɣezzut, Muḥend, Ɛli, Doğan Yıldız İşçi")]
    [InlineData("שלום, Αθήνα, Київ, المغرب, ﴾ and ﴿")]
    [InlineData("a non‑breaking hyphen, → ← ↑ ↓, ʿAbd al‑Ḥaqq, ½, №, °, ±, ≤, ≥, €")]
    [InlineData("Cafe\u0301 and H\u0323asan")]
    public void What_the_fonts_have_passes(string text)
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace("sections/lights/en.md", "sounds in fog", $"sounds in {text}");

        library.Problems().ShouldBeEmpty();
    }

    [Fact]
    public void A_star_that_leads_to_a_note_and_signs_of_addresses_are_no_Markdown()
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace("sources.yaml", "Council of Osk,", "Council* of https://osk.example/a__b?c==,");
        library.Replace("sections/lights/en.md", "sounds in fog", "sounds in https://osk.example/a__b?c==&d;");

        library.Problems().ShouldBeEmpty();
    }

    [Fact]
    public void What_overrides_direction_is_to_be_removed()
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace("sections/lights/en.md", "sounds in fog", "sounds in \u202Efog");

        library.Problems().ShouldBe([library.At("sections/lights/en.md", "\u202E",
            "'\u202E' (U+202E) stands in no font of the program – remove it: it prints nothing")]);
    }

    [Theory]
    [InlineData("sections/lights/en.md", "title: Harbour lights", "title: Harbour **lights**", "title: Harbour", "**")]
    [InlineData("sources.yaml", "Council of Osk,", "Council of *Osk*,", "*Osk*", "*Osk*")]
    [InlineData("timeline.yaml", "Both beacons", "Both _beacons_", "_beacons_", "_beacons_")]
    [InlineData("method.yaml", "The texts were", "The <b>texts</b> were", "<b>", "<b>")]
    public void Markdown_in_a_text_that_is_none_is_told(string file, string old, string now, string mark, string sign)
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(file, old, now);

        const string advice = "write the words alone: this text is printed as it stands";
        library.Problems().ShouldBe([library.At(file, mark, $"'{sign}' in a text that is no Markdown – {advice}")]);
    }
}
