using MoroccoCT.Briefings.Developments;
using MoroccoCT.Briefings.Editions;
using MoroccoCT.Rendering;
using MoroccoCT.Tests.Briefings;
using MoroccoCT.Tests.Briefings.Composition;

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
        Texts = new Dictionary<string, WrittenText> { ["en"] = new("Only in English, and invented", "Nobody has translated this invented line. [@invented-note]") },
        Sources = [Note],
    }, IsUpdate: true);

    internal static EditionContent Content(string language) => new()
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
    public async Task Look(string language, Standing standing)
    {
        var rendered = await RenderAsync(language, Content(language) with { Standing = standing });
        await File.WriteAllBytesAsync($"/tmp/look/ed-{language}-{standing}.pdf", rendered.Pdf);
    }

    [Theory]
    [InlineData("en", Standing.Link)]
    [InlineData("ar", Standing.Summary)]
    public async Task LookNone(string language, Standing standing)
    {
        var rendered = await RenderAsync(language, new() { Cut = DateTimeOffset.UnixEpoch, Standing = standing });
        await File.WriteAllBytesAsync($"/tmp/look/ed0-{language}-{standing}.pdf", rendered.Pdf);
    }

    private Task<RenderedBriefing> RenderAsync(string language, EditionContent content) => documents.Renderer().RenderAsync(
        TestBriefings.Everything with { Language = language },
        new(new(2026, 11, 23), "MCT-W-2026-47", new(new(2026, 11, 16), new(2026, 11, 22))) { Edition = content, Service = "https://briefings.example.org" },
        CancellationToken.None);
}
