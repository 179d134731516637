using MoroccoCT.Library;

namespace MoroccoCT.Tests.Library;

public sealed class LibraryOptionsTests
{
    [Fact]
    public void A_folder_that_is_named_is_taken_wherever_the_program_was_started() =>
        new LibraryOptions { Folder = "some/../library" }.ResolvedFolder.ShouldBe(Path.GetFullPath("library"));

    [Fact]
    public void Without_a_name_there_is_a_library_still() =>
        Directory.Exists(Path.Combine(new LibraryOptions().ResolvedFolder, "sections")).ShouldBeTrue();
}
