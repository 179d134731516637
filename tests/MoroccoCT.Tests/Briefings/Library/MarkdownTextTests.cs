using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Library;

namespace MoroccoCT.Tests.Briefings.Library;

public class MarkdownTextTests
{
    private const string Lights = "sections/lights/en.md";
    private const string Keepers = "sections/keepers/en.md";
    private const string UseBlocks = "use paragraphs, '-' lists, '>' judgements and tables";
    private const string UseInlines = "use plain text, *emphasis*, **strong**, links with a title and citations";
    private const string AStarIsMeant = " – write \\* where a star is meant, or begin the emphasis with the word";
    private const string Complete = " – complete it, remove it, or write \\ before a sign that is meant to be printed";
    private const string WriteTheLink = " – write the link where it belongs: [words](https://… \"description\")";
    private const string Places = " – an id ends a heading: '## Title {#id}'; a language follows the passage it is of: *words*{lang=fr}";
    private const string NoAddress = "is no web or mail address – write an absolute address that begins with https://";
    private const string NoTitle = "a table without a title – put a paragraph 'Table: its message. [@source-id]' in front of it";
    private const string AloneTitle = "a table title without a table – put the table below it; only a table's title begins with 'Table:'";

    [Theory]
    [InlineData("## The fog", "### The fog", "### The fog", "a heading of level 3 – topics are second-level headings: '## Title {#id}'")]
    [InlineData("## The fog", "# The fog", "# The fog", "a heading of level 1 – topics are second-level headings: '## Title {#id}'")]
    [InlineData(" {#fog-signal}", "", "## The fog", "a topic without an id – end the heading with a stable id such as {#border-security}")]
    [InlineData("{#fog-signal}", "{#Fog_Signal}", "## The fog",
        "'Fog_Signal' cannot be an id – use small letters, digits and hyphens, beginning with a letter")]
    [InlineData("## The two", "Hello. [@lamp-act]\n\n## The two", "Hello", "text stands before the first topic – begin with a heading '## Title {#id}'")]
    [InlineData("## The fog", "<div>fog</div>\n\n## The fog", "<div>", $"raw HTML is not known here – {UseBlocks}")]
    [InlineData("## The fog", "<!-- fog -->\n\n## The fog", "<!--", $"raw HTML is not known here – {UseBlocks}")]
    [InlineData("## The fog", "```\nfog\n```\n\n## The fog", "```", $"code is not known here – {UseBlocks}")]
    [InlineData("## The fog", "***\n\n## The fog", "***", $"a horizontal rule is not known here – {UseBlocks}")]
    [InlineData("a red light. [@lamp-act]\n", "a red light. [@lamp-act]\n\n  ## Colours\n", "## Colours", $"a heading is not known here – {UseBlocks}")]
    [InlineData("> The log", "> - The log", "The log", "a judgement that is not a paragraph – write only paragraphs behind '>'")]
    [InlineData("in fog", "<b>in</b> fog", "<b>", $"raw HTML is not known here – {UseInlines}")]
    [InlineData("in fog", "`in` fog", "`in`", $"code is not known here – {UseInlines}")]
    [InlineData("in fog", "![in](https://osk.example/fog.png \"Fog\") fog", "![in]", $"an image is not known here – {UseInlines}")]
    [InlineData("in fog", "in <https://osk.example> fog", "<https", $"a bare address in angle brackets is not known here – {UseInlines}")]
    [InlineData("They were lit\n", "They were lit  \n", "They were lit", $"a hard line break is not known here – {UseInlines}")]
    [InlineData("They were lit\n", "They were lit\\\n", "They were lit", $"a hard line break is not known here – {UseInlines}")]
    [InlineData("on 1 May", "on [1] [May", "[May", "a bracket that is not closed – close it with ']'; a citation is written [@source-id]")]
    [InlineData("in fog", "in [fog](https://osk.example)", "in [fog]",
        "a link without a description – describe where it leads: [words](https://… \"description\")")]
    [InlineData("in fog", "in [fog](javascript:fog() \"Fog\")", "in [fog]", $"the link 'javascript:fog()' {NoAddress}")]
    [InlineData("in fog", "in [fog](/fog \"Fog\")", "in [fog]", $"the link '/fog' {NoAddress}")]
    [InlineData("in fog", "in [fog](file:///etc/passwd \"Fog\")", "in [fog]", $"the link 'file:///etc/passwd' {NoAddress}")]
    [InlineData("lang=fr", "lang=french", "lang=french", "'french' is no language – write a code of two or three small letters such as {lang=fr}")]
    [InlineData("in fog", "in&#7; fog", "&#7;", "control character U+0007 – remove it; texts are plain Unicode")]
    [InlineData("Table: Two signals tell the harbours apart. [@harbour-log:page-2]\n\n", "", "| Harbour", NoTitle)]
    [InlineData("| Harbour | Signal |\n|---------|--------|\n| North | One long blast |\n| South | Two short blasts |",
        "One long blast, two short blasts. [@lamp-act]", "Table:", AloneTitle)]
    [InlineData("| Harbour | Signal |\n|---------|--------|\n| North | One long blast |\n| South | Two short blasts |", "", "Table:", AloneTitle)]
    [InlineData("## The fog", "Table: One long blast. [@lamp-act]\n\n## The fog", "Table: One", AloneTitle)]
    [InlineData("| South | Two short blasts |", "| South |", "| South", "a row of 1 cells in a table of 2 columns – give every row one cell for each column")]
    [InlineData("| South | Two short blasts |", "| South | Two | blasts |", "| South",
        "a row of 3 cells in a table of 2 columns – give every row one cell for each column")]
    [InlineData("\n| North | One long blast |\n| South | Two short blasts |", "", "| Harbour", "a table without rows – write at least one row below its head")]
    [InlineData("in fog", "in **fog", "in **fog", "'**' that means nothing here" + Complete)]
    [InlineData("in fog", "in fog**", "in fog**", "'**' that means nothing here" + Complete)]
    [InlineData("in fog", "in *fog", "in *fog", "'*' that means nothing here" + Complete)]
    [InlineData("in fog", "in 2*3*4 fog", "in 2*3", "emphasis that begins within a word or number" + AStarIsMeant)]
    [InlineData("in fog", "in thick**fog** here", "in thick", "emphasis that begins within a word or number" + AStarIsMeant)]
    [InlineData("in fog", "in __fog", "in __fog", "'__' that means nothing here" + Complete)]
    [InlineData("in fog", "in ~~fog~~", "in ~~fog", "'~~' that means nothing here" + Complete)]
    [InlineData("in fog", "in ==fog==", "in ==fog", "'==' that means nothing here" + Complete)]
    [InlineData("in fog", "in `fog", "in `fog", "'`' that means nothing here" + Complete)]
    [InlineData("in fog", "in fog[^1]", "in fog[^1]", "'[^1]' that means nothing here" + Complete)]
    [InlineData("in fog", "in [fog](https://osk.example a b)", "in [fog]", "'](' that means nothing here" + Complete)]
    [InlineData("in fog", "in [fog][old]", "in [fog]", "'][' that means nothing here" + Complete,
        "a bracket that is not closed – close it with ']'; a citation is written [@source-id]")]
    [InlineData("in fog", "in [[fog]]", "in [[fog", "'[[' that means nothing here" + Complete)]
    [InlineData("in fog", "in &fogg; fog", "in &fogg;", "'&fogg;' that means nothing here" + Complete)]
    [InlineData("- **South:**", "- [ ] **South:**", "- [ ]", "'[ ]' that means nothing here" + Complete)]
    [InlineData("## The fog", "##The fog. [@lamp-act]\n\n## The fog", "##The", "'##' that means nothing here" + Complete)]
    [InlineData("## The fog", "| North | One. [@lamp-act]\n\n## The fog", "| North | One.", "'|' that means nothing here" + Complete)]
    [InlineData("## The fog", "[^1]: Oskfog\n\n## The fog", "[^1]:", "'[^1]:' defines a link that no words use" + WriteTheLink)]
    [InlineData("## The fog", "[Fog]: Thick\n\n## The fog", "[Fog]:", "'[Fog]:' defines a link that no words use" + WriteTheLink)]
    [InlineData("in fog", "in fog{lang=fr}", "in fog{", "'{lang=…}' at a place where it means nothing" + Places)]
    [InlineData("in fog", "in fog {#fog}", "in fog {", "'{#…}' at a place where it means nothing" + Places)]
    [InlineData("## The fog signal {#fog-signal}", "## The {#fog-signal} fog signal {#fog-signal}", "## The {",
        "'{#…}' at a place where it means nothing" + Places)]
    [InlineData("in fog", "in 会 fog", "in 会", "'会' (U+4F1A) stands in no font of the program – write it in letters of a script that is printed: "
        + "Latin, Arabic, Tifinagh, Greek, Cyrillic or Hebrew")]
    [InlineData("in fog", "in ➔ ⇒ fog", "in ➔", "'⇒' (U+21D2) stands in no font of the program – write '→'",
        "'➔' (U+2794) stands in no font of the program – write '→'")]
    [InlineData("in fog", "in&#x200B; fog", "in&#x200B;", "'\u200B' (U+200B) stands in no font of the program – remove it: it prints nothing")]
    public void What_the_content_model_does_not_know_is_reported_on_its_line(string old, string now, string mark, params string[] messages)
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(Lights, old, now);

