using MoroccoCT.Briefings.Composition;

namespace MoroccoCT.Tests.Briefings.Composition;

public sealed class PassagesTests
{
    [Theory]
    [InlineData("part A, first point|part A, third point|part B, third point", "part A, first point|third point|part B, third point")]
    [InlineData("part A, third point, first item|part A, third point, fifth item", "part A, third point, first item|fifth item")]
    [InlineData("part A, third point, first item|part A, fourth point", "part A, third point, first item|fourth point")]
    [InlineData("part A, third point|part A, third point, first item", "part A, third point|first item")]
    [InlineData("page 2|page 2", "page 2|page 2")]
    [InlineData("introduction|part A, first point", "introduction|part A, first point")]
    [InlineData("الجزء الأول، النقطة الأولى|الجزء الأول، النقطة الثالثة", "الجزء الأول، النقطة الأولى|النقطة الثالثة")]
    public void What_the_passage_before_has_said_is_left_out(string passages, string shown) =>
        Passages.Shortened(passages.Split('|')).ShouldBe(shown.Split('|'));
}
