using Microsoft.Extensions.Options;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Cli;
using MoroccoCT.Hosting;
using MoroccoCT.Rendering;
using MoroccoCT.Storage;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Tests.Cli;

public sealed class FaultReportTests
{
    private const string Forged = "\n12:00:00 ERR The ledger is gone\u001b[2J\u202e\u2028";

    public static TheoryData<Exception, int, string> Faults => new()
    {
        { new UsageException("--urls: 'x' is no address."), 2, "--urls: 'x' is no address." },
        { new OrderRejectedException([new("preparedFor", OrderFault.TooLong, "121", "120")]), 2, "--prepared-for: The text has 121 characters; 120 are" },
        { new LedgerUnavailableException("The ledger cannot be used: it is gone."), 2, "The ledger cannot be used: it is gone." },
        { new OptionsValidationException("", typeof(object), ["Workers is 0.", "Name is empty."]), 2, "The settings are wrong: Workers is 0. Name is empty." },
        { new EngineFailedException(EngineFault.Unavailable, "Node.js could not be started."), 3, "Node.js could not be started." },
        { new LayoutRejectedException([new(DiagnosticSeverity.Error, "wrong") { File = "a.typ", Line = 4 }]), 3, "a.typ:4: wrong" },
        { new DocumentRefusedException("Page 2 is blank."), 3, "Page 2 is blank." },
        { new OperationCanceledException(), 1, "Interrupted." },
        { new IOException("No space left on device : '/data/x'", 28), 2, "Nothing can be written until somebody makes room." },
        { new InvalidOperationException("No elements"), 1, "Something went wrong in the service: InvalidOperationException: No elements" },
        { new ArithmeticException("Overflow"), 1, "Something went wrong in the service: ArithmeticException: Overflow" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Any_fault_is_one_line_and_the_exit_code_of_its_kind(Exception fault, int exitCode, string line)
    {
        var (code, lines) = await TellAsync(Thrown(fault));

        code.ShouldBe(exitCode);
        lines.ShouldHaveSingleItem().ShouldStartWith(line);
    }

    [Fact]
    public async Task What_has_places_to_mend_has_a_line_for_each()
    {
        var (code, lines) = await TellAsync(new BrokenLibraryException([new("a.yaml", 1, "what", "advice"), new("b.yaml", 2, "what", "advice")]));

        code.ShouldBe(1);
        lines[..2].ShouldBe(["a.yaml:1: what – advice", "b.yaml:2: what – advice"]);
        lines[2..].ShouldBe(["The library has 2 faults. Mend them; 'MoroccoCT check' lists them again."]);
        (await TellAsync(new LayoutRejectedException([Wrong(1), Wrong(2)]))).Lines.ShouldBe(["a.typ:1: wrong", "a.typ:2: wrong"]);
    }

    [Fact]
    public async Task Nothing_that_somebody_named_makes_a_line_of_its_own_or_steers_the_terminal()
    {
        foreach (var fault in new Exception[]
        {
            new UsageException($"--urls: '{Forged}'"), new InvalidOperationException(Forged), new EngineFailedException(EngineFault.Crashed, Forged),
            new LayoutRejectedException([new(DiagnosticSeverity.Error, Forged)]), new OptionsValidationException("", typeof(object), [Forged]),
        })
            (await TellAsync(fault)).Lines.ShouldHaveSingleItem().ShouldNotContain(c => char.IsControl(c) || c == '\u202e' || c == '\u2028');
    }

    [Fact]
    public async Task A_message_beyond_measure_is_cut() =>
        (await TellAsync(new InvalidOperationException(new string('x', 1_000_000)))).Lines.ShouldHaveSingleItem().Length.ShouldBeLessThan(5000);

    [Fact]
    public async Task An_option_nobody_knows_is_told_in_one_line()
    {
        using var error = new StringWriter { NewLine = "\n" };

        (await CommandLine.RunAsync(["render", $"--x{Forged}"], TextWriter.Null, error, CancellationToken.None)).ShouldBe(2);

        error.ToString().TrimEnd('\n').ShouldNotContain('\n');
    }

    private static TypesettingDiagnostic Wrong(int line) => new(DiagnosticSeverity.Error, "wrong") { File = "a.typ", Line = line };

    /// <summary>With a stack trace, as it has where it is caught.</summary>
    private static Exception Thrown(Exception fault)
    {
        try
        {
            throw fault;
        }
        catch (Exception thrown)
        {
            return thrown;
        }
    }

    private static async Task<(int Code, string[] Lines)> TellAsync(Exception fault)
    {
        using var error = new StringWriter { NewLine = "\n" };
        var code = await FaultReport.TellAsync(fault, error);
        return (code, error.ToString().TrimEnd('\n').Split('\n'));
    }
}
