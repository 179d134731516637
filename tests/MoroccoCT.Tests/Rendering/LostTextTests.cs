using MoroccoCT.Briefings.Orders;
using MoroccoCT.Rendering;
using MoroccoCT.Tests.Library;

namespace MoroccoCT.Tests.Rendering;

/// <summary>Words that a layout leaves out refuse the document, whatever the engine says.</summary>
[Collection(RenderingCollection.Name)]
public sealed class LostTextTests(RenderingFixture documents) : IDisposable
{
    private readonly LibraryCopy copy = new();

    [Theory]
    [InlineData("en", "Morocco works with the US Department of Homeland Security and with US Custom")]
    [InlineData("fr", "Le Maroc travaille avec le département américain de la Sécurité")]
    [InlineData("ar", "يعمل المغرب مع وزارة الأمن الداخلي الأمريكية")]
    public async Task A_paragraph_that_the_layout_leaves_out_is_named(string language, string beginning)
    {
        const string function = "#let block-of(theme, key, it, introduces: false, opens: false) = {";
        copy.Replace("layouts/block.typ", function, function + "\n  if key.contains(\"border\") { return none }");

        (await RefusalAsync(language)).ShouldStartWith($"The pages lack, in whole or in part: “{beginning}");
    }

    [Fact]
    public async Task A_last_line_that_the_layout_drops_is_missed()
    {
        copy.Replace("layouts/inline.typ", "if kind == \"text\" { running-text(theme, piece.text) }",
            "if kind == \"text\" { running-text(theme, if piece.text.len() > 200 { piece.text.clusters().slice(0, -40).join() } else { piece.text }) }");

        (await RefusalAsync("en")).ShouldStartWith("The pages lack, in whole or in part: “");
    }

    [Theory]
    [InlineData("notes.typ", "  plain(theme, it.text)\n", "", "Unattributed quotation")]
    [InlineData("table.typ", "row.map(cell => inline(theme, cell))",
        "row.map(cell => if plain-text(cell).starts-with(\"Joint\") [–] else { inline(theme, cell) })",
        "Joint exercises at the border")]
    [InlineData("block.typ", "      inline(theme, it.content)\n    }",
        "      if not plain-text(it.content).starts-with(\"The second\") { inline(theme, it.content) }\n    }",
        "The second item of a list")]
    [InlineData("timeline.typ", "cell(it.text, plain(theme, it.text) + marker(theme, it.note))", "cell(it.text, marker(theme, it.note))", "")]
    [InlineData("programmes.typ", "marker(theme, row.note) } else { plain(theme, string) }", "marker(theme, row.note) } else [–]", "")]
    public async Task A_part_that_the_layout_leaves_out_is_named(string layout, string sound, string broken, string beginning)
    {
        AddAwkwardTopic();
        copy.Replace("layouts/table.typ", "#import \"inline.typ\": inline\n", "#import \"inline.typ\": inline, plain-text\n");
        copy.Replace($"layouts/{layout}", sound, broken);

        (await RefusalAsync("en", "us-cooperation", "regional")).ShouldStartWith($"The pages lack, in whole or in part: “{beginning}");
    }

    /// <summary>Tables, lists, addresses, quotations, numbers, other scripts, combining signs and words too long for a line.</summary>
    [Theory]
    [MemberData(nameof(RenderingFixture.LanguagesAndDepths), MemberType = typeof(RenderingFixture))]
    public async Task Awkward_texts_are_found_again(string language, Depth depth)
    {
        AddAwkwardTopic();
        var renderer = documents.Renderer(copy.Load());
        var letter = new BriefingOrder
        {
            Sections = ["regional", "domestic"],
            Language = language,
            Depth = depth,
            Paper = Paper.Letter,
            Profile = Profile.Archive,
            Title = "ⵜⴰⵎⴰⵣⵉⵖⵜ Ελλάδα Россия שָׁלוֹם مَراكِش Ḥasan ȟȟ ﻻﻷ ְֱֲ",
            PreparedFor = "Ḏ ḏ ṡ ṣ",
        };
        var topics = new BriefingOrder { Sections = ["regional"], Topics = ["awkward", "gctf"], Language = language, Depth = depth };

        await Should.NotThrowAsync(() => renderer.RenderAsync(letter, new(RenderingFixture.Date), CancellationToken.None));
        await Should.NotThrowAsync(() => renderer.RenderAsync(topics, new(RenderingFixture.Date), CancellationToken.None));
    }

    public void Dispose() => copy.Dispose();

    private void AddAwkwardTopic()
    {
        foreach (var language in new[] { "en", "fr", "ar" })
            AddAwkwardTopic(language);
    }

    private void AddAwkwardTopic(string language) => copy.Write($"sections/regional/{language}.md", $$"""
        {{copy.Read($"sections/regional/{language}.md")}}
        ## Awkward {#awkward}

        {{Words(language)}} https://example.org/a?b=1&c=2;d/{{new string('x', 70)}}
        "{{Words(language)}}" +212 537 12 34 56, **C++**, *B-52*, S/RES/2178. [@fact-sheet]

        שָׁלוֹם עֲלֵיכֶם ⵜⴰⵎⴰⵣⵉⵖⵜ ⴰⵎⴰⵣⵉⵖ Ελλάδα ᾧ ΰ Россия Ё й ḏ ḍ ȟ ẖ ṡ ǰ ﬁ ﬃ æ مُحَمَّدٌ لَا إِلَٰهَ الآن ﷺ ﻻ. [@fact-sheet]

        {{new string('w', 160)}} {{string.Concat(Enumerable.Repeat("interdepartmental-cooperation", 6))}}. [@fact-sheet]

        - The first item of a list: {{Words(language)}}. [@fact-sheet]
        - The second item of a list tells something else altogether. [@fact-sheet]
          1. {{Words(language)}}. [@fact-sheet]

        > {{Words(language)}}. [@fact-sheet]

        Table: {{Words(language)}}. [@fact-sheet]

        | Office | Work | Remark |
        |---|---|---|
        | {{Words(language)}} | Joint exercises at the border | {{Words(language)}} |
        | a | 1 | {{string.Join(' ', Enumerable.Repeat(Words(language), 60))}} |

        """);

    private static string Words(string language) => language switch
    {
        "ar" => "الاتفاق الأول للآمنين (2016) رقم 5 من «المكتب» لا إلى الأمام، أي DHS و FBI، لِلإصلاح",
        "fr" => "l’été où l’« Œuvre » : 12 % d’aujourd’hui ; n° 5 – vingt-et-un sous-officiers, qu’est-ce ?",
        _ => "the “first” office’s (2016) difficult affluent fjord, 5 km off – well-known, e.g. FBI/DHS & co.",
    };

    private async Task<string> RefusalAsync(string language, params string[] sections)
    {
        var order = new BriefingOrder { Sections = sections is [] ? ["us-cooperation"] : sections, Language = language };
        var render = documents.Renderer(copy.Load()).RenderAsync(order, new(RenderingFixture.Date), CancellationToken.None);
        return (await Should.ThrowAsync<DocumentRefusedException>(render)).Message;
    }
}
