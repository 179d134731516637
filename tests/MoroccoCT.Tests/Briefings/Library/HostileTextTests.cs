using System.Diagnostics;

namespace MoroccoCT.Tests.Briefings.Library;

/// <summary>Texts that end a parser, or keep it busy for minutes: each is answered at once, on its line.</summary>
public sealed class HostileTextTests : IDisposable
{
    private const string Section = "sections/lights/en.md";
    private const string Timeline = "timeline.yaml";
    private const string Colons = "check indentation, quotes and colons; put texts with a colon in double quotes";
    private const string Brackets = "close each '[' with ']' and each '{' with '}'; put texts with a bracket, comma or colon in double quotes";
    private const string Mapping = "While scanning a plain scalar value, found invalid mapping.";
    private const string TooDeep = "more than 16 groups and lists within one another – write the entries as in the files that ship";
    private const string WithinOneAnother = "too much stands within one another here – use fewer levels of lists, quotations, emphasis and brackets";
    private const string TooMuch = "more than 10,000 lines, brackets, stars, dashes and the like up to here – shorten the text or divide it";
    private const string Lists = "more than 4 lists within one another – write fewer levels";
    private const string Emphasis = "more than 4 levels of emphasis and links – write fewer within one another";

    /// <summary>Far more than any of them needs, and far less than the faults took.</summary>
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    private readonly TestLibrary library = TestLibrary.OnlyEnglish();

    public void Dispose() => library.Dispose();

    [Theory]
    [InlineData("- id: a\n  sources: [b\n  text: {en: c}\n- id: d\n", 2, $"this is no valid YAML – {Brackets}")]
    [InlineData("- id: a\n  sources: [b, c\n", 2, $"this is no valid YAML (While parsing a flow sequence, did not find expected ',' or ']'.) – {Brackets}")]
    [InlineData("- id: a\n  text: {en: c\n  date: 1925\n", 2, $"this is no valid YAML – {Brackets}")]
    [InlineData("- id: a\n  sources: [b]\n  text: c: d\n", 3, $"this is no valid YAML ({Mapping}) – {Colons}")]
    [InlineData("{en: x", 1, $"this is no valid YAML (While parsing a flow mapping, did not find expected ',' or '}}'.) – {Brackets}")]
    [InlineData("- id: a\n- : b\n", 2, "a colon without a key – write 'key: value'")]
    [InlineData("- id: a\n  text: \"\\UFFFFFFFF\"\n", 2, $"this is no valid YAML – {Colons}")]
    [InlineData("- id: a\n  text: \"\\uD800\"\n", 2, $"this is no valid YAML (While scanning a quoted scalar, found invalid Unicode surrogates.) – {Colons}")]
    [InlineData("- id: a\n  !x id: b\n", 2, "a tag (!) – write the value alone, in double quotes if it begins with !")]
    [InlineData("- id: !!str a\n", 1, "a tag (!) – write the value alone, in double quotes if it begins with !")]
    [InlineData("- id: a\n  id: b\n", 2, "'id' stands twice – use each key once")]
    [InlineData("- id: a\n  \"id\": b\n", 2, "'id' stands twice – use each key once")]
    [InlineData("- id: a\n- ? [b]\n  : c\n", 2, "a key that is no text – write 'key: value'")]
    [InlineData("- id: &a b\n", 1, "an anchor (&) – write the value alone, in double quotes if it begins with &")]
    [InlineData("- id: a\n- *a\n", 2, "an alias (*) – write the text itself, in double quotes if it begins with *")]
    [InlineData("- <<: *a\n", 1, "an alias (*) – write the text itself, in double quotes if it begins with *")]
    [InlineData("%YAML 9.9\n---\n- id: a\n", 1, $"this is no valid YAML (Found incompatible YAML document.) – {Colons}")]
    [InlineData("? &a [*a]\n: x\n", 1, "an anchor (&) – write the value alone, in double quotes if it begins with &")]
    public void A_data_file_that_ends_the_parser_is_a_problem_on_its_line(string text, int line, string message)
    {
        library.Write(Timeline, text);

        library.Problems().ShouldBe([$"{Timeline}:{line}: {message}"]);
    }

    [Theory]
    [InlineData("[", "", "")]
    [InlineData("[", "", "]")]
    [InlineData("{a: ", "", "")]
    [InlineData("{a: ", "b", "}")]
    [InlineData("- ", "a", "")]
    [InlineData("? ", "a", "")]
    [InlineData("[? ", "", "")]
    public void Groups_within_groups_are_counted_before_anything_goes_down_into_them(string open, string inside, string close)
    {
        library.Write(Timeline, $"# later\n{Times(100_000, open)}{inside}{Times(100_000, close)}\n");

        Problems().ShouldBe([$"{Timeline}:2: {TooDeep}"]);
    }

    [Fact]
    public void Groups_within_groups_are_counted_down_the_lines_too()
    {
        library.Write(Timeline, string.Concat(Enumerable.Range(0, 700).Select(level => $"{new string(' ', level)}a:\n")));

        Problems().ShouldBe([$"{Timeline}:17: {TooDeep}"]);
    }

    [Fact]
    public void Text_that_would_multiply_without_end_is_refused_where_it_begins()
    {
        var lines = Enumerable.Range(1, 40).Select(number => $"- a{number}: &a{number} [{string.Join(',', Enumerable.Repeat($"*a{number - 1}", 9))}]\n");
        library.Write(Timeline, $"- a0: b\n- a0: &a0 [b, b]\n{string.Concat(lines)}");

        Problems().ShouldBe([$"{Timeline}:2: an anchor (&) – write the value alone, in double quotes if it begins with &"]);
    }

