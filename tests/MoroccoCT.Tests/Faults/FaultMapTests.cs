using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Faults;
using MoroccoCT.Rendering;
using MoroccoCT.Requests;
using MoroccoCT.Schedules;
using MoroccoCT.Storage;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Tests.Faults;

public sealed class FaultMapTests
{
    private const string Secret = "password=hunter2 at 10.0.0.1";

    private static readonly TimeSpan wait = TimeSpan.FromSeconds(7);

    public static TheoryData<Exception, FaultKind, bool> Kinds => new()
    {
        { new OrderRejectedException([new("topics", OrderFault.Unknown, "x", "a")]), FaultKind.Order, true },
        { new LayoutRejectedException([]), FaultKind.Layout, true },
        { new DocumentRefusedException("Page 2 is blank."), FaultKind.Document, true },
        { new BrokenLibraryException([new("a.yaml", 1, "what", "advice")]), FaultKind.Library, true },
        { new DocumentDamagedException("abc"), FaultKind.DamagedDocument, false },
        { new EngineBusyException("busy", wait), FaultKind.EnginesBusy, false },
        { new EditionRefusedException(EditionRefusal.OnlyEditor, "MCT-W-2026-47"), FaultKind.EditionStep, false },
        { new EngineFailedException(EngineFault.Crashed, "crashed"), FaultKind.Engine, false },
        { new IdempotencyConflictException("key", "MCT-2026-0001"), FaultKind.KeyTaken, false },
        { new LedgerFullException(1000, wait), FaultKind.LedgerFull, false },
        { new LedgerGoneException("a place"), FaultKind.Ledger, false },
        { new LedgerUnavailableException("unavailable"), FaultKind.Ledger, false },
        { new DbUpdateException("outer", new SqliteException(Secret, 14)), FaultKind.Ledger, false },
        { new InvalidOperationException("outer", new InvalidOperationException("middle", new Npgsql.NpgsqlException(Secret))), FaultKind.Ledger, false },
        { new DbUpdateException("outer", new SqliteException(Secret, 13)), FaultKind.DiskFull, false },
        { new IOException("No space left on device", 28), FaultKind.DiskFull, false },
        { new ErrandsBusyException("busy", wait), FaultKind.ReadersBusy, false },
        { new ErrandFailedException(ErrandFault.Unavailable, Secret), FaultKind.Reader, false },
        { new OptionsValidationException("", typeof(object), ["Jobs:Workers is wrong."]), FaultKind.Settings, false },
        { new AggregateException(new InvalidOperationException(), new OptionsValidationException("", typeof(object), ["wrong"])), FaultKind.Settings, false },
        { new AggregateException(new LayoutRejectedException([])), FaultKind.Layout, true },
        { new TaskCanceledException(), FaultKind.Interrupted, false },
        { new InvalidOperationException(Secret), FaultKind.Unforeseen, false },
        { new IOException(Secret), FaultKind.Unforeseen, false },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_fault_has_a_kind_and_words_and_tells_nothing_of_our_insides(Exception exception, FaultKind kind, bool isFinal)
    {
        foreach (var manner in new[] { Manner.OfApi, Manner.OfRequests })
        {
            var fault = FaultMap.Of(exception, manner);

            (fault.Kind, fault.IsFinal).ShouldBe((kind, isFinal));
            fault.Title.ShouldNotBeNullOrWhiteSpace();
            fault.Detail.ShouldNotBeNullOrWhiteSpace();
            $"{fault.Title} {fault.Detail}".ShouldNotContain("hunter2");
        }
    }

    [Fact]
    public void An_order_is_told_field_by_field_in_the_manner_of_the_door()
    {
        var rejected = new OrderRejectedException([new("sections", OrderFault.Unknown, "lamps", "lights"), new("title", OrderFault.HalfCharacter)]);

        FaultMap.Of(rejected, Manner.OfApi).Detail.ShouldStartWith("Unknown section 'lamps'. Valid: lights. 'title' holds half");
        FaultMap.Of(rejected, Manner.OfCommands).Detail.ShouldStartWith("--sections: Unknown section 'lamps'. Valid: lights. --title: The text holds half");
        FaultMap.Of(rejected, Manner.OfApi).Fields.Select(field => field.Field).ShouldBe(["sections", "title"]);
    }

    [Fact]
    public void A_rejected_layout_is_told_with_every_place_one_a_line()
    {
        var rejected = new LayoutRejectedException(
        [
            new(DiagnosticSeverity.Error, "missing alt text\nfor a figure") { File = "timeline.typ", Line = 55 },
            new(DiagnosticSeverity.Warning, "an old name") { File = "notes.typ", Line = 3 },
            new(DiagnosticSeverity.Error, "unknown variable") { File = "title.typ", Line = 7, Column = 2, Hints = ["did you mean x?"] },
        ]);

        FaultMap.Of(rejected, Manner.OfRequests).Detail.Split('\n')
            .ShouldBe(["timeline.typ:55: missing alt text for a figure", "title.typ:7:2: unknown variable (did you mean x?)"]);
    }

    [Fact]
    public void Of_many_places_some_are_told_and_how_many_more_there_are()
    {
        var places = Enumerable.Range(1, 57).Select(line => new TypesettingDiagnostic(DiagnosticSeverity.Error, "wrong") { File = "a.typ", Line = line });
        var rejected = new LayoutRejectedException([.. places]);

        var lines = FaultMap.Of(rejected, Manner.OfRequests).Detail.Split('\n');

        lines.Length.ShouldBe(11);
        (lines[9], lines[10]).ShouldBe(("a.typ:10: wrong", "– and 47 more"));
    }

    [Fact]
    public void A_layout_that_only_warns_and_is_rejected_all_the_same_is_told_with_its_warnings() =>
        FaultMap.Of(new LayoutRejectedException([new(DiagnosticSeverity.Warning, "did not converge")]), Manner.OfRequests).Detail
            .ShouldBe("did not converge");

    [Fact]
    public void A_broken_library_is_told_with_every_place_and_how_to_find_them_again()
    {
        var broken = new BrokenLibraryException(
            [new("sources.yaml", 3, "unknown key 'x'", "remove it"), new("glossary.yaml", 1, "the file is missing", "add it")]);

        FaultMap.Of(broken, Manner.OfCommands).Detail.Split('\n').ShouldBe(
        [
            "sources.yaml:3: unknown key 'x' – remove it",
            "glossary.yaml:1: the file is missing – add it",
            "The library has 2 faults. Mend them; 'MoroccoCT check' lists them again.",
        ]);
    }

    [Fact]
    public void Whoever_runs_the_program_is_told_the_cause()
    {
        FaultMap.Of(new InvalidOperationException("Sequence contains no elements"), Manner.OfCommands).Detail
            .ShouldStartWith("InvalidOperationException: Sequence contains no elements");
        FaultMap.Of(new DbUpdateException("outer", new SqliteException("unable to open", 14)), Manner.OfCommands).Detail.ShouldContain("unable to open");
    }

    [Fact]
    public void What_passes_says_when_to_come_again()
    {
        FaultMap.Of(new EngineBusyException("busy", wait), Manner.OfApi).RetryAfter.ShouldBe(wait);
        var full = FaultMap.Of(new LedgerFullException(1000, wait), Manner.OfApi);
        (full.RetryAfter, full.Detail).ShouldBe((wait, "Nothing was stored. Send the order again after 7 seconds."));
    }
}
