using System.Text.RegularExpressions;
using System.Xml.Linq;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Tests.Rendering.Conformance;

/// <summary>What is added after the engine: the second standard of archive files, the producer, and packed objects.</summary>
[Collection(RenderingCollection.Name)]
public sealed partial class FinishedFileTests(RenderingFixture documents)
{
    private static readonly XNamespace schema = "http://www.aiim.org/pdfa/ns/schema#";
    private static readonly XNamespace property = "http://www.aiim.org/pdfa/ns/property#";
    private static readonly XNamespace accessibility = "http://www.aiim.org/pdfua/ns/id/";
    private static readonly XNamespace rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    public static TheoryData<string, Profile> LanguagesAndProfiles
    {
        get
        {
            var all = new TheoryData<string, Profile>();
            foreach (var language in new[] { "en", "fr", "ar" })
            {
                all.Add(language, Profile.Accessible);
                all.Add(language, Profile.Archive);
            }

            return all;
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("ar")]
    public async Task A_file_for_the_archive_keeps_all_that_makes_it_accessible(string language)
    {
        var accessible = await documents.ReadAsync(language, Depth.Full);
        var archive = await documents.ReadAsync(Order(language, Profile.Archive));

        archive.ShowsTitle.ShouldBeTrue();
        archive.IsMarked.ShouldBeTrue();
        archive.Language.ShouldBe(accessible.Language);
        archive.Structure.All.Select(element => element.Role).ShouldBe(accessible.Structure.All.Select(element => element.Role));
        archive.Structure.All.Select(element => element.Alternative).ShouldBe(accessible.Structure.All.Select(element => element.Alternative));
        archive.Bookmarks.ShouldBe(accessible.Bookmarks);
        // A link of several words of Arabic has one area for each of them in files for the archive.
        archive.Annotations.Select(annotation => (annotation.Page, annotation.Description)).Distinct()
            .ShouldBe(accessible.Annotations.Select(annotation => (annotation.Page, annotation.Description)).Distinct());
        archive.PagesInTabOrder.ShouldBe(accessible.PagesInTabOrder);
        archive.Fonts.ShouldAllBe(font => font.IsEmbedded && font.HasUnicode);
        archive.ColourProfile.ShouldStartWith("sRGB");
    }

    // An archive refuses a property that neither PDF/A nor the file itself describes.
    [Fact]
    public async Task A_file_for_the_archive_describes_the_mark_of_accessibility()
    {
        var metadata = (await documents.ReadAsync(Order("ar", Profile.Archive))).Metadata;

        var described = metadata.Descendants(schema + "namespaceURI").Single(name => name.Value == accessibility.NamespaceName).Parent!;
        described.Parent!.Name.ShouldBe(rdf + "Bag");
        described.Parent.Parent!.Name.ShouldBe((XNamespace)"http://www.aiim.org/pdfa/ns/extension/" + "schemas");
        described.Attribute(rdf + "parseType")!.Value.ShouldBe("Resource");
        (described.Element(schema + "prefix")!.Value, described.Element(schema + "schema")!.Value.Length > 0).ShouldBe(("pdfuaid", true));
        var part = described.Element(schema + "property")!.Element(rdf + "Seq")!.Elements(rdf + "li").ShouldHaveSingleItem();
        (part.Element(property + "name")!.Value, part.Element(property + "valueType")!.Value, part.Element(property + "category")!.Value)
            .ShouldBe(("part", "Integer", "internal"));
        part.Element(property + "description")!.Value.ShouldNotBeEmpty();
        metadata.Descendants().Where(element => element.Name.Namespace == accessibility).ShouldHaveSingleItem().Name.LocalName.ShouldBe("part");
    }

    [Theory]
    [MemberData(nameof(LanguagesAndProfiles))]
    public async Task Information_and_metadata_agree(string language, Profile profile)
    {
        var pdf = await documents.ReadAsync(Order(language, profile));

        var information = pdf.Information;
        information.Producer!.ShouldMatch(@"^MoroccoCT Briefings \d+\.\d+\.\d+\S* \(Typst 0\.14\.2\)$");
        new[] { "Producer", "CreatorTool", "title", "creator", "description", "Keywords" }.Select(name => Metadata(pdf, name))
            .ShouldBe([information.Producer, information.Creator, information.Title, information.Author, information.Subject, information.Keywords]);
        (Metadata(pdf, "CreateDate"), Metadata(pdf, "ModifyDate")).ShouldBe(
            ($"{information.GetCreatedDateTimeOffset():yyyy-MM-dd'T'HH:mm:ss'Z'}", $"{information.GetModifiedDateTimeOffset():yyyy-MM-dd'T'HH:mm:ss'Z'}"));
    }

    [Theory]
    [MemberData(nameof(LanguagesAndProfiles))]
    public async Task Each_object_lies_where_the_table_says_and_is_as_long_as_it_says(string language, Profile profile)
    {
        var file = FileObjects.Read((await documents.RenderAsync(Order(language, profile))).Pdf);

        file.Streams.Values.ShouldAllBe(stream => stream.Number("Length") == stream.Content.Length);
        var (root, information) = (file.Packed[Reference(file.Trailer, "Root")], file.Packed[Reference(file.Trailer, "Info")]);
        root.ShouldContain("/Type /Catalog");
        information.ShouldContain("/Producer (MoroccoCT Briefings ");
        file.Trailer.ShouldMatch(@"/ID \[\([^)]{16,}\) \([^)]{16,}\)\]");
        file.Trailer.ShouldNotContain("/Encrypt");
        // Archives read the metadata without knowing PDF.
        var metadata = file.Streams[Reference(root, "Metadata")];
        metadata.Dictionary.ShouldNotContain("/Filter");
        metadata.Content.ShouldStartWith("<?xpacket");
    }

    [Fact]
    public async Task Whatever_is_no_stream_is_packed_and_makes_a_long_briefing_small()
    {
        var pdf = (await documents.RenderAsync(Order("en", Profile.Archive))).Pdf;

        var file = FileObjects.Read(pdf);
        file.Packed.Count.ShouldBeGreaterThan(10 * file.Streams.Count);
        pdf.Length.ShouldBeLessThan(180 << 10);
    }

    private static BriefingOrder Order(string language, Profile profile) => RenderingFixture.Order(language, Depth.Full) with { Profile = profile };

    private static int Reference(string dictionary, string entry) => int.Parse(Regex.Match(dictionary, $@"/{entry} (\d+) 0 R").Groups[1].Value);

    private static string? Metadata(TaggedPdf pdf, string name) =>
        pdf.Metadata.Descendants().FirstOrDefault(element => element.Name.LocalName == name)?.Value;
}