        library.Problems().Order().ShouldBe(messages.Select(message => library.At(Lights, mark, message)).Order());
    }

    [Theory]
    [InlineData("A law (the {draft}) and {Ministry of Fog}, {a=1}, {2015}, { spaced }, {é} and the end{s}.")]
    [InlineData("“{quoted}” and {محور} and {.class} and {{template}} and {% block %} and {}.")]
    [InlineData("Five * three, a_b_c, 5 < 6 > 4, C#, #1, a|b, [sic], x=1, ~5, R&D; and \"[…]\".")]
    [InlineData("\\*\\* and \\*star and \\[^1].", "** and *star and [^1].")]
    public void What_is_no_Markdown_is_printed_as_it_stands(string typed, string? printed = null)
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(Lights, "They were lit\non 1 May 1920.", typed);

        library.Load().Sections("en")[0].Topics[0].Blocks[0].ShouldBeOfType<Paragraph>().Content.PlainText()
            .ShouldBe($"The Osk Lamp Authority (OLA) keeps two beacons. {Typography.Apply(printed ?? typed, "en")}");
    }

    [Theory]
    [InlineData("2016. That year. [@lamp-act]", "2016.")]
    [InlineData("3. Third. [@lamp-act]\n4. Fourth. [@lamp-act]", "3.", "4.")]
    [InlineData("1. One. [@lamp-act]\n2. Two. [@lamp-act]\n5. Five. [@lamp-act]", "1.", "2.", "5.")]
    [InlineData("01. One. [@lamp-act]\n02. Two. [@lamp-act]\n10. Ten. [@lamp-act]", "01.", "02.", "10.")]
    [InlineData("- In a list. [@lamp-act]\n\n  007. Seven. [@lamp-act]", "007.")]
    [InlineData("1) One. [@lamp-act]\n2) Two. [@lamp-act]", "1)", "2)")]
    [InlineData("1. One. [@lamp-act]\n1. Two. [@lamp-act]\n1. Three. [@lamp-act]", "1.", "2.", "3.")]
    [InlineData("2016. That year. [@lamp-act]\n2016. And again. [@lamp-act]", "2016.", "2016.")]
    public void Numbers_of_a_list_are_printed_as_they_were_typed(string list, params string[] numbers)
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(Lights, "## The fog", $"{list}\n\n## The fog");

        var read = library.Load().Sections("en")[0].Topics[0].Blocks[^1].ShouldBeOfType<BulletList>();
        Innermost(read).Numbers.ShouldBe(numbers);
    }

    private static BulletList Innermost(BulletList list) => list.Items[^1].OfType<BulletList>().SingleOrDefault() is { } inner ? Innermost(inner) : list;

    [Fact]
    public void A_quotation_reaches_over_emphasis_links_and_passages_of_another_language()
    {
        using var library = new TestLibrary();
        library.Replace("sections/lights/fr.md", "la fierté d'Osk", "la *\"fierté\"* d'*Osk's \"pride\" ?*{lang=en} ; [\"elle\"](https://osk.example \"Osk\")");

        library.Load().Sections("fr")[0].Topics[0].Blocks[1].ShouldBeOfType<Judgement>().Content.PlainText()
            .ShouldBe("Le journal y voit «\u202Fla “fierté” d’Osk’s “pride” ?\u202F; “elle”\u202F».");
    }

    [Theory]
    [InlineData("https://osk.example/fog")]
    [InlineData("http://osk.example")]
    [InlineData("mailto:lamps@osk.example")]
    public void A_link_keeps_address_description_and_words(string address)
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(Lights, "in fog", $"in [thick *fog*]({address} \"What fog is\")");

        var link = FogSignal(library).Blocks.Inlines().OfType<Link>().ShouldHaveSingleItem();

        link.Url.ShouldBe(address);
        link.Title.ShouldBe("What fog is");
        link.Content.PlainText().ShouldBe("thick fog");
    }

    [Fact]
    public void Lines_of_one_paragraph_run_on_and_its_citation_joins_the_words_before()
    {
        var paragraph = Topic("beacons").Blocks[0].ShouldBeOfType<Paragraph>();

        paragraph.Content.Select(inline => inline.GetType()).ShouldBe([typeof(TextRun), typeof(Emphasis), typeof(TextRun), typeof(Citation)]);
        paragraph.Content.PlainText().ShouldBe("The Osk Lamp Authority (OLA) keeps two beacons. They were lit on 1\u00A0May\u00A01920.");
        ((TextRun)paragraph.Content[2]).Text.ShouldBe(" beacons. They were lit on 1\u00A0May\u00A01920.");
    }

    [Fact]
    public void A_quotation_is_a_judgement() =>
        Topic("beacons").Blocks[1].ShouldBeOfType<Judgement>().Content.PlainText().ShouldBe("The log calls them “the pride of Osk”.");

    [Fact]
    public void A_passage_in_another_language_is_tagged_inside_its_emphasis()
    {
        var emphasis = Topic("fog-signal").Blocks.Inlines().OfType<Emphasis>().ShouldHaveSingleItem();

        var foreign = emphasis.Content.ShouldHaveSingleItem().ShouldBeOfType<Foreign>();
        foreign.Language.ShouldBe("fr");
        foreign.Content.PlainText().ShouldBe("Vieille Dame");
    }

    [Fact]
    public void Lists_keep_their_kind_and_nesting()
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(Keepers, "1. The lamp. [@keepers-letters]\n",
            "1. The lamp. [@keepers-letters]\n   - Its oil. [@lamp-act]\n   - Its glass. [@lamp-act]\n");
        var list = library.Load().Sections("en")[1].Topics[1].Blocks[1].ShouldBeOfType<BulletList>();

        list.Ordered.ShouldBeTrue();
        list.Items.Count.ShouldBe(2);
        var inner = list.Items[0][1].ShouldBeOfType<BulletList>();
        inner.Ordered.ShouldBeFalse();
        inner.Items.Select(item => item.PlainText()).ShouldBe(["Its oil.", "Its glass."]);
    }

    [Fact]
    public void A_table_takes_its_title_from_the_paragraph_before_it_and_its_columns_from_its_ruler()
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(Lights, "|---------|--------|", "|:-------:|-------:|");
        var table = FogSignal(library).Blocks[^1].ShouldBeOfType<Table>();

        table.Caption.PlainText().ShouldBe("Two signals tell the harbours apart.");
        table.Caption.OfType<Citation>().ShouldHaveSingleItem();
        table.Header.Select(cell => cell.PlainText()).ShouldBe(["Harbour", "Signal"]);
        table.Rows.Select(row => string.Join('|', row.Select(cell => cell.PlainText()))).ShouldBe(["North|One long blast", "South|Two short blasts"]);
        table.Align.ShouldBe(["center", "end"]);
    }

    [Theory]
    [InlineData("Table: Two", "Table: *Two*", "Two signals tell the harbours apart.")]
    [InlineData("Table: Two", "Table:Two", "Two signals tell the harbours apart.")]
    [InlineData("apart. [@harbour-log:page-2]\n\n|", "apart. [@harbour-log:page-2]\n|", "Two signals tell the harbours apart.")]
    public void A_table_title_may_be_written_close_or_emphasised(string old, string now, string caption)
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(Lights, old, now);

        FogSignal(library).Blocks[^1].ShouldBeOfType<Table>().Caption.PlainText().ShouldBe(caption);
    }

    [Fact]
    public void An_empty_cell_is_a_cell()
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(Lights, "| South | Two short blasts |", "| South |  |");

        FogSignal(library).Blocks[^1].ShouldBeOfType<Table>().Rows[1].Count.ShouldBe(2);
    }

    [Fact]
    public void Quotation_marks_take_the_form_of_the_language_even_beside_emphasis()
    {
        using var library = new TestLibrary();
        library.Replace("sections/lights/fr.md", "la fierté d'Osk", "*la fierté* d'Osk");

        var judgement = library.Load().Sections("fr")[0].Topics[0].Blocks[1].ShouldBeOfType<Judgement>();

        judgement.Content.PlainText().ShouldBe("Le journal y voit «\u202Fla fierté d’Osk\u202F».");
    }

    [Fact]
    public void French_spaces_reach_across_the_end_of_an_emphasis()
    {
        using var library = new TestLibrary();
        library.Replace("sections/lights/fr.md", "*Vieille Dame*, retentit", "*Vieille Dame* ; elle retentit");

        library.Load().Sections("fr")[0].Topics[1].Blocks[0].ShouldBeOfType<Paragraph>().Content.PlainText().ShouldContain("Vieille Dame\u202F; elle");
    }

    private static Topic Topic(string id) => TestLibrary.Fixture.Sections("en")[0].Topics.Single(topic => topic.Id == id);

    private static Topic FogSignal(TestLibrary library) => library.Load().Sections("en")[0].Topics[1];
}
