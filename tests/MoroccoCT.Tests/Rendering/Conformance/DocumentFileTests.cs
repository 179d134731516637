using System.Text.Json;
using System.Text.RegularExpressions;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Tests.Briefings.Composition;
using static MoroccoCT.Tests.Rendering.Conformance.Typography;

namespace MoroccoCT.Tests.Rendering.Conformance;

/// <summary>What the file itself promises to viewers, archives and search engines.</summary>
[Collection(RenderingCollection.Name)]
public sealed partial class DocumentFileTests(RenderingFixture documents)
{
    private static readonly BriefingOrder small = new() { Sections = ["us-cooperation"], Topics = ["military-trade"] };

    [Theory]
    [MemberData(nameof(RenderingFixture.LanguagesAndDepths), MemberType = typeof(RenderingFixture))]
    public async Task Viewers_show_the_title(string language, Depth depth)
    {
        var pdf = await documents.ReadAsync(language, depth);

        pdf.ShowsTitle.ShouldBeTrue();
        pdf.Information.Title.ShouldBe(TestBriefings.Compose(RenderingFixture.Order(language, depth)).Title);
    }

    [Theory]
    [MemberData(nameof(RenderingFixture.LanguagesAndDepths), MemberType = typeof(RenderingFixture))]
    public async Task Metadata_name_title_author_subject_keywords_and_marking(string language, Depth depth)
    {
        var pdf = await documents.ReadAsync(language, depth);
        var briefing = TestBriefings.Compose(RenderingFixture.Order(language, depth));
        var keywords = string.Join(", ", briefing.Keywords);

        keywords.ShouldStartWith("TLP:CLEAR, ");
        (pdf.Information.Author, pdf.Information.Subject, pdf.Information.Keywords).ShouldBe((briefing.Author, briefing.Subject, keywords));
        (Metadata(pdf, "title"), Metadata(pdf, "creator"), Metadata(pdf, "description"), Metadata(pdf, "Keywords"))
            .ShouldBe((briefing.Title, briefing.Author, briefing.Subject, keywords));
        Metadata(pdf, "CreateDate").ShouldStartWith("2026-11-22");
    }

