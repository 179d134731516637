using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using MoroccoCT.Tests.Typesetting;
using MoroccoCT.Typesetting;
using MoroccoCT.Verification;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Writer;

namespace MoroccoCT.Tests.Verification;

/// <summary>The real process that reads files, as the service starts it.</summary>
public sealed class ManifestReaderTests
{
    private readonly Errands errands = new(ManifestReader.Limits, NullLogger<Errands>.Instance, TimeProvider.System);

    /// <summary>For what is to be read to its end, however busy the machine that tests it.</summary>
    private readonly Errands patient =
        new(ManifestReader.Limits with { Deadline = TimeSpan.FromMinutes(2) }, NullLogger<Errands>.Instance, TimeProvider.System);

    /// <summary>Its clock stands still: a reader ends by itself or at the limits that the operating system keeps, however busy the machine is.</summary>
    private readonly Errands timeless = new(
        ManifestReader.Limits with { StartDeadline = TimeSpan.FromSeconds(1), Deadline = TimeSpan.FromSeconds(2) },
        NullLogger<Errands>.Instance, new FakeTimeProvider());

    public static TheoryData<string> HostileNames => HostileFiles.Names;

    [Fact]
    public async Task The_manifest_of_a_briefing_is_read()
    {
        var (manifest, _) = await ReadAsync(Manifests.Pdf(Manifests.Json("MCT-2026-0042")));

        manifest!.Name.ShouldBe("MCT-2026-0042");
    }

    [Theory]
    [InlineData(PdfStandard.Ua1)]
    [InlineData(PdfStandard.Ua1AndA3a)]
    public async Task The_manifest_of_a_file_that_an_engine_has_made_is_read(PdfStandard standard)
    {
        await using var engines = TestEngines.Start();
        var attach = "#pdf.attach(\"manifest.json\", read(\"data.json\", encoding: none), description: \"Manifest\", mime-type: \"application/json\")";
        var job = TestEngines.Job($"{attach}\nText.", Manifests.Json("MCT-2026-0042").ToJsonString());
        var document = await engines.TypesetAsync(job with { Standard = standard }, default);

        var (manifest, _) = await ReadAsync(document.Content);

        manifest!.Name.ShouldBe("MCT-2026-0042");
    }

    [Fact]
    public async Task A_manifest_of_a_newer_version_is_told_from_a_damaged_one()
    {
        (await ReadAsync(RawPdf.WithAttachment("{\"format\":\"moroccoct-briefing-manifest/2\"}"))).ShouldBe(ManifestReading.Nothing(Verdict.NewerFormat));
        (await ReadAsync(RawPdf.WithAttachment("{\"format\":\"moroccoct-briefing-manifest/1\"}"))).ShouldBe(ManifestReading.Nothing(Verdict.NoBriefing));
    }

    [Fact]
    public async Task A_large_honest_file_is_read()
    {
        var pdf = new RawPdf()
            .Add("<< /Type /Catalog /Pages 2 0 R >>")
            .Add("<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>")
            .Add("<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 100 100 ] >>");
        var text = new string('x', 150);
        for (var filler = 0; filler < 30_000; filler++)
            pdf.Add($"<< /Filler ({text}) >>");

        (await ReadAsync(pdf.ToArray())).ShouldBe(ManifestReading.Nothing(Verdict.NoBriefing));
    }

    [Fact]
    public async Task What_does_not_begin_as_a_pdf_starts_no_process()
    {
        // None could start.
        var none = new Errands(ManifestReader.Limits with { MemoryMiB = 1 }, NullLogger<Errands>.Instance, TimeProvider.System);

        (await ReadAsync([], none)).ShouldBe(ManifestReading.Nothing(Verdict.NotPdf));
        (await ReadAsync(new byte[5000], none)).ShouldBe(ManifestReading.Nothing(Verdict.NotPdf));
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public async Task A_file_that_is_cut_short_is_damaged(double part)
    {
        using var pdf = new PdfDocumentBuilder();
        pdf.AddPage(PageSize.A4);
        var whole = pdf.Build();

        (await ReadAsync(whole[..(int)(whole.Length * part)])).ShouldBe(ManifestReading.Nothing(Verdict.DamagedPdf));
    }

    [Theory]
    [MemberData(nameof(HostileNames))]
    public async Task A_hostile_file_is_answered_with_a_verdict_and_takes_bounded_processor_time(string name)
    {
        var (manifest, verdict) = await ReadAsync(HostileFiles.Make(name), timeless);

        manifest.ShouldBeNull();
        verdict.ShouldBeOneOf(Verdict.NoBriefing, Verdict.DamagedPdf, Verdict.NotChecked);
    }

    [Theory]
    [InlineData("a name tree that is its own child")]
    [InlineData("a name tree that doubles at each level")]
    [InlineData("a chain of references")]
    [InlineData("twenty megabytes that only begin")]
    public async Task What_ends_its_reader_or_keeps_it_busy_is_not_checked(string name)
    {
        (await ReadAsync(HostileFiles.Make(name), errands)).ShouldBe(ManifestReading.Nothing(Verdict.NotChecked));

        (await ReadAsync(Manifests.Pdf())).Manifest.ShouldNotBeNull();
    }

    private async Task<ManifestReading> ReadAsync(byte[] content, Errands? by = null)
    {
        await using var file = await ForeignFile.ReceiveAsync(new MemoryStream(content), default);
        return await new ManifestReader(by ?? patient).ReadAsync(file, default);
    }
}
