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
        (fault.File, fault.Line).ShouldBe((null, null));
        fault.Hints.ShouldHaveSingleItem().ShouldContain("set document(title:");
    }

    [Theory]
    [InlineData("#figure(rect(width: 10pt))", "missing alt text", 3)]
    [InlineData("= One\n=== Three", "skipped from heading level 1 to 3", 4)]
    [InlineData("#set text(fallback: false)\n\u4e2d", "could not be displayed", 4)]
    public async Task What_a_screen_reader_could_not_read_is_refused_with_file_and_line(string body, string message, int line)
    {
        var fault = await RejectionAsync(Job(body));

        fault.Message.ShouldStartWith("PDF/UA-1 error: ");
        fault.Message.ShouldContain(message);
        fault.Hints.ShouldNotBeEmpty();
        (fault.File, fault.Line).ShouldBe(("main.typ", line));
    }

    // The host finds these places by trying marks line by line: comments, strings and line ends must not mislead it.
    [Theory]
    [InlineData("figure(rect())")]
    [InlineData("figure(rect()) // as it was")]
    [InlineData("figure(\n    rect(),\n  )")]
    [InlineData("let silent = figure.with(caption: [Odd]); silent(rect())")]
    [InlineData("[Text, and #figure(rect()) in the middle]")]
    public async Task A_breach_of_the_standard_names_the_file_below_folders_and_the_line(string fault)
    {
        var drawing = $$"""
            // Draws one figure.
            #let draw(it) = {
              let note = "https://example.org // is
              no comment"
              /* This
                 is. */
              set text(lang: "fr")

              // The figure.
              {{fault}}
              [#note \
               #it]
            }

            #let unused = [#figure(rect())]
            """;

        foreach (var newLine in (string[])["\n", "\r\n"])
        {
            var found = await RejectionAsync(Nested(drawing.ReplaceLineEndings(newLine)));

            found.ToString().ShouldStartWith("parts/figures/drawing.typ:10: PDF/UA-1 error: missing alt text");
        }
    }

    [Fact]
    public async Task Several_breaches_each_name_their_own_place()
    {
        var job = Nested("#let draw(it) = figure(rect())\n\n#let more = [\n  #figure(circle())\n]");

        var found = await RejectionsAsync(job with { Main = "all.typ" });

        found.Select(fault => (fault.File, fault.Line)).ShouldBe(
            [("parts/figures/drawing.typ", 1), ("all.typ", 5), ("parts/figures/drawing.typ", 4)]);
    }

    [Fact]
    public async Task Data_that_break_the_standard_name_the_place_that_draws_them()
    {
        var fault = await RejectionAsync(Job("#set text(fallback: false)\n#let data = json(\"data.json\")\n#data.text", """{"text":"\u4e2d"}"""));

        fault.Message.ShouldContain("could not be displayed");
        (fault.File, fault.Line).ShouldBe(("main.typ", 5));
    }

    [Theory]
    [InlineData("Text.\n\n#pdf.attach(\"data.txt\", bytes(\"1\"), description: \"Data\")", "main.typ:5: PDF/A-3a error: the file mime type is missing")]
    [InlineData("Text.\n\n\ue000", "main.typ:5: PDF/A-3a error: the PDF contains the codepoint")]
    [InlineData("#set document(date: none)\nText.", "PDF/A-3a error: missing document date")]
    public async Task What_no_archive_takes_is_refused_for_the_archive_alone_and_names_its_place(string body, string message)
    {
        await pool.TypesetAsync(Job(body), None);

        (await RejectionAsync(Job(body) with { Standard = PdfStandard.Ua1AndA3a })).ToString().ShouldStartWith(message);
    }

    [Theory]
    [InlineData("#figure(rect())", "main.typ:3: PDF/UA-1 error: missing alt text")]
    [InlineData("= One\n=== Three", "main.typ:4: PDF/UA-1 error: skipped from heading level 1 to 3")]
    [InlineData("#set document(title: none)\nText.", "PDF/UA-1 error: missing document title")]
    public async Task What_a_screen_reader_could_not_read_is_refused_for_the_archive_too(string body, string message)
    {
        var rejection = await RejectionAsync(Job(body) with { Standard = PdfStandard.Ua1AndA3a });

        rejection.ToString().ShouldStartWith(message);
        rejection.ShouldBeEquivalentTo(await RejectionAsync(Job(body)));
    }

    // A mark after a slash would be another comment, so whether the figure begins in line 3 or 4 stays open.
    [Fact]
    public async Task A_line_that_cannot_be_told_for_certain_is_not_told()
    {
        var fault = await RejectionAsync(Job("either/or/\n#figure(rect())"));

        (fault.File, fault.Line).ShouldBe(("main.typ", null));
    }

    // A pool would end the engine at such a deadline; the engine itself only hears how long it may search.
    [Fact]
    public async Task Without_time_to_search_for_the_line_the_file_is_named()
    {
        using var launcher = new EngineLauncher(new TypesettingOptions { Deadline = TimeSpan.FromMilliseconds(10) }, TimeProvider.System);
        await using var engine = await launcher.StartAsync(None);

        var rejection = await Should.ThrowAsync<LayoutRejectedException>(() => engine.TypesetAsync(Job("#figure(rect())"), None));

        rejection.Message.ShouldStartWith("main.typ: PDF/UA-1 error: ");
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

    // Other compilers have searched for the place, with other contents under the same names.
    [Fact]
    public async Task After_a_breach_of_the_standard_the_same_engine_sets_the_same_document_as_before()
    {
        await using var single = Start();
        var sound = Nested("#let draw(it) = if it == \"drawn\" { figure(rect()) } else [Text: #it.]", "written");
        var before = await single.TypesetAsync(sound, None);
        var broken = sound with { Files = new Dictionary<string, ReadOnlyMemory<byte>> { ["data.json"] = Utf8("\"drawn\"") } };
        var rejection = await Should.ThrowAsync<LayoutRejectedException>(() => single.TypesetAsync(broken, None));

        var after = await single.TypesetAsync(sound, None);

        rejection.Message.ShouldStartWith("parts/figures/drawing.typ:1: ");
        after.Content.ShouldBe(before.Content);
        single.Counters.Started.ShouldBe(1);
    }

    /// <summary>A layout whose second file passes on to its third, which draws the data.</summary>
    private static TypesettingJob Nested(string drawing, string data = "drawn") => new()
    {
        Layout = Layout(
            ("all.typ", Head + "#import \"parts/figures/drawing.typ\": draw, more\n#draw[]\n#figure(rect())\n#more"),
            ("main.typ", Head + "#import \"parts/part.typ\": part\n= Heading\n#part(json(\"data.json\"))"),
            ("parts/part.typ", "#import \"figures/drawing.typ\": draw\n#let part(it) = draw(it)"),
            ("parts/figures/drawing.typ", drawing)),
        Main = "main.typ",
        Files = new Dictionary<string, ReadOnlyMemory<byte>> { ["data.json"] = Utf8($"\"{data}\"") },
    };

    private async Task<TypesettingDiagnostic> RejectionAsync(TypesettingJob job) =>
        (await RejectionsAsync(job)).ShouldHaveSingleItem();

    private async Task<IReadOnlyList<TypesettingDiagnostic>> RejectionsAsync(TypesettingJob job) =>
        (await Should.ThrowAsync<LayoutRejectedException>(() => pool.TypesetAsync(job, None))).Diagnostics;
}
