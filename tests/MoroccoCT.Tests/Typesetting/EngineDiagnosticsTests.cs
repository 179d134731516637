using MoroccoCT.Typesetting;

namespace MoroccoCT.Tests.Typesetting;

public sealed class EngineDiagnosticsTests
{
    [Fact]
    public void Positions_count_from_one_and_paths_start_in_the_layout()
    {
        var found = Parse(new RawDiagnostic(1, "unknown variable: foo", "/tmp/w/parts/a.typ", new RawRange(new RawPosition(2, 0))));

        found.ShouldHaveSingleItem().ToString().ShouldBe("parts/a.typ:3:1: unknown variable: foo");
    }

    [Fact]
    public void Hints_within_the_message_are_taken_apart()
    {
        var found = Parse(new RawDiagnostic(1, "access denied, hints: stay inside", "/tmp/w/a.typ", null)).ShouldHaveSingleItem();

        found.Message.ShouldBe("access denied");
        found.Hints.ShouldBe(["stay inside"]);
    }

    [Fact]
    public void The_calls_that_led_there_are_told_with_the_fault()
    {
        var found = Parse(
            new RawDiagnostic(1, "assertion failed", "/tmp/w/a.typ", null),
            new RawDiagnostic(4, "while calling f", "/tmp/w/b.typ", new RawRange(new RawPosition(0, 4))));

        found.ShouldHaveSingleItem().Trace.ShouldBe(["b.typ:1:5: while calling f"]);
    }

    [Fact]
    public void A_fault_in_a_file_that_the_program_made_is_told_where_a_written_file_called_it()
    {
        var layout = TestEngines.Layout(("a.typ", "")).With("made.typ", TestEngines.Utf8(""));
        RawDiagnostic[] found =
        [
            new(1, "panicked", "/tmp/w/made.typ", new RawRange(new RawPosition(7, 2))),
            new(4, "while calling f", "/tmp/w/made.typ", new RawRange(new RawPosition(9, 0))),
            new(4, "while calling g", "/tmp/w/a.typ", new RawRange(new RawPosition(2, 4))),
            new(4, "while calling h", "/tmp/w/b.typ", new RawRange(new RawPosition(0, 0))),
        ];

        EngineDiagnostics.Parse(found, "/tmp/w", layout).ShouldHaveSingleItem().ToString().ShouldBe("a.typ:3:5: panicked");
    }

    [Fact]
    public void The_name_of_the_temporary_workspace_is_not_told() =>
        Parse(new RawDiagnostic(1, "file not found (searched at /tmp/w/logo.svg)", "/tmp/w/a.typ", null))
            .ShouldHaveSingleItem().Message.ShouldBe("file not found (searched at logo.svg)");

    [Fact]
    public void Debug_text_is_read_with_all_its_diagnostics_places_hints_and_escapes()
    {
        const string Debug =
            """[SourceDiagnostic { severity: Error, span: Span(1), message: "the text `\"\u{4e2d}\"` could not be displayed", trace: [], """
            + """hints: ["try \"A\", \\ or B", "second\nhint"] }, """
            + """SourceDiagnostic { severity: Warning, span: Span(2), message: "odd", """
            + """trace: [Spanned { v: Call(Some("f")), span: Span(3) }], hints: [] }]""";

        var places = new Dictionary<string, RawPlace> { ["2"] = new("parts/a.typ", 7), ["3"] = new("b.typ", null) };
        var found = EngineDiagnostics.Parse(new EngineReply("rejected", 1) { Debug = Debug, Places = places }, "/tmp/w");

        found.Select(each => (each.File, each.Line)).ShouldBe([(null, null), ("parts/a.typ", 7)]);
        found.Select(each => (each.Severity, each.Message)).ShouldBe(
        [
            (DiagnosticSeverity.Error, "the text `\"中\"` could not be displayed"),
            (DiagnosticSeverity.Warning, "odd"),
        ]);
        found[0].Hints.ShouldBe(["try \"A\", \\ or B", "second\nhint"]);
        found[1].Hints.ShouldBeEmpty();
    }

    [Fact]
    public void Debug_text_that_is_not_understood_is_told_as_it_is() =>
        EngineDiagnostics.Parse(new EngineReply("rejected", 1) { Debug = "[SourceDiagnostic(new)]" }, "/tmp/w")
            .ShouldHaveSingleItem().Message.ShouldBe("[SourceDiagnostic(new)]");

    private static IReadOnlyList<TypesettingDiagnostic> Parse(params RawDiagnostic[] raw) => EngineDiagnostics.Parse(raw, "/tmp/w");
}
