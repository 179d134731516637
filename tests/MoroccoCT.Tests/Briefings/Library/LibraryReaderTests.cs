namespace MoroccoCT.Tests.Briefings.Library;

public class LibraryReaderTests
{
    [Fact]
    public void A_library_without_sections_is_reported()
    {
        using var library = new TestLibrary();
        Directory.Delete(library.PathOf("sections"), recursive: true);

        library.Problems().ShouldBe(["sections:1: the folder is missing – the library keeps its sections as sections/<id>/en.md"]);
    }

    [Fact]
    public void Sections_stand_in_their_own_order_and_languages_in_that_of_the_product()
    {
        using var library = new TestLibrary();
        foreach (var language in new[] { "en", "fr" })
        {
            library.Replace($"sections/lights/{language}.md", "order: 1", "order: 3");
            library.Replace($"sections/keepers/{language}.md", "order: 2", "order: 1");
        }

        var read = library.Load();

        read.Languages.ShouldBe(["en", "fr"]);
        read.Sections("en").Select(section => section.Id).ShouldBe(["keepers", "lights"]);
        read.Sections("fr").Select(section => section.Title).ShouldBe(["Les gardiens", "Les feux des ports"]);
        read.Sections("ar").ShouldBeEmpty();
    }
}
