using System.Text;
using MoroccoCT.Briefings.Composition;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Rendering;
using MoroccoCT.Tests.Briefings.Composition;
using MoroccoCT.Tests.Library;
using MoroccoCT.Tests.Typesetting;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Tests.Rendering;

/// <summary>What is refused although the engine called it finished.</summary>
[Collection(RenderingCollection.Name)]
public sealed class DocumentCheckTests(RenderingFixture documents)
{
    private static readonly BriefingOrder order = new() { Sections = ["us-cooperation"] };

    [Theory]
    [InlineData(Profile.Accessible)]
    [InlineData(Profile.Archive)]
    public async Task A_sound_document_passes(Profile profile) =>
        DocumentCheck.Check(await DocumentAsync(order with { Profile = profile }), TestBriefings.Compose(order), profile);

    [Theory]
    [InlineData("")]
    [InlineData("<html>Service unavailable</html>")]
    public void What_is_no_pdf_is_refused(string content) =>
        Refusal(new(Encoding.UTF8.GetBytes(content), 1, [], TimeSpan.Zero)).ShouldBe("The engine's file is no PDF.");

    [Theory]
    [InlineData(8)]
    [InlineData(1000)]
    [InlineData(-20_000)]
    [InlineData(-2000)]
    [InlineData(-40)]
    public async Task A_file_that_is_cut_short_is_refused(int length)
    {
        var document = await DocumentAsync(order);

        Should.Throw<DocumentRefusedException>(() => Check(document with { Content = length > 0 ? document.Content[..length] : document.Content[..^-length] }));
    }

    [Fact]
    public async Task A_damaged_file_is_refused_whatever_its_reader_says()
    {
        var document = await DocumentAsync(order);
        var random = new Random(20261122);

        for (var time = 0; time < 10; time++)
        {
            var damaged = document.Content.ToArray();
            for (var place = 0; place < damaged.Length - 1000; place += 250)
                damaged[random.Next(10, damaged.Length - 100)] = (byte)random.Next(256);
            Should.Throw<DocumentRefusedException>(() => Check(document with { Content = damaged }));
        }
    }

    [Fact]
    public async Task A_file_with_fewer_pages_than_the_engine_set_is_refused()
    {
        var document = await DocumentAsync(order);

        Refusal(document with { Pages = document.Pages + 1 }).ShouldBe($"The file has {document.Pages} pages, the engine set {document.Pages + 1}.");
    }

    [Fact]
    public async Task A_blank_page_is_refused() =>
        Refusal(await SetAsync("= Heading\n#pagebreak()\n#pagebreak()\nText.")).ShouldBe("Page 2 is blank.");

    [Fact]
    public async Task A_page_with_nothing_but_header_and_footer_is_blank()
    {
        using var copy = new LibraryCopy();
        copy.Append("layouts/briefing.typ", "#pagebreak()\n#pagebreak()\nText.");

        var refused = await Should.ThrowAsync<DocumentRefusedException>(
            documents.Renderer(copy.Load()).RenderAsync(order, new(RenderingFixture.Date), CancellationToken.None));

        refused.Message.ShouldMatch("^Page [0-9]+ is blank[.]$");
    }

    [Fact]
    public async Task A_document_that_lacks_a_section_is_refused()
    {
        var document = await DocumentAsync(order);
        var more = TestBriefings.Compose(new() { Sections = ["us-cooperation", "regional"] });

        Refusal(document, more).ShouldBe("The file has no bookmark for 'Regional cooperation'.");
    }

    [Fact]
    public async Task A_document_that_lacks_a_topic_is_refused()
    {
        var document = await DocumentAsync(order with { Topics = ["border", "training"] });
        var more = TestBriefings.Compose(order with { Topics = ["border", "training", "prisons"] });

        Refusal(document, more).ShouldBe("The file has no bookmark for 'Prison reform'.");
    }

    [Fact]
    public async Task A_file_without_the_standard_of_the_archive_is_refused_for_the_archive() =>
        Refusal(await DocumentAsync(order), profile: Profile.Archive).ShouldBe("The file does not declare PDF/A-3a.");

    [Theory]
    [InlineData("<pdfuaid:part>1<", "<pdfuaid:part>2<", "The file does not declare PDF/UA-1.")]
    [InlineData("<pdfaid:part>3<", "<pdfaid:part>2<", "The file does not declare PDF/A-3a.")]
    [InlineData("<pdfaid:conformance>A<", "<pdfaid:conformance>B<", "The file does not declare PDF/A-3a.")]
    public async Task A_file_for_the_archive_has_to_declare_both_standards(string declared, string instead, string message)
    {
        var document = await DocumentAsync(order with { Profile = Profile.Archive });
        var content = document.Content.ToArray();
        Encoding.Latin1.GetBytes(instead).CopyTo(content.AsSpan(content.AsSpan().IndexOf(Encoding.Latin1.GetBytes(declared))));

        Refusal(document with { Content = content }, profile: Profile.Archive).ShouldBe(message);
    }

    [Fact]
    public async Task A_file_that_does_not_declare_to_be_accessible_is_refused()
    {
        var document = await DocumentAsync(order);
        var content = document.Content.ToArray();
        "<pdfuaid:part>0"u8.CopyTo(content.AsSpan(content.AsSpan().IndexOf("<pdfuaid:part>1"u8)));

        Refusal(document with { Content = content }).ShouldBe("The file does not declare PDF/UA-1.");
    }

    [Fact]
    public async Task A_summary_of_two_pages_is_refused_with_advice() =>
        Refusal(await SetAsync("Text.\n#pagebreak()\nMore."), TestBriefings.Compose(order with { Depth = Depth.Summary }))
            .ShouldBe("The summary takes 2 pages, not one. Choose fewer sections or topics, a shorter title, or depth 'standard'.");

    private static void Check(TypesetDocument document, Briefing? briefing = null, Profile profile = Profile.Accessible) =>
        DocumentCheck.Check(document, briefing ?? TestBriefings.Compose(order), profile);

    private static string Refusal(TypesetDocument document, Briefing? briefing = null, Profile profile = Profile.Accessible) =>
        Should.Throw<DocumentRefusedException>(() => Check(document, briefing, profile)).Message;

    /// <summary>A real document, as the engine hands it over.</summary>
    private async Task<TypesetDocument> DocumentAsync(BriefingOrder ordered)
    {
        var rendered = await documents.RenderAsync(ordered);
        return new(rendered.Pdf, rendered.Pages, [], TimeSpan.Zero);
    }

    private Task<TypesetDocument> SetAsync(string layout) => documents.Engines.TypesetAsync(TestEngines.Job(layout), CancellationToken.None);
}
