using MoroccoCT.Typesetting;
using static MoroccoCT.Tests.Typesetting.TestEngines;

namespace MoroccoCT.Tests.Typesetting;

/// <summary>A file that is not as the finisher knows it becomes no document, never half of one.</summary>
public sealed class FinishingTests : IDisposable
{
    private readonly HostCopy host = new();

    public void Dispose() => host.Dispose();

    [Theory]
    [InlineData("%PDF-1.7", "%PDF-2.0", "its head is not as the engine writes it")]
    [InlineData("\\nstartxref", "\\nstopxref!", "its end is not as the engine writes it")]
    [InlineData("\\nxref\\n0 ", "\\nxref\\n1 ", "its table of objects is not as the engine writes it")]
    [InlineData("  /Root ", "  /R0ot ", "its trailer is not as the engine writes it")]
    [InlineData("\\n2 0 obj", "\\n9 0 obj", "its object 2 does not lie where it should")]
    [InlineData("  /Metadata ", "  /Metadate ", "it has no reference to its metadata")]
    [InlineData("/ViewerPreferences <<", "/ViewerPreferencez <<", "it has no preferences for viewers")]
    [InlineData("<pdfaExtension:schemas>", "<pdfaExtension:schemes>", "it has no list of schemas in its metadata")]
    [InlineData("</rdf:Description>", "</rdf:Descr1ption>", "it has no end of its metadata")]
    [InlineData("<dc:format>application/pdf", "</rdf:Description>        ", "it has more than one end of its metadata")]
    [InlineData("<rdf:Description rdf:about", "<rdf:Description rdf:above", "it has no description in its metadata")]
    [InlineData("<pdfaid:part>3", "<pdfuaid:part>", "it declares PDF/UA already")]
    [InlineData("\\n  /CreationDate ", "\\n  /Producer     ", "it names a producer already")]
    public async Task A_file_that_is_not_as_expected_is_refused_with_the_reason(string found, string put, string problem)
    {
        host.Change("pdf-file.mjs", "bytes.latin1Slice()", $"bytes.latin1Slice().replace('{found}', '{put}')");
        await using var pool = Start(options => options.HostScript = host.Script);

        var rejection = await Should.ThrowAsync<LayoutRejectedException>(
            () => pool.TypesetAsync(Job("= Heading") with { Standard = PdfStandard.Ua1AndA3a, Producer = "Test" }, None));

        rejection.Message.ShouldStartWith("The engine's file cannot be finished: ");
        rejection.Message.ShouldContain(problem);
    }

    [Fact]
    public async Task After_a_file_that_cannot_be_finished_the_same_engine_sets_the_next()
    {
        host.Change("finish.mjs", "const file = new PdfFile(bytes);", "const file = new PdfFile(bytes.includes('Unlucky') ? bytes.subarray(1) : bytes);");
        await using var pool = Start(options => options.HostScript = host.Script);
        var unlucky = Job("#set document(author: \"Unlucky\")\nText.");

        await Should.ThrowAsync<LayoutRejectedException>(() => pool.TypesetAsync(unlucky, None));
        TextOf(await pool.TypesetAsync(Job("Text."), None)).ShouldBe("Text.");

        (pool.Counters.Started, pool.Counters.Failed).ShouldBe((1, 0));
    }

    [Fact]
    public async Task The_engine_that_checks_its_health_finishes_too()
    {
        host.Change("finish.mjs", "return file.toBytes();", "throw new UnfinishableFile('it is Monday');");
        await using var pool = Start(options => options.HostScript = host.Script);

        var health = await pool.CheckAsync(None);

        health.Problem.ShouldBe("The engine's file cannot be finished: it is Monday.");
    }
}
