using MoroccoCT.Briefings.Library;

namespace MoroccoCT.Tests.Briefings.Library;

public sealed class TranslationConfirmationTests : IDisposable
{
    private const string French = "sections/keepers/fr.md";

    private readonly TestLibrary library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public void The_first_time_the_entries_end_the_front_matter_and_all_else_stays()
    {
        var before = library.Read(French);

        var after = Confirm(before, _ => true);

        after.ShouldMatch("^---\ntitle: Les gardiens\n(?s:.*)translation: unreviewed\ntranslated-from:\n  summary: [0-9a-f]{8}\n  key-points: [0-9a-f]{8}\n"
            + "  service: [0-9a-f]{8}\n  training: [0-9a-f]{8}\n  pay: [0-9a-f]{8}\n---\n");
        Without(after).ShouldBe(before);
        library.Write(French, after);
        library.Problems().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\r\n", "")]
    [InlineData("\r", "")]
    [InlineData("\n", "\uFEFF")]
    public void Line_ends_and_the_mark_at_the_start_stay_as_they_are(string end, string start)
    {
        var before = start + library.Read(French).Replace("\n", end, StringComparison.Ordinal).TrimEnd();
        File.WriteAllText(library.PathOf(French), before);

        var after = Confirm(before, _ => true);

        Without(after).ShouldBe(before);
        after.ShouldContain($"{end}translated-from:{end}  summary: ");
    }

    [Fact]
    public void One_part_is_confirmed_and_the_others_keep_what_they_have()
    {
        TranslatedPartTests.Confirm(library);
        var before = library.Read(French);
        library.Replace("sections/keepers/en.md", "Keepers are paid in lamp oil.", "Keepers are paid in oil.");
        library.Replace("sections/keepers/en.md", "## Serving in turn", "## In turn");

        var after = Confirm(before, part => part == "pay");

        var changed = before.Split('\n').Zip(after.Split('\n')).Where(pair => pair.First != pair.Second).ToList();
        changed.ShouldHaveSingleItem().Second.ShouldStartWith("  pay: ");
        library.Write(French, after);
        TranslatedPart.Of(library.Load(), "fr").Where(part => part.State == TranslationState.Behind).Select(part => part.Part).ShouldBe(["service"]);
    }

    [Theory]
    [InlineData("translated-from: { pay: 00000000 }\n")]
    [InlineData("translated-from:\n    # by hand\n    pay: \"00000000\"\n    pier: 00000000\n")]
    [InlineData("translated-from:\n  pay:\n    00000000\n")]
    public void Entries_however_they_are_written_give_way(string entries)
    {
        library.Replace(French, "translation: unreviewed\n", $"translation: unreviewed\n{entries}");

        var after = Confirm(library.Read(French), _ => true);

        library.Write(French, after);
        library.Problems().ShouldBeEmpty();
        after.ShouldNotContain("00000000");
        TranslationWarnings.Of(library.Load()).ShouldNotContain(warning => warning.File == French);
    }

    [Fact]
    public void What_cannot_be_told_apart_is_left_alone_with_advice()
    {
        // A blank line ends the entries for whoever reads lines, and not for YAML.
        library.Replace(French, "translation: unreviewed\n", "translated-from:\n  pay: 00000000\n\n  service: 00000000\ntranslation: unreviewed\n");

        Should.Throw<FormatException>(() => Confirm(library.Read(French), _ => true)).Message.ShouldBe(library.At(French, "translated-from",
            "the lines of 'translated-from' cannot be told from those around them – remove them by hand, then confirm again"));
    }

    private string Confirm(string text, Func<string, bool> isConfirmed) => TranslationConfirmation.Write(
        text, [.. TranslatedPart.Of(library.Load(), "fr").Where(part => part.Translation.File == French && isConfirmed(part.Part))]);

    private static string Without(string text)
    {
        var start = text.IndexOf("translated-from:", StringComparison.Ordinal);
        return text[..start] + text[text.IndexOf("---", start, StringComparison.Ordinal)..];
    }
}
