using MoroccoCT.Typesetting;
using static MoroccoCT.Tests.Typesetting.TestEngines;

namespace MoroccoCT.Tests.Typesetting;

/// <summary>What the real engine refuses to set.</summary>
public sealed class LayoutRejectionTests(EngineFixture engines) : IClassFixture<EngineFixture>
{
    private readonly EnginePool pool = engines.Pool;

    [Fact]
    public async Task A_fault_in_the_layout_is_told_with_file_line_and_column()
    {
        var fault = await RejectionAsync(Job("Text.\n\n  #foo()"));

        (fault.File, fault.Line, fault.Column).ShouldBe(("main.typ", 5, 4));
        fault.Message.ShouldBe("unknown variable: foo");
        fault.Severity.ShouldBe(DiagnosticSeverity.Error);
    }

    [Fact]
    public async Task A_fault_in_an_imported_file_names_that_file_and_the_call()
    {
        var job = new TypesettingJob
        {
            Layout = Layout(("main.typ", Head + "#import \"parts/sum.typ\": sum\n#sum(1)"), ("parts/sum.typ", "#let sum(x) = {\n  x + \"a\"\n}")),
            Main = "main.typ",
        };

        var fault = await RejectionAsync(job);

        (fault.File, fault.Line).ShouldBe(("parts/sum.typ", 2));
        fault.Trace.ShouldBe(["main.typ:4:2: while calling sum"]);
    }

    [Fact]
    public async Task A_fault_in_the_data_names_the_data_file() =>
        (await RejectionAsync(Job("#json(\"data.json\")", "{\"a\":"))).File.ShouldBe("data.json");

    [Fact]
    public async Task A_document_without_title_breaks_the_standard_and_is_refused_with_advice()
    {
        var fault = await RejectionAsync(Job("#set document(title: none)\nText."));

        fault.Message.ShouldBe("PDF/UA-1 error: missing document title");
        fault.Hints.ShouldHaveSingleItem().ShouldContain("set document(title:");
    }

    [Theory]
    [InlineData("#figure(rect(width: 10pt))", "missing alt text")]
    [InlineData("= One\n=== Three", "skipped from heading level 1 to 3")]
    [InlineData("#set text(fallback: false)\n\u4e2d", "could not be displayed")]
    public async Task What_a_screen_reader_could_not_read_is_refused(string body, string message)
    {
        var fault = await RejectionAsync(Job(body));

        fault.Message.ShouldStartWith("PDF/UA-1 error: ");
        fault.Message.ShouldContain(message);
        fault.Hints.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("#read(\"/etc/passwd\")", "file not found (searched at etc/passwd)")]
    [InlineData("#read(\"../home/secret\")", "access denied")]
    public async Task Files_outside_the_layout_cannot_be_read(string body, string message) =>
        (await RejectionAsync(Job(body))).Message.ShouldContain(message);

    // An import put together while compiling passes the check of the layout's text.
    [Fact]
    public async Task A_package_cannot_be_downloaded() =>
        (await RejectionAsync(Job("#import \"@pre\" + \"view/cetz:0.3.0\""))).Message.ShouldContain("failed to download package");

    [Fact]
    public async Task After_a_rejection_the_same_engine_sets_the_next_document()
    {
        await using var single = Start();
        await Should.ThrowAsync<LayoutRejectedException>(() => single.TypesetAsync(Job("#foo"), None));

        await single.TypesetAsync(Job("Text."), None);

        single.Counters.Started.ShouldBe(1);
        single.Counters.Failed.ShouldBe(0);
    }

    private async Task<TypesettingDiagnostic> RejectionAsync(TypesettingJob job) =>
        (await Should.ThrowAsync<LayoutRejectedException>(() => pool.TypesetAsync(job, None))).Diagnostics.ShouldHaveSingleItem();
}
