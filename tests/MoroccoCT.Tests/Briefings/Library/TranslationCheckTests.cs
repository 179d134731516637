namespace MoroccoCT.Tests.Briefings.Library;

public sealed class TranslationCheckTests : IDisposable
{
    private const string English = "sections/lights/en.md";
    private const string French = "sections/lights/fr.md";
    private const string Keepers = "sections/keepers/fr.md";

    private readonly TestLibrary library = new();

    public void Dispose() => library.Dispose();

    [Theory]
    [InlineData("order: 1", "order: 7", "order", "order is 7, in sections/lights/en.md it is 1 – keep them equal")]
    [InlineData("marking: TLP:CLEAR", "marking: TLP:RED", "marking", "marking is TLP:RED, in sections/lights/en.md it is TLP:CLEAR – keep them equal")]
    [InlineData("1931-04", "1931-05", "information-as-of", "information-as-of is 1931-05, in sections/lights/en.md it is 1931-04 – keep them equal")]
    [InlineData("- topic: fog-signal", "- topic: beacons", "Osk entretient",
        "the key points differ from the original in number, topic or citations – keep those of sections/lights/en.md")]
    [InlineData("depuis 1925. [@harbour-log:page-2]", "depuis 1925. [@lamp-act]", "Osk entretient",
        "the key points differ from the original in number, topic or citations – keep those of sections/lights/en.md")]
    [InlineData("par temps de brume. [@harbour-log:page-2]", "par temps de brume. [@harbour-log]", "par temps",
        "this is a paragraph citing [@harbour-log], "
        + "the original is a paragraph citing [@harbour-log:page-2] – keep kind and citations of sections/lights/en.md:31")]
    [InlineData("> Le journal", "Le journal", "Le journal",
        "this is a paragraph citing [@harbour-log:page-1], "
        + "the original is a judgement citing [@harbour-log:page-1] – keep kind and citations of sections/lights/en.md:24")]
    [InlineData("\n- **Sud :** un feu rouge. [@lamp-act]", "", "Nord",
        "this is a list of 1 items citing [@harbour-log:page-1; @lamp-act], "
        + "the original is a list of 2 items citing [@harbour-log:page-1; @lamp-act] [@lamp-act] – keep kind and citations of sections/lights/en.md:26")]
    [InlineData("\n| Sud | Deux coups brefs |", "", "| Port",
        "this is a table of 1 rows and 2 columns citing [@harbour-log:page-2], "
        + "the original is a table of 2 rows and 2 columns citing [@harbour-log:page-2] – keep kind and citations of sections/lights/en.md:35")]
    [InlineData("> Le journal y voit \"la fierté d'Osk\". [@harbour-log:page-1]\n\n", "", "{#beacons}",
        "topic 'beacons' has 2 paragraphs, lists and tables, the original 3 – translate each part of sections/lights/en.md:19")]
    public void A_translation_that_says_something_else_is_reported_on_its_line(string old, string now, string mark, string message)
    {
        library.Replace(French, old, now);

        library.Problems().ShouldBe([library.At(French, mark, message)]);
    }

    [Fact]
    public void Citations_that_changed_places_within_a_list_are_reported()
    {
        library.Replace(French, "un feu rouge. [@lamp-act]", "un feu rouge. [@harbour-log:page-1; @lamp-act]");
        var text = library.Read(French);
        var north = text.IndexOf("[@harbour-log:page-1; @lamp-act]", StringComparison.Ordinal);
        library.Write(French, $"{text[..north]}[@lamp-act]{text[(north + "[@harbour-log:page-1; @lamp-act]".Length)..]}");

        library.Problems().ShouldHaveSingleItem().ShouldContain("a list of 2 items citing [@lamp-act] [@harbour-log:page-1; @lamp-act], the original");
    }

    [Fact]
    public void Citations_that_changed_places_within_one_bracket_are_reported()
    {
        library.Replace(French, "[@harbour-log:page-1; @lamp-act]", "[@lamp-act; @harbour-log:page-1]");

        library.Problems().ShouldHaveSingleItem().ShouldContain("citing [@lamp-act; @harbour-log:page-1]");
    }

