using System.Text.Json;
using MoroccoCT.Briefings;
using MoroccoCT.Briefings.Developments;
using MoroccoCT.Briefings.Editions;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Rendering;
using MoroccoCT.Tests.Briefings;
using MoroccoCT.Tests.Briefings.Composition;
using MoroccoCT.Tests.Rendering.Conformance;
using static MoroccoCT.Tests.Rendering.Conformance.Typography;

namespace MoroccoCT.Tests.Rendering;

/// <summary>The pages of an edition, from the news to what little follows of the standing sections.</summary>
[Collection(RenderingCollection.Name)]
public sealed class EditionLayoutTests(RenderingFixture documents)
{
    /// <summary>Made up, and said to be.</summary>
    private static readonly EditionDevelopment invented = new("MCT-D-2026-0001", new()
    {
        Date = "2026-11-18",
        Section = "domestic",
        Texts = new Dictionary<string, WrittenText>
        {
            ["en"] = new("An invented office opens", "This sentence is invented for a test. [@invented-note]\n\n- So is this one. [@invented-note]"),
            ["fr"] = new("Un bureau inventé ouvre", "Cette phrase est inventée pour un essai. [@invented-note]"),
            ["ar"] = new("افتتاح مكتب مُختلَق", "هذه الجملة مُختلَقة للاختبار. [@invented-note]"),
        },
        Sources = [Note],
    });

    private static readonly EditionDevelopment untranslated = new("MCT-D-2026-0002", new()
    {
        Date = "2026-11-20",
        Section = "regional",
        Texts = new Dictionary<string, WrittenText>
        {
            ["en"] = new("Only in English, and invented", "Nobody has translated this invented line. [@invented-note]"),
        },
        Sources = [Note],
    }, IsUpdate: true);