    [Theory]
    [MemberData(nameof(RenderingFixture.LanguagesAndDepths), MemberType = typeof(RenderingFixture))]
    public async Task The_tab_key_follows_the_structure_on_each_page_that_has_links(string language, Depth depth)
    {
        var pdf = await documents.ReadAsync(language, depth);

        pdf.Annotations.Select(annotation => annotation.Page).Distinct().Except(pdf.PagesInTabOrder).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(RenderingFixture.LanguagesAndDepths), MemberType = typeof(RenderingFixture))]
    public async Task Bookmarks_name_each_part_and_each_section_with_its_topics(string language, Depth depth)
    {
        var pdf = await documents.ReadAsync(language, depth);
        var briefing = TestBriefings.Compose(RenderingFixture.Order(language, depth));

        var numbered = briefing.Sections.SelectMany(
            section => section.Topics.Select(topic => (1, $"{topic.Number} {topic.Title}")).Prepend((0, $"{section.Number} {section.Title}")));
        pdf.Bookmarks.Where(bookmark => char.IsDigit(bookmark.Title[0])).ShouldBe(numbered);

        // The title is that of the whole file, and the steps of the method are too small for a bookmark.
        var headings = pdf.Structure.All.Where(element => element.HeadingLevel > 1 && !briefing.Method.Any(note => Bare(note.Title) == Bare(element.Title!)));
        pdf.Bookmarks.Select(bookmark => (bookmark.Level + 2, Bare(bookmark.Title.TrimStart([.. "0123456789. "]))))
            .ShouldBe(headings.Select(heading => (heading.HeadingLevel, Bare(heading.Title!))));
    }

    [Theory]
    [MemberData(nameof(RenderingFixture.LanguagesAndDepths), MemberType = typeof(RenderingFixture))]
    public async Task Every_font_is_embedded_as_a_subset_and_knows_its_characters(string language, Depth depth)
    {
        var fonts = (await documents.ReadAsync(language, depth)).Fonts;

        fonts.ShouldNotBeEmpty();
        fonts.ShouldAllBe(font => font.IsEmbedded && font.HasUnicode && SubsetName().IsMatch(font.Name));
        fonts.Select(font => font.Name.Split('+')[1].Split('-')[0]).Distinct().Except(["SourceSerif4", "SourceSans3", "Amiri", "IBMPlexSansArabic"])
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Profile.Accessible, "pdfuaid:part 1")]
    [InlineData(Profile.Archive, "pdfaid:part 3, pdfaid:conformance A, pdfuaid:part 1")]
    public async Task A_profile_declares_its_standards(Profile profile, string standards)
    {
        foreach (var language in new[] { "en", "fr", "ar" })
        {
            var pdf = await documents.ReadAsync(RenderingFixture.Order(language, Depth.Full) with { Profile = profile });

            string.Join(", ", pdf.Metadata.Descendants().Where(element => element.Name.LocalName is "part" or "conformance")
                .Select(element => $"{element.GetPrefixOfNamespace(element.Name.Namespace)}:{element.Name.LocalName} {element.Value}"))
                .ShouldBe(standards);
            pdf.Structure.Find("Figure").ShouldAllBe(figure => figure.Alternative != null);
        }
    }

    [Theory]
    [InlineData(Profile.Accessible, null)]
    [InlineData(Profile.Archive, "Data")]
    public async Task The_manifest_is_attached(Profile profile, string? relationship)
    {
        var order = RenderingFixture.Order("fr", Depth.Full) with { Profile = profile };
        var attachment = (await documents.ReadAsync(order)).Attachments.ShouldHaveSingleItem();

        (attachment.Name, attachment.MimeType).ShouldBe(("manifest.json", "application/json"));
        attachment.Description.ShouldBe(TestBriefings.Compose(order).ManifestDescription);
        JsonSerializer.Deserialize<JsonElement>(attachment.Content).ShouldSatisfyAllConditions(
            manifest => manifest.GetProperty("order").GetProperty("language").GetString().ShouldBe("fr"),
            manifest => manifest.GetProperty("order").GetProperty("profile").GetString().ShouldBe(profile.ToString().ToLowerInvariant()));
        JsonSerializer.Deserialize<JsonElement>(attachment.Content).GetProperty("fingerprint").GetString()
            .ShouldBe((await documents.RenderAsync(order)).Manifest.Fingerprint);
        // PDF/A-3 knows how an attachment relates to the document; the version of PDF on which PDF/UA-1 stands does not yet.
        attachment.Relationship.ShouldBe(relationship);
        (await documents.ReadAsync(order)).AssociatedFiles.ShouldBe(relationship is null ? [] : ["manifest.json"]);
    }

    [Theory]
    [InlineData(Paper.A4, 210, 297)]
    [InlineData(Paper.Letter, 215.9, 279.4)]
    public async Task Each_page_has_the_size_of_the_paper(Paper paper, double width, double height)
    {
        foreach (var depth in Enum.GetValues<Depth>())
        {
            foreach (var page in (await documents.ReadAsync(small with { Paper = paper, Depth = depth })).Pages)
                (page.Width, page.Height).ShouldSatisfyAllConditions(
                    size => size.Width.ShouldBe(width * 72 / 25.4, 0.01), size => size.Height.ShouldBe(height * 72 / 25.4, 0.01));
        }
    }

    [Fact]
    public async Task A_marking_above_the_lowest_is_in_the_keywords() =>
        (await documents.ReadAsync(small with { Marking = "TLP:AMBER+STRICT" })).Information.Keywords.ShouldStartWith("TLP:AMBER+STRICT, ");

    private static string? Metadata(TaggedPdf pdf, string name) =>
        pdf.Metadata.Descendants().FirstOrDefault(element => element.Name.LocalName == name)?.Value;

    [GeneratedRegex("^[A-Z]{6}[+]")]
    private static partial Regex SubsetName();
}