    [Theory]
    [InlineData(64, "- ", "a", "", WithinOneAnother)]
    [InlineData(200, ">", "a", "", WithinOneAnother)]
    [InlineData(200, "1. ", "a", "", WithinOneAnother)]
    [InlineData(3000, "> - ", "a", "", WithinOneAnother)]
    [InlineData(9000, "- ", "a", "", WithinOneAnother)]
    [InlineData(1500, "*a **b ", "", "c** d* ", Emphasis)]
    [InlineData(9, "*a _b ", "", "c_ d*", Emphasis)]
    [InlineData(5, "- ", "a. [@lamp-act]", "", Lists)]
    [InlineData(100_000, "[", "", "", TooMuch)]
    [InlineData(100_000, "*", "", "", TooMuch)]
    [InlineData(10_000, "|a", "|\n", "|-", TooMuch)]
    [InlineData(100_000, "[", "", "](x)", TooMuch)]
    [InlineData(100_000, "`a``", "", "", TooMuch)]
    [InlineData(100_000, "<", "", "", TooMuch)]
    [InlineData(100_000, "a\n", "", "", TooMuch)]
    [InlineData(100_000, "a\n\n", "", "", TooMuch)]
    [InlineData(100_000, "- a\n", "", "", TooMuch)]
    [InlineData(60_000, "[a]: b\n", "", "", TooMuch)]
    public void A_text_that_ends_the_parser_or_holds_it_up_is_a_problem_of_its_section(int times, string open, string inside, string close, string message)
    {
        library.Replace(Section, "## The fog", $"{Times(times, open)}{inside}{Times(times, close)}\n\n## The fog");

        var problem = Problems().ShouldHaveSingleItem();
        problem.ShouldStartWith($"{Section}:");
        problem.ShouldEndWith($": {message}");
    }

    [Theory]
    [InlineData("in fog", "in fog")]
    [InlineData("A fog signal has", "A fog signal has")]
    public void What_stands_too_deep_is_told_on_its_line(string mark, string text)
    {
        library.Replace(Section, mark, $"{Times(300, "*a **b ")} {text} {Times(300, "c** d*")}");

        Problems().ShouldContain(library.At(Section, mark, Emphasis));
    }

    [Fact]
    public void A_ladder_of_lists_is_told_where_it_becomes_too_deep()
    {
        var ladder = string.Concat(Enumerable.Range(0, 90).Select(level => $"{new string(' ', 2 * level)}- step {level}\n"));
        library.Replace(Section, "## The fog", $"{ladder}\n## The fog");

        Problems().ShouldHaveSingleItem().ShouldBe(library.At(Section, "- step 63", WithinOneAnother));
    }

    [Fact]
    public void The_most_that_is_read_of_a_section_is_read_at_once()
    {
        library.Replace(Section, "## The fog", $"{Times(4600, "*a ")}{Times(1500, "[a](")} [@lamp-act]\n\n## The fog");

        Problems().ShouldNotContain(problem => problem.EndsWith(TooMuch, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Timeline)]
    [InlineData(Section)]
    public void A_file_without_end_is_not_read(string file)
    {
        using (var stream = File.OpenWrite(library.PathOf(file)))
            stream.SetLength(50 << 20);

        Problems().ShouldContain($"{file}:1: the file has 52,428,800 bytes; 524,288 are read – shorten it");
    }

    [Fact]
    public void The_largest_file_that_is_read_is_read_at_once()
    {
        library.Write(Timeline, $"- sources: [{Times(170_000, "a, ")}a]\n");

        Problems().ShouldContain($"{Timeline}:1: 'id' is missing – add 'id: …'");
    }

    [Theory]
    [InlineData("order: 1", "order: 99999999999999999999", "'order' is '99999999999999999999' – write a whole number such as 1")]
    [InlineData("order: 1", "order: 1e9", "'order' is '1e9' – write a whole number such as 1")]
    [InlineData("order: 1", "order: 0x1", "'order' is '0x1' – write a whole number such as 1")]
    [InlineData("as-of: 1931-04", "as-of: 1931-02-30", "'information-as-of' is '1931-02-30', which is no date – write yyyy, yyyy-MM or yyyy-MM-dd")]
    [InlineData("as-of: 1931-04", "as-of: 0000", "'information-as-of' is '0000', which is no date – write yyyy, yyyy-MM or yyyy-MM-dd")]
    [InlineData("title: Harbour lights", "title: {en: Harbour lights}", "'title' is not a plain text – write it as one value")]
    [InlineData("title: Harbour lights", "title: \"Harbour\\Llights\"", "control character U+2028 – remove it; texts are plain Unicode")]
    public void A_value_of_another_kind_is_a_problem(string old, string now, string message)
    {
        library.Replace(Section, old, now);

        Problems().ShouldBe([library.At(Section, now.Split(' ')[0], message)]);
    }

    [Theory]
    [InlineData("2016", "2016")]
    [InlineData("true", "true")]
    [InlineData("1920-05-01", "1920-05-01")]
    [InlineData("\"null\"", "null")]
    public void A_number_a_truth_and_a_date_in_place_of_a_text_are_the_text_as_written(string written, string read)
    {
        library.Replace(Section, "title: Harbour lights", $"title: {written}");

        library.Load().Sections("en")[0].Title.ShouldBe(read);
    }

    private IReadOnlyList<string> Problems()
    {
        var clock = Stopwatch.StartNew();
        var problems = library.Problems();
        clock.Elapsed.ShouldBeLessThan(patience);
        return problems;
    }

    private static string Times(int times, string text) => string.Concat(Enumerable.Repeat(text, times));
}
