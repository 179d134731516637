namespace MoroccoCT.Tests.Briefings.Library;

public class AcronymCheckTests
{
    private const string Section = "sections/lights/en.md";
    private const string Message = "unknown acronym 'XYZ' – add it to glossary.yaml or write the words out";

    [Theory]
    [InlineData(Section, "title: Harbour lights", "title: Harbour XYZ lights")]
    [InlineData(Section, "How the invented", "How XYZ, the invented")]
    [InlineData(Section, "A fog signal", "An XYZ signal")]
    [InlineData(Section, "## The fog signal", "## The XYZ signal")]
    [InlineData(Section, "sounds in fog", "sounds in XYZs")]
    [InlineData(Section, "the pride", "the XYZ")]
    [InlineData(Section, "a red light", "an XYZ light")]
    [InlineData("sources.yaml", "Council of Osk,", "XYZ of Osk,")]
    [InlineData("sources.yaml", "Log of the two", "XYZ of the two")]
    [InlineData("sources.yaml", "{ en: Harbour log,", "{ en: XYZ log,")]
    [InlineData("sources.yaml", "The text in force", "The XYZ in force")]
    [InlineData("sources.yaml", "page-2: { en: page 2,", "page-2: { en: page XYZ,")]
    [InlineData("timeline.yaml", "Both beacons", "Both XYZ")]
    [InlineData("key-figures.yaml", "{ en: two,", "{ en: two XYZ,")]
    [InlineData("key-figures.yaml", "beacons of the OLA,", "beacons of the XYZ,")]
    [InlineData("key-figures.yaml", "{ en: since 1920,", "{ en: since XYZ,")]
    [InlineData("programmes.yaml", "With whom Osk", "With whom XYZ")]
    [InlineData("programmes.yaml", "{ en: Scope,", "{ en: XYZ,")]
    [InlineData("programmes.yaml", "Winter school", "XYZ school")]
    [InlineData("programmes.yaml", "{ en: Oil for", "{ en: XYZ for")]
    [InlineData("method.yaml", "How this was", "How XYZ was")]
    [InlineData("method.yaml", "The texts were", "The XYZ were")]
    [InlineData("glossary.yaml", "{ en: Osk Lamp", "{ en: XYZ Lamp")]
    public void An_acronym_outside_the_glossary_is_reported_wherever_it_stands(string file, string old, string now)
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(file, old, now);

        library.Problems().ShouldBe([library.At(file, "XYZ", Message)]);
    }

    [Fact]
    public void An_acronym_that_fills_a_cell_is_found_and_reported_at_its_table()
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(Section, "| North | One", "| XYZ | One");

        library.Problems().ShouldBe([library.At(Section, "| Harbour", Message)]);
    }

    [Fact]
    public void An_acronym_in_a_translation_counts_too()
    {
        using var library = new TestLibrary();
        library.Replace("sections/lights/fr.md", "par temps de brume", "par temps de XYZ");

        library.Problems().ShouldBe([library.At("sections/lights/fr.md", "XYZ", Message)]);
    }

    [Theory]
    [InlineData("CIA/FBI", "CIA", "FBI")]
    [InlineData("VIX", "VIX")]
    [InlineData("CD and MIX", "CD", "MIX")]
    [InlineData("XYZ (XYZ)", "XYZ")]
    [InlineData("FBI&CIA", "FBI", "CIA")]
    [InlineData("MW of power", "MW")]
    public void What_only_looks_like_a_numeral_or_a_symbol_is_an_acronym(string text, params string[] acronyms)
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(Section, "sounds in fog", text);

        library.Problems().ShouldBe(acronyms.Select(acronym => library.At(Section, text, Message.Replace("XYZ", acronym))));
    }

    [Theory]
    [InlineData("sounds in OLA fog")]
    [InlineData("sounds in Xyz fog, as I and Osk know")]
    [InlineData("sounds in McAB fog")]
    [InlineData("sounds in two OLAs")]
    [InlineData("sounds in fog for Mohammed VI, Hassan II and Louis XIV; Chapter VII, XLII, MCMLVI and the XXth")]
    [InlineData("sounds in S/RES/2178 (2014), A/RES/68/127, S/PV.7316, CTC/2015 and E/CN.4/2005")]
    [InlineData("sounds in Q&A, AT&T, R&D, A380, MQ-9, KC-130H, F-16, 4x4 and C++")]
    [InlineData("sounds at 7 AM, 20 MW, 5 GB, 300 BC, 1437 AH and AD 711, 20 000 MAD and 5 MDH; DDoS, PhDs, CO2, CO₂")]
    [InlineData("sounds in fog marked TLP:RED, TLP:AMBER+STRICT or TLP:CLEAR")]
    [InlineData("sounds at https://osk.example/ABC?DEF=1, ABC@osk.example and www.osk.example/XYZ")]
    public void Known_acronyms_and_ordinary_words_pass(string text)
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(Section, "sounds in fog", text);

        library.Problems().ShouldBeEmpty();
    }
}
