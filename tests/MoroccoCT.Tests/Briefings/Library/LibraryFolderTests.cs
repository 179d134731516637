using System.Diagnostics;
using System.Runtime.Versioning;
using MoroccoCT.Briefings.Library;

namespace MoroccoCT.Tests.Briefings.Library;

[UnsupportedOSPlatform("windows")]
public sealed class LibraryFolderTests : IDisposable
{
    private const string LeftAlone = "this does not belong to the library and is left alone";
    private const string NotAllowed = "the program is not allowed to read this – give the account that runs the program the right to read it";

    private readonly TestLibrary library = new();

    public LibraryFolderTests()
    {
        const UnixFileMode everybody = UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(library.Folder, File.GetUnixFileMode(library.Folder) | everybody);
    }

    public void Dispose()
    {
        foreach (var folder in Directory.EnumerateDirectories(library.Folder, "*", SearchOption.AllDirectories).Prepend(library.Folder))
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        library.Dispose();
    }

    [Theory]
    [InlineData(".DS_Store")]
    [InlineData("Thumbs.db")]
    [InlineData("sources.yaml~")]
    [InlineData("Sources.yaml.bak")]
    [InlineData("#timeline.yaml#")]
    [InlineData("4913")]
    [InlineData("notes.txt")]
    [InlineData("sections/4913")]
    [InlineData("sections/.DS_Store")]
    [InlineData("sections/notes.md")]
    [InlineData("sections/notes")]
    [InlineData("sections/lights/.en.md.swp")]
    [InlineData("sections/lights/en.md~")]
    [InlineData("sections/lights/#en.md#")]
    [InlineData("sections/lights/4913")]
    [InlineData("sections/lights/en.md.orig")]
    [InlineData("sections/lights/en (copy).md")]
    [InlineData("sections/lights/EN.md")]
    [InlineData("sections/lights/de.md")]
    public void A_file_that_does_not_belong_is_warned_of_and_left_alone(string file)
    {
        library.Write(file, "not for anybody: [");

        Warnings().ShouldHaveSingleItem().ShouldStartWith($"{file}:1: {LeftAlone} – move or remove it; ");
    }

    [Theory]
    [InlineData("lost+found", "lost+found")]
    [InlineData("old library", "old library")]
    [InlineData("sections/lost+found", "sections/lost+found")]
    [InlineData("sections/Lights", "sections/Lights")]
    [InlineData("sections/lights/old", "sections/lights/old")]
    public void A_folder_that_does_not_belong_is_warned_of_and_not_looked_into(string folder, string told)
    {
        library.Write($"{folder}/en.md", "not for anybody: [");
        File.SetUnixFileMode(library.PathOf(folder), UnixFileMode.None);

        AsNobody.Run(() => Warnings().ShouldHaveSingleItem().ShouldStartWith($"{told}:1: {LeftAlone} – move or remove it; "));
    }

    [Fact]
    public void A_folder_with_a_section_s_name_and_no_text_is_warned_of()
    {
        library.Write("sections/ferries/notes.txt", "later");
        Directory.CreateDirectory(library.PathOf("sections/piers"));

        Warnings().Select(warning => warning[..warning.IndexOf(';', StringComparison.Ordinal)]).ShouldBe(
        [
            $"sections/ferries:1: {LeftAlone} – move or remove it",
            $"sections/ferries/notes.txt:1: {LeftAlone} – move or remove it",
            $"sections/piers:1: {LeftAlone} – move or remove it",
        ]);
    }

    [Theory]
    [InlineData("layouts/briefing.typ")]
    [InlineData(".git/config")]
    [InlineData(".gitignore")]
    public void Layouts_and_version_control_lie_beside_the_library(string file)
    {
        library.Write(file, "");

        Warnings().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("notes.txt", "/no/such/file")]
    [InlineData("sections/lights/.#en.md", "editor@host.1234")]
    [InlineData("sections/keepers/again", ".")]
    public void A_link_beside_the_library_is_warned_of_wherever_it_leads(string file, string target)
    {
        File.CreateSymbolicLink(library.PathOf(file), target);

        Warnings().ShouldHaveSingleItem().ShouldStartWith($"{file}:1: {LeftAlone}");
    }

