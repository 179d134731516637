using MoroccoCT.Briefings.Library;
using MoroccoCT.Library;

namespace MoroccoCT.Tests.Library;

public sealed class CurrentLibraryTests : IDisposable
{
    private const string Section = "sections/domestic/en.md";
    private const string Title = "title: Domestic security initiatives";
    private const string Changed = "title: Security at home";

    private readonly LibraryCopy copy = new();
    private readonly CurrentLibrary library;

    public CurrentLibraryTests() => library = copy.Load();

    [Fact]
    public void Without_a_change_the_library_is_not_read_again()
    {
        var before = library.Snapshot;

        library.Refresh();

        library.Snapshot.ShouldBeSameAs(before);
        library.Warning.ShouldBeNull();
    }

    [Fact]
    public void A_changed_text_is_in_use_after_the_next_look()
    {
        copy.Replace(Section, Title, Changed);
        library.Refresh();

        TitleInUse.ShouldBe("Security at home");
        library.Warning.ShouldBeNull();
    }

    [Fact]
    public void A_changed_layout_is_in_use_after_the_next_look()
    {
        var before = library.Snapshot.Layout.Hash;

        copy.Append("layouts/theme.typ", "// A note");
        library.Refresh();

        library.Snapshot.Layout.Hash.ShouldNotBe(before);
    }

    [Fact]
    public void A_broken_library_leaves_the_last_good_one_in_use_with_a_warning_that_names_the_place()
    {
        var before = library.Snapshot;

        var line = copy.Append(Section, "\nA sentence without a source.");
        library.Refresh();

        library.Snapshot.ShouldBeSameAs(before);
        library.Warning.ShouldNotBeNull().ShouldStartWith("The library on disk is broken; the last good one is in use. ");
        library.Warning.ShouldContain($"{Section}:{line}: ");
    }

    [Fact]
    public void A_layout_that_may_not_be_used_leaves_the_last_good_one_in_use()
    {
        var before = library.Snapshot;

        var line = copy.Append("layouts/notes.typ", "#import \"@preview/cetz:0.3.0\"");
        library.Refresh();

        library.Snapshot.ShouldBeSameAs(before);
        library.Warning.ShouldNotBeNull().ShouldContain($"layouts/notes.typ:{line}: ");
    }

    [Fact]
    public void The_warning_goes_when_the_library_is_mended()
    {
        var text = copy.Read(Section);
        copy.Append(Section, "\nA sentence without a source.");
        library.Refresh();
        library.Warning.ShouldNotBeNull();

        copy.Write(Section, text.Replace(Title, Changed, StringComparison.Ordinal));
        library.Refresh();

        library.Warning.ShouldBeNull();
        TitleInUse.ShouldBe("Security at home");
    }

    [Fact]
    public void A_library_that_is_gone_leaves_the_last_good_one_in_use_with_a_warning()
    {
        var before = library.Snapshot;

        Directory.Move(copy.Folder, copy.Folder + "-away");
        library.Refresh();
        library.Snapshot.ShouldBeSameAs(before);
        library.Warning.ShouldNotBeNull();

        Directory.Move(copy.Folder + "-away", copy.Folder);
        library.Refresh();
        library.Warning.ShouldBeNull();
    }

    [Fact]
    public void A_file_that_is_being_written_is_read_at_the_next_look()
    {
        copy.Replace(Section, Title, Changed);
        using (new FileStream(copy.PathOf(Section), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            library.Refresh();
        TitleInUse.ShouldBe("Domestic security initiatives");
        library.Warning.ShouldBeNull();

        library.Refresh();

        TitleInUse.ShouldBe("Security at home");
    }

    [Fact]
    public void The_lock_of_an_editor_does_no_harm()
    {
        // A link to nowhere, as Emacs leaves it beside an open file.
        File.CreateSymbolicLink(copy.PathOf("sections/domestic/.#en.md"), "editor@machine.1234");
        copy.Replace(Section, Title, Changed);

        library.Refresh();

        TitleInUse.ShouldBe("Security at home");
        library.Warning.ShouldBeNull();
    }

    [Fact]
    public void There_is_no_beginning_without_a_good_library()
    {
        copy.Append(Section, "\nA sentence without a source.");

        Should.Throw<BrokenLibraryException>(copy.Load);
    }

    public void Dispose() => copy.Dispose();

    private string TitleInUse => library.Snapshot.Library.Sections("en")[0].Title;
}
