using System.Text;
using Microsoft.Extensions.Configuration;
using MoroccoCT.Hosting;

namespace MoroccoCT.Tests.Hosting;

public sealed class SettingsFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("settings-");

    private string Path => System.IO.Path.Combine(folder.FullName, "settings.json");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("", "line 1, byte 1: it is no JSON")]
    [InlineData("{ \"Desk\": {\n  \"Name\": }", "line 2, byte 11: it is no JSON")]
    [InlineData("[1]", "it is no group of settings")]
    [InlineData("\"Desk\"", "it is no group of settings")]
    [InlineData("{ \"Desk\": { \"Name\": \"a\", \"name\": \"b\" } }", "A duplicate key 'Desk:name' was found. Write each setting once; capitals do not count.")]
    [InlineData("{ \"Desk\": { \"Name\": \"a\" }, \"Desk:Name\": \"b\" }", "A duplicate key 'Desk:Name' was found.")]
    public void What_is_no_settings_is_refused_in_one_sentence_that_names_the_file(string text, string fault)
    {
        File.WriteAllText(Path, text);

        ShouldRefuse(fault);
    }

    [Fact]
    public void Nesting_without_end_is_refused()
    {
        File.WriteAllText(Path, string.Concat(Enumerable.Repeat("{\"a\":", 5000)));

        ShouldRefuse("it is no JSON from there on");
    }

    [Fact]
    public void Another_encoding_is_refused()
    {
        File.WriteAllBytes(Path, Encoding.Latin1.GetBytes("{ \"Desk\": { \"Name\": \"Défense\" } }"));
        ShouldRefuse("it is not UTF-8");

        File.WriteAllText(Path, "{}", Encoding.Unicode);
        ShouldRefuse("it is not UTF-8");
    }

    [Fact]
    public void A_folder_in_its_place_is_refused()
    {
        Directory.CreateDirectory(Path);

        ShouldRefuse("it is a folder");
    }

    [Fact]
    public void A_link_to_nowhere_is_refused()
    {
        File.CreateSymbolicLink(Path, "/no/such/file");

        ShouldRefuse("it cannot be read");
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over()
    {
        File.WriteAllText(Path, "{ \"Desk\": { \"Name\": \"Défense\" } }", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Read()["Desk:Name"].ShouldBe("Défense");
    }

    [Fact]
    public void Without_the_file_there_are_no_settings() => Read().GetChildren().ShouldBeEmpty();

    private IConfigurationRoot Read() => new ConfigurationBuilder().Add(new SettingsFile(Path, isRequired: false)).Build();

    private void ShouldRefuse(string fault) => Should.Throw<UsageException>(Read).Message.ShouldSatisfyAllConditions(
        text => text.ShouldStartWith($"The settings in {Path} cannot be used: "),
        text => text.ShouldContain(fault),
        text => text.ShouldNotContain('\n'));
}
