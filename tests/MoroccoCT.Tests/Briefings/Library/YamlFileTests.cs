namespace MoroccoCT.Tests.Briefings.Library;

public class YamlFileTests
{
    [Theory]
    [InlineData("timeline.yaml", "", 1, "nothing stands here – write its entries")]
    [InlineData("timeline.yaml", "# later\n", 1, "nothing stands here – write its entries")]
    [InlineData("timeline.yaml", "id: lamp-act-passed\n", 1, "this is not a list of entries – begin each entry with '- '")]
    [InlineData("timeline.yaml", "- lamp-act-passed\n", 1, "this is not a list of entries – begin each entry with '- '")]
    [InlineData("labels.yaml", "- key-points\n", 1, "this is not a group of keys – write 'key: value' lines")]
    [InlineData("programmes.yaml", "Programmes\n", 1, "this is not a group of keys – write 'key: value' lines")]
    [InlineData("glossary.yaml", "- term: OLA\n  meaning: OLA: lamps\n", 2,
        "this is no valid YAML (While scanning a plain scalar value, found invalid mapping.) – "
        + "check indentation, quotes and colons; put texts with a colon in double quotes")]
    [InlineData("glossary.yaml", "- term: OLA\n\tlanguage: en\n", 2,
        "this is no valid YAML (While scanning a plain scalar, found a tab character that violate indentation.) – "
        + "check indentation, quotes and colons; put texts with a colon in double quotes")]
    public void A_file_that_is_no_library_data_is_reported(string file, string text, int line, string message)
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Write(file, text);

        library.Problems().ShouldBe([$"{file}:{line}: {message}"]);
    }

    [Fact]
    public void Entries_behind_a_second_document_are_not_lost_in_silence()
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace("timeline.yaml", "- id: fog-signal", "---\n- id: fog-signal");

        library.Problems().ShouldBe([library.At(
            "timeline.yaml", "fog-signal-sounds", "a second document begins here – keep all entries in one: remove the line '---' or '...' in front of it")]);
    }
}
