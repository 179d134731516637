using MoroccoCT.Cli;
using MoroccoCT.Tests.Library;

namespace MoroccoCT.Tests.Cli;

/// <summary><c>library confirm</c> as it is typed.</summary>
public sealed class ConfirmCommandTests : IDisposable
{
    private const string English = "sections/domestic/en.md";
    private const string French = "sections/domestic/fr.md";

    private readonly LibraryCopy copy = new();

    public void Dispose() => copy.Dispose();

    [Fact]
    public async Task A_topic_is_confirmed_and_the_rest_of_the_library_stays_as_it_is()
    {
        copy.Replace(English, "Morocco set up the Central Bureau", "Morocco created the Central Bureau");
        copy.Replace(English, "Alongside the operations", "Besides the operations");
        var before = Everything();

        var (exitCode, output, _) = await RunAsync("fr", "domestic#bcij");

        (exitCode, output).ShouldBe((0, $"{French}: confirmed bcij\n"));
        var after = Everything();
        before.Where(file => after[file.Key] != file.Value).ShouldHaveSingleItem().Key.ShouldBe(French);
        var lines = before[French].Split('\n').Zip(after[French].Split('\n')).Where(pair => pair.First != pair.Second);
        lines.ShouldHaveSingleItem().Second.ShouldStartWith("  bcij: ");
    }

    [Theory]
    [InlineData("fr", "domestic", "sections/domestic/fr.md: confirmed bcij, terrorist-financing\n")]
    [InlineData("ar", "domestic", "sections/domestic/ar.md: confirmed bcij, terrorist-financing\n")]
    [InlineData("fr", null, "sections/domestic/fr.md: confirmed bcij, terrorist-financing\n"
        + "sections/us-cooperation/fr.md: was confirmed already\nsections/regional/fr.md: was confirmed already\n")]
    public async Task A_section_or_a_whole_language_is_confirmed_at_once(string language, string? section, string expected)
    {
        copy.Replace(English, "Morocco set up the Central Bureau", "Morocco created the Central Bureau");
        copy.Replace(English, "Alongside the operations", "Besides the operations");

        (await RunAsync(section is null ? [language] : [language, section])).Output.ShouldBe(expected);

        (await RunAsync(section is null ? [language] : [language, section])).Output.ShouldNotContain("confirmed bcij");
    }

    [Theory]
    [InlineData("language: 'en' is the original; there is nothing to confirm. Valid: fr, ar.", "en")]
    [InlineData("language: There is no translation into 'de'. Valid: fr, ar.", "de", "domestic")]
    [InlineData("section: Unknown section 'nowhere'. Valid: domestic, us-cooperation, regional.", "fr", "nowhere#bcij")]
    [InlineData("section: Section 'regional' has no part 'bcij'. Valid: summary, key-points, partnership,", "fr", "regional#bcij")]
    public async Task What_is_not_there_is_refused_with_what_is(string message, params string[] arguments)
    {
        var before = Everything();

        var (exitCode, output, error) = await RunAsync(arguments);

        (exitCode, output).ShouldBe((2, ""));
        error.ShouldStartWith(message);
        Everything().ShouldBe(before);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public async Task The_library_that_ships_is_left_alone(string end)
    {
        var shipped = Path.Combine(AppContext.BaseDirectory, "templates") + end;

        var (exitCode, _, error) = await RunInAsync(shipped, "fr");

        exitCode.ShouldBe(2);
        error.ShouldContain("comes with the program");
        error.ShouldContain("'MoroccoCT library init'");
    }

    [Fact]
    public async Task A_broken_library_confirms_nothing()
    {
        var line = copy.Append(English, "\nA sentence without a source.");

        var (exitCode, _, error) = await RunAsync("fr");

        exitCode.ShouldBe(1);
        error.ShouldContain($"{English}:{line}: a paragraph without a citation");
    }

    private Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) => RunInAsync(copy.Folder, arguments);

    private static async Task<(int ExitCode, string Output, string Error)> RunInAsync(string folder, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = await CommandLine.RunAsync(["library", "confirm", .. arguments, "--templates", folder], output, error, CancellationToken.None);
        return (exitCode, output.ToString(), error.ToString());
    }

    private Dictionary<string, string> Everything() => Directory.EnumerateFiles(copy.Folder, "*", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetRelativePath(copy.Folder, path), File.ReadAllText);
}
