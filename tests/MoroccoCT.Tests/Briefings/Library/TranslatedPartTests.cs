using MoroccoCT.Briefings.Library;

namespace MoroccoCT.Tests.Briefings.Library;

/// <summary>Whether a translation has kept up with its original.</summary>
public sealed class TranslatedPartTests : IDisposable
{
    private const string English = "sections/lights/en.md";

    private readonly TestLibrary library = new();

    public TranslatedPartTests() => Confirm(library);

    public void Dispose() => library.Dispose();

    [Fact]
    public void What_was_just_confirmed_is_confirmed() => Behind().ShouldBeEmpty();

    [Theory]
    [InlineData("They were lit\non 1 May 1920.", "They were put out\non 1 May 1920.", "beacons")]
    [InlineData("- **South:** a red light.", "- **South:** a green light.", "beacons")]
    [InlineData("## The two beacons", "## The beacons", "beacons")]
    [InlineData("| South | Two short blasts |", "| South | Three short blasts |", "fog-signal")]
    [InlineData("How the invented island", "How the imagined island", "summary")]
    [InlineData("title: Harbour lights", "title: Lights", "summary")]
    [InlineData("Osk keeps two beacons, one for each harbour.", "Osk keeps two beacons.", "key-points")]
    [InlineData("called the *Vieille Dame*{lang=fr},", "called the **Vieille Dame**,", "fog-signal")]
    public void A_change_of_the_original_leaves_the_part_behind(string old, string now, string part)
    {
        library.Replace(English, old, now);

        Behind().ShouldBe([part]);
    }

    [Fact]
    public void A_citation_counts()
    {
        library.Replace(English, "on 1 May 1920. [@harbour-log:page-1]", "on 1 May 1920. [@lamp-act]");
        library.Replace("sections/lights/fr.md", "le 1er mai 1920. [@harbour-log:page-1]", "le 1er mai 1920. [@lamp-act]");

        Behind().ShouldBe(["beacons"]);
    }

    [Theory]
    [InlineData("They were lit\non 1 May 1920.", "They\nwere lit on\n1 May 1920.")]
    [InlineData("\"the pride of Osk\"", "“the pride of Osk”")]
    [InlineData("on 1 May 1920.", "on 1\u00A0May 1920.")]
    [InlineData("*two* beacons", "_two_ beacons")]
    [InlineData("on 1 May 1920. [@harbour-log:page-1]", "on 1 May 1920.\n[@harbour-log:page-1]")]
    public void What_reads_the_same_is_no_change(string old, string now)
    {
        library.Replace(English, old, now);

        library.Problems().ShouldBeEmpty();
        Behind().ShouldBeEmpty();
    }

    [Fact]
    public void Without_an_entry_a_part_was_never_confirmed()
    {
        using var fresh = new TestLibrary();

        TranslatedPart.Of(fresh.Load(), "fr").ShouldAllBe(part => part.State == TranslationState.NeverConfirmed);
        TranslatedPart.Of(fresh.Load(), "en").ShouldBeEmpty();
    }

    [Fact]
    public void The_translations_that_ship_have_kept_up() => TranslationWarnings.Of(TestLibrary.Real).ShouldBeEmpty();

    [Theory]
    [InlineData("summary")]
    [InlineData("key-points")]
    public void No_topic_takes_the_name_of_another_part(string id)
    {
        using var english = TestLibrary.OnlyEnglish();
        english.Replace("sections/keepers/en.md", "{#pay}", $"{{#{id}}}");

        english.Problems().ShouldContain(english.At("sections/keepers/en.md", $"{{#{id}}}",
            $"'{id}' cannot be a topic's id – choose another: the section's own part is confirmed under this name"));
    }

    /// <summary>Confirms all of the French translation.</summary>
    internal static void Confirm(TestLibrary library)
    {
        foreach (var file in TranslatedPart.Of(library.Load(), "fr").GroupBy(part => part.Translation.File))
            library.Write(file.Key, TranslationConfirmation.Write(library.Read(file.Key), [.. file]));
    }

    private IEnumerable<string> Behind() =>
        TranslatedPart.Of(library.Load(), "fr").Where(part => part.State == TranslationState.Behind).Select(part => part.Part);
}
