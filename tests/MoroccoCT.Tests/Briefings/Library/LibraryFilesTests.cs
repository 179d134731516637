using System.Security.Cryptography;

namespace MoroccoCT.Tests.Briefings.Library;

public sealed class LibraryFilesTests : IDisposable
{
    private const string Section = "sections/lights/en.md";

    private readonly TestLibrary library = TestLibrary.OnlyEnglish();

    public void Dispose() => library.Dispose();

    [Theory]
    [InlineData("sources.yaml")]
    [InlineData("timeline.yaml")]
    [InlineData("key-figures.yaml")]
    [InlineData("programmes.yaml")]
    [InlineData("glossary.yaml")]
    [InlineData("method.yaml")]
    [InlineData("labels.yaml")]
    public void A_missing_file_is_reported_by_name(string file)
    {
        library.Delete(file);

        library.Problems().ShouldBe([$"{file}:1: the file is missing – the library cannot be used without it"]);
    }

    [Theory]
    [InlineData("glossary.yaml")]
    [InlineData(Section)]
    public void A_file_in_another_encoding_is_reported(string file)
    {
        File.WriteAllBytes(library.PathOf(file), [.. "caf"u8, 0xE9]);

        library.Problems().ShouldBe([$"{file}:1: the file is not UTF-8 – save it with the encoding UTF-8"]);
    }

    [Theory]
    [InlineData("glossary.yaml", "/etc/hostname")]
    [InlineData("glossary.yaml", "/no/such/file")]
    [InlineData(Section, "/etc/hostname")]
    public void A_link_to_a_file_is_reported_wherever_it_leads(string file, string target)
    {
        library.Delete(file);
        File.CreateSymbolicLink(library.PathOf(file), target);

        library.Problems().ShouldBe([$"{file}:1: this is a symbolic link – put the file or folder itself here"]);
    }

    [Theory]
    [InlineData("sections")]
    [InlineData("sections/keepers")]
    public void A_link_to_a_folder_is_reported_once(string folder)
    {
        Directory.Move(library.PathOf(folder), library.PathOf("elsewhere"));
        Directory.CreateSymbolicLink(library.PathOf(folder), library.PathOf("elsewhere"));

        library.Problems().ShouldBe([$"{folder}:1: this is a symbolic link – put the file or folder itself here"]);
    }

    [Theory]
    [InlineData(Section, "sounds", '\u0000')]
    [InlineData(Section, "sounds", '\u0007')]
    [InlineData(Section, "sounds", '\u000C')]
    [InlineData(Section, "sounds", '\u007F')]
    [InlineData(Section, "sounds", '\u0085')]
    [InlineData(Section, "sounds", '\u2028')]
    [InlineData(Section, "Harbour lights", '\u0000')]
    [InlineData("timeline.yaml", "The Lamp Act", '\u0000')]
    [InlineData("timeline.yaml", "The Lamp Act", '\u0007')]
    [InlineData("timeline.yaml", "The Lamp Act", '\u2029')]
    public void A_control_character_is_reported_by_code_and_line(string file, string mark, char control)
    {
        library.Replace(file, mark, $"{mark}{control}");

        library.Problems().ShouldBe([library.At(file, mark, $"control character U+{(int)control:X4} – remove it; texts are plain Unicode")]);
    }

    [Fact]
    public void Every_file_read_is_remembered_by_the_hash_of_its_bytes()
    {
        var hashes = library.Load().FileHashes;

        hashes.Keys.Order(StringComparer.Ordinal).ShouldBe(
        [
            "glossary.yaml", "key-figures.yaml", "labels.yaml", "method.yaml", "programmes.yaml",
            "sections/keepers/en.md", "sections/lights/en.md", "sources.yaml", "timeline.yaml",
        ]);
        hashes[Section].ShouldBe(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(library.PathOf(Section)))));
    }
}
