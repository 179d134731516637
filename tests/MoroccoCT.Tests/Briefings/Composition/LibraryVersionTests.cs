using MoroccoCT.Briefings.Composition;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Tests.Briefings.Composition;

public class LibraryVersionTests
{
    private static readonly BriefingOrder lights = new() { Sections = ["lights"] };

    [Fact]
    public void The_files_used_are_those_of_the_sections_in_their_language_and_the_data_files() =>
        LibraryVersion.Of(TestLibrary.Fixture, lights with { Language = "fr" }).Files.Keys.ShouldBe(
            ["glossary.yaml", "key-figures.yaml", "labels.yaml", "method.yaml", "programmes.yaml", "sections/lights/fr.md", "sources.yaml", "timeline.yaml"]);

    [Theory]
    [InlineData("sections/lights/en.md", "sounds in fog", "sounds in mist")]
    [InlineData("sources.yaml", "Lamp Act, fr: Loi sur les lampes }\n  short", "Lamps Act, fr: Loi sur les lampes }\n  short")]
    [InlineData("timeline.yaml", "Both beacons", "The beacons")]
    public void A_change_in_a_file_that_is_used_makes_a_new_version(string file, string old, string now) =>
        Version(library => library.Replace(file, old, now)).ShouldNotBe(Version(_ => { }));

    [Theory]
    [InlineData("sections/lights/fr.md", "retentit par temps", "sonne par temps")]
    [InlineData("sections/keepers/en.md", "in lamp oil", "in whale-free oil")]
    public void A_change_in_another_section_or_language_leaves_the_version_alone(string file, string old, string now) =>
        Version(library => library.Replace(file, old, now)).ShouldBe(Version(_ => { }));

    [Fact]
    public void The_version_does_not_depend_on_the_order_of_sections_asked_for() =>
        LibraryVersion.Of(TestLibrary.Fixture, new() { Sections = ["keepers", "lights"] })
            .Hash.ShouldBe(LibraryVersion.Of(TestLibrary.Fixture, TestBriefings.Osk).Hash);

    private static string Version(Action<TestLibrary> change)
    {
        using var library = new TestLibrary();
        change(library);
        return LibraryVersion.Of(library.Load(), lights).Hash;
    }
}