    [Fact]
    public void A_link_in_place_of_a_section_is_a_problem()
    {
        Directory.CreateSymbolicLink(library.PathOf("sections/ferries"), "/no/such/folder");

        library.Problems().ShouldBe(["sections/ferries:1: this is a symbolic link – put the file or folder itself here"]);
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_no_leave_to_take_the_program_s_words()
    {
        library.Delete("labels.yaml");
        File.CreateSymbolicLink(library.PathOf("labels.yaml"), "/no/such/file");

        var broken = Should.Throw<BrokenLibraryException>(() => ContentLibrary.Load(library.Folder, TestLibrary.RealFolder));

        broken.Problems.ShouldHaveSingleItem().ToString().ShouldBe("labels.yaml:1: this is a symbolic link – put the file or folder itself here");
    }

    [Theory]
    [InlineData("glossary.yaml")]
    [InlineData("sections/lights/fr.md")]
    public void A_file_that_the_program_may_not_read_is_a_problem(string file)
    {
        File.SetUnixFileMode(library.PathOf(file), UnixFileMode.None);

        AsNobody.Run(() => library.Problems().ShouldBe([$"{file}:1: {NotAllowed}"]));
    }

    [Theory]
    [InlineData("sections")]
    [InlineData("sections/keepers")]
    public void A_folder_that_the_program_may_not_read_is_a_problem(string folder)
    {
        File.SetUnixFileMode(library.PathOf(folder), UnixFileMode.None);

        AsNobody.Run(() => library.Problems()[0].ShouldBe($"{folder}:1: {NotAllowed}"));
    }

    [Fact]
    public void A_library_that_the_program_may_not_read_at_all_is_a_problem()
    {
        File.SetUnixFileMode(library.Folder, UnixFileMode.None);

        AsNobody.Run(() => library.Problems()[0].ShouldBe($".:1: {NotAllowed}"));
    }

    [Theory]
    [InlineData("glossary.yaml")]
    [InlineData("sections/lights/en.md")]
    public void A_file_that_another_program_holds_is_a_problem(string file)
    {
        using var held = new FileStream(library.PathOf(file), FileMode.Open, FileAccess.Read, FileShare.None);

        library.Problems().ShouldContain(problem => problem.StartsWith($"{file}:1: this cannot be read (", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("glossary.yaml")]
    [InlineData("sections/lights/en.md")]
    public void A_folder_in_place_of_a_file_is_a_problem(string file)
    {
        library.Delete(file);
        Directory.CreateDirectory(library.PathOf(file));

        library.Problems().ShouldContain($"{file}:1: this is a folder – put the file of this name in its place");
    }

    [Fact]
    public void A_file_in_place_of_the_sections_is_a_problem()
    {
        Directory.Delete(library.PathOf("sections"), recursive: true);
        library.Write("sections", "");

        library.Problems()[0].ShouldBe("sections:1: the folder is missing – the library keeps its sections as sections/<id>/en.md");
    }

    [Fact]
    public void A_pipe_in_place_of_a_file_keeps_nobody_waiting()
    {
        library.Delete("glossary.yaml");
        using (var make = Process.Start("mkfifo", [library.PathOf("glossary.yaml")]))
            make.WaitForExit();

        library.Problems().ShouldBe(["glossary.yaml:1: nothing stands here – write its entries"]);
    }

    [Fact]
    public void A_name_from_outside_stays_on_one_line()
    {
        library.Write("note\u001B[31m\nforged", "");

        Warnings().ShouldHaveSingleItem().ShouldStartWith($"note\uFFFD[31m\uFFFDforged:1: {LeftAlone}");
    }

    private IReadOnlyList<string> Warnings()
    {
        library.Problems().ShouldBeEmpty();
        return [.. library.Load().Warnings.Select(warning => warning.ToString())];
    }
}
