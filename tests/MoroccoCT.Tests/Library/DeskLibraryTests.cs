using MoroccoCT.Briefings.Library;
using MoroccoCT.Library;
using MoroccoCT.Tests.Briefings;

namespace MoroccoCT.Tests.Library;

public sealed class DeskLibraryTests : IDisposable
{
    private readonly LibraryCopy program = new();
    private readonly string data = Directory.CreateTempSubdirectory("desk-").FullName;

    private string Own => Path.Combine(data, DeskLibrary.FolderName);

    public void Dispose()
    {
        program.Dispose();
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public void A_library_of_the_desks_own_has_the_texts_and_neither_layouts_nor_words()
    {
        DeskLibrary.Create(program.Folder, Own);

        Relative(Own).ShouldBe(Relative(program.Folder).Where(file => !file.StartsWith("layouts", StringComparison.Ordinal) && file != "labels.yaml"));
        var options = new LibraryOptions { DeskFolder = Own };
        options.ResolvedFolder.ShouldBe(Own);
        options.ResolvedLayouts.ShouldBe(Path.Combine(AppContext.BaseDirectory, "templates", "layouts"), "they come with the program");
        LibrarySnapshot.Load(options).Library.Labels.Keys.Order().ShouldBe(TestLibrary.Real.Labels.Keys.Order());
    }

    [Fact]
    public void What_is_edited_survives_a_new_version_of_the_program_and_its_new_words_are_there()
    {
        DeskLibrary.Create(program.Folder, Own);
        var section = Path.Combine(Own, "sections/domestic/en.md");
        File.WriteAllText(section, File.ReadAllText(section)
            .Replace("title: Domestic security initiatives", "title: Security at home", StringComparison.Ordinal));

        // A new version is laid over the old one.
        program.Append("labels.yaml", "a-new-word: { en: New, fr: Nouveau, ar: جديد }");
        program.Replace("sections/domestic/en.md", "title: Domestic security initiatives", "title: Another title");
        var upgraded = ContentLibrary.Load(Own, program.Folder);

        upgraded.Sections("en")[0].Title.ShouldBe("Security at home");
        upgraded.Labels["a-new-word"].In("fr").ShouldBe("Nouveau");
    }

    [Fact]
    public void A_word_the_desk_writes_itself_goes_before_the_programs()
    {
        DeskLibrary.Create(program.Folder, Own);
        File.WriteAllText(Path.Combine(Own, "labels.yaml"), "notes: { en: Endnotes, fr: Notes de fin, ar: هوامش }\n");

        var library = ContentLibrary.Load(Own, program.Folder);

        library.Labels["notes"].In("en").ShouldBe("Endnotes");
        library.Labels["sources"].In("en").ShouldBe(TestLibrary.Real.Labels["sources"].In("en"));
        library.FileHashes["labels.yaml"].ShouldNotBe(ContentLibrary.Load(program.Folder).FileHashes["labels.yaml"]);
    }

    [Fact]
    public void Nothing_is_left_of_a_copy_that_could_not_be_made()
    {
        program.Append("timeline.yaml", "- id: [");

        Should.Throw<BrokenLibraryException>(() => DeskLibrary.Create(program.Folder, Own));

        Directory.EnumerateFileSystemEntries(data).ShouldBeEmpty();
    }

    [Fact]
    public void A_library_that_is_there_is_left_alone()
    {
        DeskLibrary.Create(program.Folder, Own);
        File.WriteAllText(Path.Combine(Own, "timeline.yaml"), "edited");

        Should.Throw<IOException>(() => DeskLibrary.Create(program.Folder, Own));

        File.ReadAllText(Path.Combine(Own, "timeline.yaml")).ShouldBe("edited");
    }

    private static IEnumerable<string> Relative(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal);
}
