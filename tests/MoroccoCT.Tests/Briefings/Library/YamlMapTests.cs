using MoroccoCT.Briefings.Library;

namespace MoroccoCT.Tests.Briefings.Library;

public class YamlMapTests
{
    private const string Timeline = "timeline.yaml";
    private const string NoId = "use small letters, digits and hyphens, beginning with a letter";
    private const string BeaconsText = "{ en: Both beacons are lit, fr: Les deux phares sont allumés }";

    [Theory]
    [InlineData(Timeline, "- id: beacons-lit", "- id: Beacons lit", "Beacons lit", $"'Beacons lit' cannot be an id – {NoId}")]
    [InlineData(Timeline, "- id: beacons-lit\n  date", "- date", "1920-05-01", "'id' is missing – add 'id: …'")]
    [InlineData(Timeline, "date: 1925", "date: 1925-13", "1925-13", "'date' is '1925-13', which is no date – write yyyy, yyyy-MM or yyyy-MM-dd")]
    [InlineData(Timeline, "  date: 1925\n", "", "fog-signal-sounds", "'date' is missing – add 'date: yyyy-MM-dd' (or yyyy-MM, or yyyy)")]
    [InlineData(Timeline, "  topic: pay\n", "", "lamp-act-passed", "'topic' is missing – add 'topic: …'")]
    [InlineData(Timeline, "  topic: pay\n", "  topic: pay\n  colour: red\n", "colour",
        "unknown key 'colour' – use one of: id, date, section, topic, sources, text")]
    [InlineData(Timeline, "[harbour-log:page-2]", "harbour-log", "sources: harbour-log\n",
        "'sources' is not a list of one or more – write 'sources: [one, two]'")]
    [InlineData(Timeline, "[harbour-log:page-2]", "[]", "[]", "'sources' is not a list of one or more – write 'sources: [one, two]'")]
    [InlineData(Timeline, "  sources: [harbour-log:page-2]\n", "", "fog-signal-sounds", "'sources' is missing – write 'sources: [one, two]'")]
    [InlineData(Timeline, BeaconsText, "Both beacons are lit", "Both beacons", "'text' is not a group of keys – write 'text:' and its keys indented below")]
    [InlineData(Timeline, $"  text: {BeaconsText}\n", "", "beacons-lit", "'text' is missing – write 'text:' and its keys indented below")]
    [InlineData(Timeline, "en: Both beacons are lit, ", "", "Les deux phares", "'text' has no text in the original language – add 'en: …' below it")]
    [InlineData(Timeline, "en: Both beacons are lit,", "en: ,", "Les deux phares", "'en' is missing – add 'en: …'")]
    [InlineData(Timeline, "en: Both beacons are lit,", "en: Both beacons are lit, de: Beide,", "Beide", "unknown key 'de' – use one of: en, fr, ar")]
    [InlineData(Timeline, "en: Both beacons are lit,", "en: \"Both beacons\\x07 are lit\",", "Both",
        "control character U+0007 – remove it; texts are plain Unicode")]
    [InlineData("sources.yaml", "type: unidentified", "type: rumour", "rumour",
        "'type' is 'rumour' – write one of: advocacy-paper, government-report, official-statement, agreement, legislation, programme-document, unidentified")]
    [InlineData("sources.yaml", "language: fr", "language: de", "language: de", "'language' is 'de' – write one of: en, fr, ar")]
    [InlineData("sources.yaml", "date: 1930", "date: then", "then", "'date' is 'then', which is no date – write yyyy, yyyy-MM or yyyy-MM-dd")]
    [InlineData("sources.yaml", "page-2:", "Page 2:", "Page 2", $"'Page 2' cannot be an id – {NoId}")]
    [InlineData("sources.yaml", "page-2: { en: page 2, fr: page 2 }", "page-2: page 2", "page-2",
        "'page-2' is not a group of keys – write 'page-2:' and its keys indented below")]
    [InlineData("key-figures.yaml", "  section: keepers\n", "", "id: keepers", "'section' is missing – add 'section: …'")]
    [InlineData("key-figures.yaml", "  value: { en: six, fr: six }\n", "", "id: keepers", "'value' is missing – write 'value:' and its keys indented below")]
    [InlineData("glossary.yaml", "- term: TLP\n  language", "- language", "- language", "'term' is missing – add 'term: …'")]
    [InlineData("programmes.yaml", "columns:", "heads:", "heads", "unknown key 'heads' – use one of: title, rows, columns")]
    [InlineData("programmes.yaml", "  scope: { en: Scope, fr: Objet }\n", "  scope: { en: Scope, fr: Objet }\n  cost: { en: Cost, fr: Prix }\n", "Cost",
        "unknown key 'cost' – use one of: name, partners, since, scope")]
    [InlineData("programmes.yaml", "    topic: beacons\n", "", "id: oil", "'topic' is missing – add 'topic: …'")]
    public void A_fault_in_a_data_file_is_reported_on_its_line(string file, string old, string now, string mark, string message)
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(file, old, now);

        library.Problems().ShouldContain(library.At(file, mark.TrimEnd('\n'), message));
    }

    [Fact]
    public void A_missing_group_is_reported_beside_the_key_that_took_its_place()
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace("programmes.yaml", "columns:", "heads:");

        library.Problems().ShouldBe(
        [
            "programmes.yaml:1: 'columns' is missing – write 'columns:' and its keys indented below",
            library.At("programmes.yaml", "heads", "unknown key 'heads' – use one of: title, rows, columns"),
        ]);
    }

    [Fact]
    public void A_text_folded_over_lines_is_one_line()
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace("method.yaml", "text: { en: The texts were invented for tests., fr: Les textes ont été inventés pour des tests. }",
            "text:\n    en: >\n      The texts were\n      invented.");

        library.Load().Method[0].Text.In("en").ShouldBe("The texts were invented.");
    }

    [Fact]
    public void Nothing_written_and_null_are_the_same()
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace("sources.yaml", "  date: 1930\n", "  date:\n");
        library.Replace("sources.yaml", "  date: 1919-12-24\n", "");

        library.Load().Sources.Select(source => source.Date).ShouldBe([null, null, null]);
    }

    [Fact]
    public void Every_part_of_a_source_is_read()
    {
        var source = TestLibrary.Fixture.Sources[0];

        source.ShouldSatisfyAllConditions(
            () => source.Id.ShouldBe("harbour-log"),
            () => source.Author.In("fr").ShouldBe("Capitainerie d’Osk"),
            () => source.Title.In("en").ShouldBe("Log of the two harbours"),
            () => source.Short.In("en").ShouldBe("Harbour log"),
            () => source.Language.ShouldBe("fr"),
            () => source.Date.ShouldBe(new PartialDate(1930, null, null)),
            () => source.Type.ShouldBe("official-statement"),
            () => source.Note.In("en").ShouldBe("Kept daily by people who were there."),
            () => source.Passages.Keys.ShouldBe(["page-1", "page-2", "page-3"]));
    }
}
