using MoroccoCT.Briefings.Content;

namespace MoroccoCT.Tests.Briefings.Content;

public class SourceReferenceTests
{
    [Theory]
    [InlineData("harbour-log", "harbour-log", null)]
    [InlineData("harbour-log:page-1", "harbour-log", "page-1")]
    [InlineData("harbour-log:page:1", "harbour-log", "page:1")]
    public void A_reference_is_written_as_it_is_read(string text, string source, string? passage)
    {
        var reference = SourceReference.Parse(text);

        reference.ShouldBe(new(source, passage));
        reference.ToString().ShouldBe(text);
    }
}
