using System.Text.Json;
using MoroccoCT.Briefings;
using MoroccoCT.Briefings.Composition;
using MoroccoCT.Briefings.Orders;
using static MoroccoCT.Tests.Briefings.Composition.TestBriefings;

namespace MoroccoCT.Tests.Briefings.Composition;

public class BriefingManifestTests
{
    private static readonly BriefingOrder order = OrderValidator.Normalize(Osk with { Language = "fr", Topics = ["service"] }, TestLibrary.Fixture);

    [Fact]
    public void A_manifest_tells_what_the_document_was_made_from()
    {
        var manifest = Manifest(Issue with { Number = "MCT-2026-0042" });

        manifest.ShouldSatisfyAllConditions(
            () => manifest.Format.ShouldBe("moroccoct-briefing-manifest/1"),
            () => manifest.Number.ShouldBe("MCT-2026-0042"),
            () => manifest.Reference.ShouldBe("MCT-7F3A9C21"),
            () => manifest.Fingerprint.ShouldBe(Issue.Fingerprint),
            () => manifest.Issued.ShouldBe(new(2026, 11, 22)),
            () => Json(manifest.Order).ShouldBe(Json(order)),
            () => manifest.ContentHash.Length.ShouldBe(64),
            () => manifest.Library.Hash.ShouldBe(LibraryVersion.Of(TestLibrary.Fixture, order).Hash),
            () => manifest.LayoutVersion.ShouldBe(Issue.LayoutVersion),
            () => manifest.EngineVersion.ShouldBe("Typst 0.14.2"));
    }

    [Fact]
    public void It_tells_of_each_section_how_old_it_is_and_who_reviewed_it()
    {
        var hashes = TestLibrary.Fixture.FileHashes;

        Manifest(Issue).Sections.ShouldBe(
        [
            new("lights", "Les feux des ports", hashes["sections/lights/fr.md"], "1931-04", new DateOnly(1932, 2, 1), "Ada Example",
                DraftedWithModel: true, TranslationReviewed: true),
            new("keepers", "Les gardiens", hashes["sections/keepers/fr.md"], "1930-11-02", null, null, DraftedWithModel: true, TranslationReviewed: false),
        ]);
    }

    [Fact]
    public void It_lists_the_sources_cited_and_no_others()
    {
        var one = OrderValidator.Normalize(new() { Sections = ["keepers"], Topics = ["pay"] }, TestLibrary.Fixture);

        TestBriefings.Manifest(TestLibrary.Fixture, one).Sources.ShouldBe(["lamp-act"]);
    }

    [Fact]
    public void It_is_read_back_from_its_json_as_it_was_written()
    {
        var json = JsonSerializer.Serialize(Manifest(Issue), BriefingJson.Indented);

        var read = JsonSerializer.Deserialize<BriefingManifest>(json, BriefingJson.Options)!;

        JsonSerializer.Serialize(read, BriefingJson.Indented).ShouldBe(json);
        json.ShouldNotContain("\r");
    }

    private static BriefingManifest Manifest(IssueDetails issue) => TestBriefings.Manifest(TestLibrary.Fixture, order, issue);
}
