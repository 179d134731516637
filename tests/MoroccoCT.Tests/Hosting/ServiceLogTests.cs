using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using MoroccoCT.Hosting;
using MoroccoCT.Tests.Web;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;

namespace MoroccoCT.Tests.Hosting;

/// <summary>The formats as the service logs through them.</summary>
public sealed partial class ServiceLogTests
{
    private const string Forged = "12:00:00 ERR The ledger is gone";

    public static TheoryData<string> Hostile => new(
        $"title\n{Forged}", $"title\r{Forged}", $"title\r\n{Forged}", $"title\u2028{Forged}", $"title\u0085{Forged}",
        $"\u001b[2J\u001b[1;1H{Forged}", "\u202Etitle", "\0");

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_value_stays_in_its_line(string value)
    {
        var lines = Lines("text", log => log.Information("Request {Title} from {@All} by {By:l}", value, new { Name = value, Many = new[] { value } }, value));

        lines.ShouldHaveSingleItem().ShouldMatch(@"^\d\d:\d\d:\d\d INF Request .*title|^\d\d:\d\d:\d\d INF Request .*\\u0");
        Hidden().IsMatch(lines[0]).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_message_that_somebody_put_together_stays_in_its_line(string value)
    {
#pragma warning disable CA2254, Serilog004 // As a library does that takes a message for a template.
        var lines = Lines("text", log => log.Warning($"Request {value}"));
#pragma warning restore CA2254, Serilog004

        Hidden().IsMatch(lines.ShouldHaveSingleItem()).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void What_an_exception_says_cannot_pass_for_an_event(string value)
    {
        var lines = Lines("text", log => log.Error(Thrown(value), "It failed"));

        lines[0].ShouldEndWith(" ERR It failed");
        lines.Count.ShouldBeGreaterThan(2, "with the stack trace");
        lines.Skip(1).ShouldAllBe(line => line.StartsWith("    ", StringComparison.Ordinal));
        lines.ShouldAllBe(line => !Hidden().IsMatch(line));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void In_json_each_event_is_one_object_that_says_all(string value)
    {
        var lines = Lines("json", log => log.Error(Thrown(value), "Request {Title} from {@All}", value, new { Name = value }));

        var line = lines.ShouldHaveSingleItem();
        Hidden().IsMatch(line).ShouldBeFalse();
        var logged = JsonDocument.Parse(line).RootElement;
        logged.GetProperty("Title").GetString().ShouldBe(value);
        logged.Text("@x").ShouldContain(value);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public void Values_beyond_measure_are_cut_and_say_how_long_they_were(string format)
    {
        var value = new string('x', 1_000_000);

        var lines = Lines(format, log => log.Information("Request {Title} from {@All} has come", value, new { Name = value }));

        lines.ShouldHaveSingleItem().Length.ShouldBeLessThan(30_000);
        lines[0].ShouldContain("(1000000 characters)");
        lines[0].ShouldContain("has come");
    }

    [Fact]
    public void An_exception_beyond_measure_is_cut_in_lines() =>
        Lines("text", log => log.Error(Thrown(new string('x', 1_000_000)), "It failed")).Max(line => line.Length).ShouldBeLessThan(5000);

    [Fact]
    public void A_format_that_is_none_is_refused() =>
        Should.Throw<UsageException>(() => ServiceLog.Format(Setting("xml"))).Message.ShouldBe("The setting Logging:Format is 'xml'. Valid: text, json.");

    private static InvalidOperationException Thrown(string message)
    {
        try
        {
            throw new InvalidOperationException(message, new FormatException(message));
        }
        catch (InvalidOperationException thrown)
        {
            return thrown;
        }
    }

    /// <summary>What was logged, as a reader of lines gets it who ends them wherever Unicode does.</summary>
    private static IReadOnlyList<string> Lines(string format, Action<ILogger> write)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var settings = Setting(format);
        using (var log = ServiceLog.Configure(new(), settings).WriteTo.Sink(new Writer(output, ServiceLog.Format(settings))).CreateLogger())
            write(log);
        return LineEnd().Split(output.ToString().TrimEnd('\n'));
    }

    private static IConfiguration Setting(string format) => new ConfigurationBuilder().AddInMemoryCollection([new("Logging:Format", format)]).Build();

    private sealed class Writer(StringWriter output, ITextFormatter format) : ILogEventSink
    {
        public void Emit(LogEvent logEvent) => format.Format(logEvent, output);
    }

    [GeneratedRegex(@"\r\n|[\n\v\f\r\u0085\u2028\u2029]")]
    private static partial Regex LineEnd();

    [GeneratedRegex(@"[\p{Cc}\p{Cf}\u2028\u2029]")]
    private static partial Regex Hidden();
}
