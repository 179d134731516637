using MoroccoCT.Briefings.Library;
using MoroccoCT.Library;
using MoroccoCT.Tests.Rendering;
using MoroccoCT.Typesetting;

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
    public async Task Without_a_change_the_library_is_not_read_again()
    {
        var before = library.Snapshot;

        await library.RefreshAsync(default);

        library.Snapshot.ShouldBeSameAs(before);
        library.Warning.ShouldBeNull();
    }

    [Fact]
    public async Task A_review_of_a_day_that_is_still_to_come_does_not_come_into_use()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        var current = RenderingFixture.LibraryIn(copy.Folder, time: time);
        copy.Replace(Section, "last-reviewed: null\nreviewer: null", "last-reviewed: 2026-11-24\nreviewer: Ada Example");

        await current.RefreshAsync(default);
        current.Warning.ShouldNotBeNull().ShouldContain("last-reviewed is 2026-11-24, which is still to come");

        time.Advance(TimeSpan.FromDays(1));
        copy.Append(Section, "");
        await current.RefreshAsync(default);
        current.Warning.ShouldBeNull("at noon of the day before, it is that day somewhere");
    }

    [Fact]
    public async Task A_changed_text_is_in_use_after_the_next_look()
    {
        copy.Replace(Section, Title, Changed);
        await library.RefreshAsync(default);

        TitleInUse.ShouldBe("Security at home");
        library.Warning.ShouldBeNull();
    }

    [Fact]
    public async Task A_changed_layout_is_in_use_after_the_next_look()
    {
        var before = library.Snapshot.Layout.Hash;

        copy.Append("layouts/theme.typ", "// A note");
        await library.RefreshAsync(default);

        library.Snapshot.Layout.Hash.ShouldNotBe(before);
    }

    [Fact]
    public async Task A_broken_library_leaves_the_last_good_one_in_use_with_a_warning_that_names_the_place()
    {
        var before = library.Snapshot;

        var line = copy.Append(Section, "\nA sentence without a source.");
        await library.RefreshAsync(default);

        library.Snapshot.ShouldBeSameAs(before);
        library.Warning.ShouldNotBeNull().ShouldStartWith("The library on disk is broken; the last good one is in use. ");
        library.Warning.ShouldContain($"{Section}:{line}: ");
    }

    [Fact]
    public async Task A_layout_that_may_not_be_used_leaves_the_last_good_one_in_use()
    {
        var before = library.Snapshot;

        var line = copy.Append("layouts/notes.typ", "#import \"@preview/cetz:0.3.0\"");
        await library.RefreshAsync(default);

        library.Snapshot.ShouldBeSameAs(before);
        library.Warning.ShouldNotBeNull().ShouldContain($"layouts/notes.typ:{line}: ");
    }

    [Fact]
    public async Task The_warning_goes_when_the_library_is_mended()
    {
        var text = copy.Read(Section);
        copy.Append(Section, "\nA sentence without a source.");
        await library.RefreshAsync(default);
        library.Warning.ShouldNotBeNull();

        copy.Write(Section, text.Replace(Title, Changed, StringComparison.Ordinal));
        await library.RefreshAsync(default);

        library.Warning.ShouldBeNull();
        TitleInUse.ShouldBe("Security at home");
    }

    [Fact]
    public async Task A_library_that_is_gone_leaves_the_last_good_one_in_use_with_a_warning()
    {
        var before = library.Snapshot;

        Directory.Move(copy.Folder, copy.Folder + "-away");
        await library.RefreshAsync(default);
        library.Snapshot.ShouldBeSameAs(before);
        library.Warning.ShouldNotBeNull();

        Directory.Move(copy.Folder + "-away", copy.Folder);
        await library.RefreshAsync(default);
        library.Warning.ShouldBeNull();
    }

    [Fact]
    public async Task A_file_that_is_being_written_is_read_at_the_next_look()
    {
        copy.Replace(Section, Title, Changed);
        using (new FileStream(copy.PathOf(Section), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            await library.RefreshAsync(default);
        TitleInUse.ShouldBe("Domestic security initiatives");
        library.Warning.ShouldNotBeNull().ShouldContain(Section);

        await library.RefreshAsync(default);

        TitleInUse.ShouldBe("Security at home");
        library.Warning.ShouldBeNull();
    }

    [Fact]
    public async Task The_lock_of_an_editor_does_no_harm()
    {
        // A link to nowhere, as Emacs leaves it beside an open file.
        File.CreateSymbolicLink(copy.PathOf("sections/domestic/.#en.md"), "editor@machine.1234");
        copy.Replace(Section, Title, Changed);

        await library.RefreshAsync(default);

        TitleInUse.ShouldBe("Security at home");
        library.Warning.ShouldNotBeNull().ShouldStartWith("Not of the library and passed over: sections/domestic/.#en.md");
    }

    [Fact]
    public async Task A_folder_that_is_foreign_to_the_library_does_not_keep_changes_out()
    {
        Directory.CreateDirectory(copy.PathOf("lost+found"));
        File.WriteAllText(copy.PathOf("lost+found/4711"), "rest of something");
        copy.Replace(Section, Title, Changed);

        await library.RefreshAsync(default);

        TitleInUse.ShouldBe("Security at home");
    }

    [Fact]
    public async Task Whatever_a_trial_throws_leaves_the_last_good_library_in_use_with_a_warning()
    {
        var tried = copy.Load((_, _) => throw new InvalidOperationException("Nobody thought of this."));
        var before = tried.Snapshot;
        copy.Replace(Section, Title, Changed);

        await tried.RefreshAsync(default);

        tried.Snapshot.ShouldBeSameAs(before);
        tried.Warning.ShouldNotBeNull().ShouldContain("Nobody thought of this.");
    }

    [Fact]
    public async Task A_change_that_could_not_be_tried_is_tried_at_the_next_look()
    {
        var isBusy = true;
        var tried = copy.Load((_, _) => isBusy ? throw new EngineBusyException("All engines are at work.", TimeSpan.FromSeconds(1)) : Task.CompletedTask);
        copy.Replace(Section, Title, Changed);

        await tried.RefreshAsync(default);
        tried.Warning.ShouldNotBeNull().ShouldContain("All engines are at work.");
        isBusy = false;
        await tried.RefreshAsync(default);

        tried.Warning.ShouldBeNull();
        tried.Snapshot.Library.Sections("en")[0].Title.ShouldBe("Security at home");
    }

    [Fact]
    public async Task What_is_in_use_from_the_start_is_tried_once()
    {
        var trials = 0;
        var tried = copy.Load((_, _) =>
        {
            trials++;
            return Task.CompletedTask;
        });

        await tried.RefreshAsync(default);
        await tried.RefreshAsync(default);

        trials.ShouldBe(1);
    }

    [Fact]
    public void There_is_no_beginning_without_a_good_library()
    {
        copy.Append(Section, "\nA sentence without a source.");

        Should.Throw<BrokenLibraryException>(() => copy.Load());
    }

    public void Dispose() => copy.Dispose();

    private string TitleInUse => library.Snapshot.Library.Sections("en")[0].Title;
}
