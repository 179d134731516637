using System.Text;
using MoroccoCT.Typesetting;
using UglyToad.PdfPig;
using static MoroccoCT.Tests.Typesetting.TestEngines;

namespace MoroccoCT.Tests.Typesetting;

/// <summary>Documents of the real engine.</summary>
public sealed class TypesettingTests(EngineFixture engines) : IClassFixture<EngineFixture>
{
    private readonly EnginePool pool = engines.Pool;

    [Fact]
    public async Task A_job_becomes_a_tagged_pdf()
    {
        var document = await pool.TypesetAsync(Job("= Heading\nText.\n#pagebreak()\nMore."), None);

        document.Pages.ShouldBe(2);
        document.Warnings.ShouldBeEmpty();
        TextOf(document).ShouldContain("Heading");
        Metadata(document).ShouldContain("pdfuaid:part");
        Metadata(document).ShouldContain("Typst 0.14.2");
        (await pool.GetEngineVersionAsync(None)).ShouldBe("Typst 0.14.2");
    }

    [Fact]
    public async Task A_file_for_the_archive_declares_both_standards()
    {
        var document = await pool.TypesetAsync(Job("= Heading") with { Standard = PdfStandard.Ua1AndA3a }, None);

        Metadata(document).ShouldContain("<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>");
        Metadata(document).ShouldContain("<pdfuaid:part>1</pdfuaid:part>");
    }

    [Theory]
    [InlineData("A program 1.0 (Typst)")]
    [InlineData("""Back\slash & <half> (open""")]
    public async Task A_file_names_its_producer_in_both_places(string producer)
    {
        var document = await pool.TypesetAsync(Job("= Heading") with { Producer = producer }, None);

        using var pdf = PdfDocument.Open(document.Content);
        pdf.Information.Producer.ShouldBe(producer);
        pdf.TryGetXmpMetadata(out var metadata).ShouldBeTrue();
        metadata!.GetXDocument().Descendants().Single(element => element.Name.LocalName == "Producer").Value.ShouldBe(producer);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Typst\n/Title (Another)")]
    [InlineData("Programme à nous")]
    public async Task A_producer_that_is_not_plain_is_refused(string producer) =>
        (await Should.ThrowAsync<ArgumentException>(() => pool.TypesetAsync(Job("Text.") with { Producer = producer }, None)))
            .Message.ShouldContain("is not printable ASCII");

    // What is in the texts looks like the places that are changed when a file is finished.
    [Theory]
    [InlineData("/Producer (x)")]
    [InlineData("<pdfuaid:part>1</pdfuaid:part></rdf:Description>")]
    [InlineData("/ViewerPreferences << endobj endstream xref trailer startxref %%EOF")]
    public async Task No_text_keeps_a_file_from_being_finished(string text)
    {
        var body = $"#set document(title: json(\"data.json\").text, author: \"{text}\", keywords: (\"{text}\",))\n= Heading\n#json(\"data.json\").text";
        var data = System.Text.Json.JsonSerializer.Serialize(new { text });

        var document = await pool.TypesetAsync(Job(body, data) with { Standard = PdfStandard.Ua1AndA3a, Producer = "Test" }, None);

        using var pdf = PdfDocument.Open(document.Content);
        (pdf.Information.Title, pdf.Information.Author, pdf.Information.Producer).ShouldBe((text, text, "Test"));
    }

    [Fact]
    public async Task The_same_job_gives_the_same_bytes_in_another_process()
    {
        var job = Job("= Heading\n#json(\"data.json\").text", """{"text":"Same."}""");
        await using var other = Start();
        await other.TypesetAsync(Job("= Something else before"), None);

        var first = await pool.TypesetAsync(job, None);
        var second = await other.TypesetAsync(job, None);

        second.Content.ShouldBe(first.Content);
    }

    [Fact]
    public async Task Forty_jobs_at_once_each_get_their_own_document()
    {
        await using var pair = Start(options => options.Engines = 2);
        var layout = Layout(("main.typ", Head + "#let data = json(\"data.json\")\n= #data.name\n#lorem(200)"));
        var documents = await Task.WhenAll(Enumerable.Range(1, 40).Select(number => pair.TypesetAsync(
            new TypesettingJob
            {
                Layout = layout,
                Main = "main.typ",
                Files = new Dictionary<string, ReadOnlyMemory<byte>> { ["data.json"] = Utf8($$"""{"name":"Document-{{number}}-"}""") },
            },
            None)));

        for (var number = 1; number <= 40; number++)
            TextOf(documents[number - 1]).ShouldStartWith($"Document-{number}-");
        pair.Counters.Started.ShouldBe(2);
        pair.Counters.Completed.ShouldBe(40);
    }

    [Fact]
    public async Task Markup_in_data_stays_text()
    {
        const string Text = """#eval("1+1") #read("/etc/passwd") *bold* $x$ @ref""";
        var data = System.Text.Json.JsonSerializer.Serialize(new { text = Text });

        var document = await pool.TypesetAsync(Job("#json(\"data.json\").text", data), None);

        TextOf(document).ShouldBe(Text);
    }

    [Fact]
    public async Task A_new_layout_replaces_all_files_of_the_old_one()
    {
        await using var single = Start();
        var layout = Layout(("main.typ", Head + "#import \"part.typ\": word\n#word"), ("part.typ", "#let word = \"first\""));
        var changed = Layout(("main.typ", Head + "#import \"part.typ\": word\n#word"), ("part.typ", "#let word = \"second\""));
        var without = Layout(("main.typ", Head + "#import \"part.typ\": word\n#word"));

        TextOf(await single.TypesetAsync(new() { Layout = layout, Main = "main.typ" }, None)).ShouldBe("first");
        TextOf(await single.TypesetAsync(new() { Layout = changed, Main = "main.typ" }, None)).ShouldBe("second");
        var missing = await Should.ThrowAsync<LayoutRejectedException>(() => single.TypesetAsync(new() { Layout = without, Main = "main.typ" }, None));
        missing.Message.ShouldContain("file not found");
        TextOf(await single.TypesetAsync(new() { Layout = layout, Main = "main.typ" }, None)).ShouldBe("first");
        single.Counters.Started.ShouldBe(1);
    }

    [Fact]
    public async Task Data_are_gone_after_their_job()
    {
        await using var single = Start();
        var job = Job("#json(\"data.json\").text", """{"text":"mine"}""");
        await single.TypesetAsync(job, None);

        var next = job with { Files = new Dictionary<string, ReadOnlyMemory<byte>>() };

        (await Should.ThrowAsync<LayoutRejectedException>(() => single.TypesetAsync(next, None))).Message.ShouldContain("file not found");
    }

    [Fact]
    public async Task Fonts_of_the_machine_are_not_seen()
    {
        var document = await pool.TypesetAsync(Job("#set text(font: \"DejaVu Sans\")\nText."), None);

        document.Warnings.ShouldHaveSingleItem().Message.ShouldBe("unknown font family: dejavu sans");
        document.Warnings[0].Line.ShouldBe(3);
    }

    // Typst leaves metadata uncompressed, for programs that do not know PDF.
    private static string Metadata(TypesetDocument document) => Encoding.Latin1.GetString(document.Content);
}
