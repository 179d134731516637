using MoroccoCT.Briefings.Composition;
using MoroccoCT.Briefings.Editions;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Tests.Briefings.Library;
using static MoroccoCT.Tests.Briefings.Composition.TestBriefings;

namespace MoroccoCT.Tests.Briefings.Composition;

/// <summary>Page one says which of its parts were translated from a text that has changed since.</summary>
public sealed class BehindPartsTests : IDisposable
{
    private const string English = "sections/lights/en.md";

    private static readonly BriefingOrder lights = new() { Sections = ["lights"], Language = "fr" };

    private readonly TestLibrary library = new();

    public BehindPartsTests() => TranslatedPartTests.Confirm(library);

    public void Dispose() => library.Dispose();

    [Fact]
    public void Nothing_is_said_while_the_translation_has_kept_up() => Notice(lights).ShouldBeNull();

    [Fact]
    public void A_topic_that_is_behind_is_named_in_the_words_of_the_translation()
    {
        library.Replace(English, "sounds in fog", "sounds in mist");

        Notice(lights).ShouldBe(
            "Le texte anglais d’origine a changé depuis la traduction de ces parties\u00A0: Les feux des ports (Le signal de brume).");
        Notice(lights with { Sections = ["lights", "keepers"] }).ShouldBe(Notice(lights));
    }

    [Theory]
    [InlineData(Standing.Link, 0)]
    [InlineData(Standing.Summary, 1)]
    [InlineData(Standing.Full, 2)]
    public void Of_an_edition_only_what_it_carries_is_spoken_of(Standing standing, int parts)
    {
        library.Replace(English, "sounds in fog", "sounds in mist");
        library.Replace(English, "How the invented island", "How the imagined island");

        BehindParts.Of(library.Load(), lights, new() { Cut = DateTimeOffset.UnixEpoch, Standing = standing }).Count.ShouldBe(parts);
    }

    [Fact]
    public void What_the_order_does_not_take_is_not_spoken_of()
    {
        library.Replace(English, "sounds in fog", "sounds in mist");
        library.Replace(English, "How the invented island", "How the imagined island");

        Notice(lights with { Topics = ["beacons"] }).ShouldBeNull();
        Notice(new() { Sections = ["keepers"], Language = "fr" }).ShouldBeNull();
        Notice(lights with { Depth = Depth.Summary }).ShouldBeNull("a summary has neither the topics nor the section's summary");
        Notice(lights with { Language = "en" }).ShouldBeNull("the original is never behind");
    }

    [Fact]
    public void Key_points_and_summary_are_named_too()
    {
        library.Replace(English, "A fog signal has sounded since 1925.", "A fog signal has sounded since 1926.");
        library.Replace(English, "How the invented island", "How the imagined island");

        Notice(lights)!.ShouldEndWith("Les feux des ports (Résumé\u202F; Points essentiels).");
        Notice(lights with { Depth = Depth.Summary })!.ShouldEndWith("Les feux des ports (Points essentiels).");
    }

    [Fact]
    public void What_was_never_confirmed_is_not_said_to_be_behind()
    {
        using var fresh = new TestLibrary();
        fresh.Replace(English, "sounds in fog", "sounds in mist");

        Notice(lights, fresh).ShouldBeNull();
    }

    private string? Notice(BriefingOrder order, TestLibrary? of = null) =>
        Compose((of ?? library).Load(), order).Notices.SingleOrDefault(notice => notice.StartsWith("Le texte anglais", StringComparison.Ordinal));
}
