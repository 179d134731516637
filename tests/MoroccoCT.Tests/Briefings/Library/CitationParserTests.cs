using MoroccoCT.Briefings.Content;

namespace MoroccoCT.Tests.Briefings.Library;

public class CitationParserTests
{
    private const string File = "sections/lights/en.md";
    private const string Paragraph = "sounds in fog. [@harbour-log:page-2]";

    [Theory]
    [InlineData("[@lamp-act]", "lamp-act")]
    [InlineData("[@harbour-log:page-1]", "harbour-log:page-1")]
    [InlineData("[@lamp-act; @harbour-log:page-1]", "lamp-act, harbour-log:page-1")]
    [InlineData("[@lamp-act;@harbour-log;@keepers-letters]", "lamp-act, harbour-log, keepers-letters")]
    public void A_citation_names_sources_and_their_passages(string written, string references)
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(File, Paragraph, $"sounds in fog. {written}");

        var citation = library.Load().Sections("en")[0].Topics[1].Blocks.Inlines().OfType<Citation>().First();

        string.Join(", ", citation.References).ShouldBe(references);
    }

    [Theory]
    [InlineData("[@Harbour-Log]")]
    [InlineData("[@harbour_log]")]
    [InlineData("[ @harbour-log]")]
    [InlineData("[@harbour-log, @lamp-act]")]
    [InlineData("[@harbour-log; lamp-act]")]
    [InlineData("[@harbour-log;]")]
    [InlineData("[@]")]
    [InlineData("\\[@harbour-log]")]
    public void A_citation_that_cannot_be_read_is_reported_even_beside_one_that_can(string written)
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(File, Paragraph, $"{Paragraph} {written}");

        library.Problems().ShouldBe([library.At(File, "sounds in fog", "a citation that cannot be read – write [@source-id] or [@one; @two]")]);
    }

    [Theory]
    [InlineData("on 1 May 1920. [@harbour-log:page-1]", "on 1 May 1920. [@nowhere]")]
    [InlineData("a red light. [@lamp-act]", "a red light. [@nowhere]")]
    [InlineData("One long blast |", "One long blast [@nowhere] |")]
    [InlineData("apart. [@harbour-log:page-2]", "apart. [@nowhere]")]
    [InlineData("\"the pride of Osk\". [@harbour-log:page-1]", "\"the pride of Osk\". [@nowhere]")]
    [InlineData("its two harbours. [@harbour-log:page-1]", "its two harbours. [@nowhere]")]
    [InlineData("since 1925. [@harbour-log:page-2]", "since 1925. [@nowhere]")]
    [InlineData("sounds in fog. [@harbour-log:page-2]", "*sounds in fog. [@nowhere]*")]
    public void A_citation_is_reported_on_the_very_line_it_stands_on(string old, string now)
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(File, old, now);

        library.Problems().ShouldBe([library.At(
            File, "[@nowhere]", "unknown source 'nowhere' – add it to sources.yaml or use one of: harbour-log, lamp-act, keepers-letters")]);
    }
}