    [Fact]
    public void A_topic_that_is_not_translated_is_reported_with_the_place_of_the_original()
    {
        RemovePay();

        library.Problems().ShouldBe([$"{Keepers}:1: topic 'pay' is not translated – translate it from sections/keepers/en.md:28"]);
    }

    [Fact]
    public void A_topic_that_only_the_translation_has_is_reported()
    {
        library.Write(Keepers, library.Read(Keepers) + "\n## La retraite {#pension}\n\nElle est longue. [@lamp-act]\n");

        library.Problems().ShouldBe([library.At(
            Keepers, "{#pension}", "topic 'pension' does not stand in the original – remove it or add it to sections/keepers/en.md")]);
    }

    [Fact]
    public void Topics_in_another_order_are_reported()
    {
        RemovePay();
        library.Replace(Keepers, "## Le service", "## La solde {#pay}\n\nLes gardiens sont payés en huile de lampe. [@lamp-act]\n\n## Le service");

        library.Problems().ShouldBe([library.At(
            Keepers, "{#pay}", "the topics stand in another order than in the original – keep the order of sections/keepers/en.md")]);
    }

    [Theory]
    [InlineData("sources.yaml", "Kept daily by people who were there., fr: Tenu chaque jour par des témoins.", "Kept daily by people who were there.",
        "'harbour-log: note' has no text in 'fr'")]
    [InlineData("sources.yaml", "{ en: Keepers' letters, fr: Lettres des gardiens }", "{ en: Keepers' letters }",
        "'keepers-letters: short' has no text in 'fr'")]
    [InlineData("sources.yaml", "{ en: page 3, fr: page 3 }", "{ en: page 3 }", "'harbour-log: page-3' has no text in 'fr'")]
    [InlineData("timeline.yaml", "{ en: Both beacons are lit, fr: Les deux phares sont allumés }", "{ en: Both beacons are lit }",
        "'beacons-lit' has no text in 'fr'")]
    [InlineData("key-figures.yaml", "{ en: since 1920, fr: depuis 1920 }", "{ en: since 1920 }", "'beacons: date' has no text in 'fr'")]
    [InlineData("programmes.yaml", "{ en: \"With whom Osk keeps its lights\", fr: \"Avec qui Osk entretient ses feux\" }",
        "{ en: \"With whom Osk keeps its lights\" }", "'title' has no text in 'fr'")]
    [InlineData("programmes.yaml", "{ en: Scope, fr: Objet }", "{ en: Scope }", "'columns: scope' has no text in 'fr'")]
    [InlineData("programmes.yaml", "{ en: Winter school, fr: École d'hiver }", "{ en: Winter school }", "'winter-school: name' has no text in 'fr'")]
    [InlineData("glossary.yaml", "{ en: Osk Lamp Authority, fr: Autorité des lampes d'Osk }", "{ en: Osk Lamp Authority }", "'OLA' has no text in 'fr'")]
    [InlineData("method.yaml", "{ en: How this was made, fr: Comment ce texte est fait }", "{ en: How this was made }",
        "'composition: title' has no text in 'fr'")]
    public void A_text_of_a_data_file_without_translation_is_reported_on_its_line(string file, string old, string now, string what)
    {
        library.Replace(file, old, now);

        library.Problems().ShouldBe([library.At(file, now, $"{what} – add 'fr: …' below it")]);
    }

    [Fact]
    public void Data_files_may_hold_a_language_that_is_not_offered_yet()
    {
        library.Replace("timeline.yaml", "en: Both beacons are lit,", "en: Both beacons are lit, ar: أضيئت المنارتان,");

        library.Problems().ShouldBeEmpty();
        library.Load().Languages.ShouldBe(["en", "fr"]);
    }

    [Fact]
    public void The_original_is_not_compared_with_itself()
    {
        foreach (var section in new[] { "lights", "keepers" })
            library.Delete($"sections/{section}/fr.md");
        library.Replace(English, "> The log calls them", "The log calls them");

        library.Problems().ShouldBeEmpty();
    }

    private void RemovePay()
    {
        var text = library.Read(Keepers);
        library.Write(Keepers, text[..text.IndexOf("## La solde", StringComparison.Ordinal)]);
    }
}