    private static EditionContent Content(string language) => new()
    {
        Cut = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero),
        Since = "MCT-W-2026-46",
        Developments = [invented, untranslated],
        Withdrawn =
        [
            new("MCT-D-2026-0009", invented.Content.Texts.ToDictionary(text => text.Key, text => text.Value.Title), new(2026, 11, 19), "It was invented."),
        ],
        Changes =
        [
            new("domestic", "legal-framework", "An invented topic", TopicChangeKind.Text,
            [
                language == "ar" ? new("كان هذا نصًّا قديمًا مُختلَقًا.", "صار هذا نصًّا جديدًا مُختلَقًا.", [])
                    : new("An old wording, made up for a test.", "A new wording, made up for a trial.", []),
                new(null, "A passage that came in.", []),
                new("A passage that went.", null, []),
            ]),
            new("domestic", "sources-only", "Another invented topic", TopicChangeKind.Sources, []),
            new("regional", "gone", "A topic that was invented", TopicChangeKind.Withdrawn, []),
        ],
    };

    private static WrittenSource Note => new()
    {
        Id = "invented-note",
        Author = new Dictionary<string, string> { ["en"] = "An invented office" },
        Title = new Dictionary<string, string> { ["en"] = "An invented note" },
        Short = new Dictionary<string, string> { ["en"] = "Invented note" },
        Language = "en",
        Date = "2026-11-18",
        Type = "unidentified",
        Note = new Dictionary<string, string> { ["en"] = "It does not exist." },
    };

    public static TheoryData<string, Standing> LanguagesAndStandings()
    {
        var cases = new TheoryData<string, Standing>();
        foreach (var language in TestLibrary.Real.Languages)
        {
            foreach (var standing in Enum.GetValues<Standing>())
                cases.Add(language, standing);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(LanguagesAndStandings))]
    public async Task It_has_two_to_four_pages_unless_the_sections_follow_in_full(string language, Standing standing)
    {
        var rendered = await RenderAsync(language, Content(language) with { Standing = standing });

        rendered.Pages.ShouldBeInRange(standing == Standing.Full ? 8 : 2, standing == Standing.Full ? 16 : 4);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("ar")]
    public async Task An_edition_without_news_is_whole_all_the_same(string language)
    {
        var rendered = await RenderAsync(language, new() { Cut = DateTimeOffset.UnixEpoch, Since = "MCT-W-2026-46", Standing = Standing.Link });

        Words(rendered).ShouldContain(Key(TestLibrary.Real.Labels["news-none"].In(language), language));
        rendered.Pages.ShouldBe(1);
    }

    [Fact]
    public async Task Headings_lead_from_the_news_to_each_item_without_a_gap()
    {
        var pdf = TaggedPdf.Read((await RenderAsync("en", Content("en"))).Pdf);
        var headings = pdf.Structure.All.Where(element => element.HeadingLevel > 0).Select(element => (element.HeadingLevel, element.Text.Trim())).ToList();

        headings.Zip(headings.Skip(1)).ShouldAllBe(pair => pair.Second.HeadingLevel <= pair.First.HeadingLevel + 1);
        headings.SkipWhile(heading => heading.Item2 != "New this week").Take(5).ShouldBe(
        [
            (2, "New this week"), (3, "Domestic security initiatives"), (4, "An invented office opens"), (3, "Regional cooperation"),
            (4, "Only in English, and invented"),
        ]);
    }

    [Fact]
    public async Task Which_wording_is_the_older_is_said_in_words()
    {
        var texts = TaggedPdf.Read((await RenderAsync("en", Content("en"))).Pdf).Structure.All.Select(element => element.Text.Trim()).ToList();
        var before = texts.IndexOf("An old wording, made up for a test.");
        var now = texts.IndexOf("A new wording, made up for a trial.");

        (texts[..before].FindLast(text => text is "Before" or "Now"), texts[..now].FindLast(text => text is "Before" or "Now")).ShouldBe(("Before", "Now"));
    }

    [Fact]
    public async Task A_text_in_another_language_is_tagged_with_it()
    {
        var pdf = TaggedPdf.Read((await RenderAsync("ar", Content("ar"))).Pdf);

        pdf.Structure.All.SelectMany(element => element.Texts).Where(text => text.Text.Contains("translated", StringComparison.Ordinal))
            .Select(text => text.Language).Distinct().ShouldBe(["en"]);
    }

    [Fact]
    public async Task The_same_news_give_the_same_bytes_and_other_news_another_fingerprint()
    {
        var first = await RenderAsync("en", Content("en"));

        (await RenderAsync("en", Content("en"))).Sha256.ShouldBe(first.Sha256);
        (await RenderAsync("en", Content("en") with { Since = "MCT-W-2026-45" })).Manifest.Fingerprint.ShouldNotBe(first.Manifest.Fingerprint);
    }

    [Fact]
    public async Task The_manifest_names_the_news_and_stays_small()
    {
        var crowded = Content("en") with { Developments = [.. Enumerable.Range(1, 60).Select(place => Long(place))], Standing = Standing.Link };
        var manifest = (await RenderAsync("en", crowded)).Manifest;

        manifest.Edition!.Developments.Count.ShouldBe(60);
        JsonSerializer.SerializeToUtf8Bytes(manifest, BriefingJson.Indented).Length.ShouldBeLessThan(64 * 1024);
    }

    [Fact]
    public async Task A_file_of_an_edition_without_the_news_is_refused()
    {
        var prepared = await documents.Renderer().PrepareAsync(Order("en"), Issue(Content("en")), CancellationToken.None);
        var without = prepared with { Briefing = prepared.Briefing with { News = null } };
        var document = await documents.Engines.TypesetAsync(BriefingRenderer.Job(without), CancellationToken.None);

        Should.Throw<DocumentRefusedException>(() => DocumentCheck.Check(document, prepared.Briefing, Profile.Accessible));
    }

    private static EditionDevelopment Long(int place) => new($"MCT-D-2026-{place:D4}", new()
    {
        Date = "2026-11-18",
        Section = "domestic",
        Texts = new Dictionary<string, WrittenText>
        {
            ["en"] = new($"Invented item {place}", string.Concat(Enumerable.Repeat("It was invented, and it is long. ", 40)) + "[@invented-note]"),
        },
        Sources = [Note],
    });

    private static string Words(RenderedBriefing rendered) =>
        string.Join(' ', TaggedPdf.Read(rendered.Pdf).Structure.All.Select(element => Key(element.Text, rendered.Manifest.Order.Language)));

    private static BriefingOrder Order(string language) => TestBriefings.Everything with { Language = language };

    private static Issue Issue(EditionContent content) => new(new(2026, 11, 23), "MCT-W-2026-47", new(new(2026, 11, 16), new(2026, 11, 22)))
    {
        Edition = content,
        Service = "https://briefings.example.org",
    };

    private Task<RenderedBriefing> RenderAsync(string language, EditionContent content) =>
        documents.Renderer().RenderAsync(Order(language), Issue(content), CancellationToken.None);
}
