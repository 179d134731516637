using MoroccoCT.Briefings.Content;

namespace MoroccoCT.Tests.Briefings.Content;

public class MarkingTests
{
    [Theory]
    [InlineData("TLP:CLEAR", "#FFFFFF")]
    [InlineData("TLP:GREEN", "#33FF00")]
    [InlineData("TLP:AMBER", "#FFC000")]
    [InlineData("TLP:AMBER+STRICT", "#FFC000")]
    [InlineData("TLP:RED", "#FF2B2B")]
    public void Labels_and_colours_are_those_of_TLP_2(string label, string color) => Marking.Find(label)!.Color.ShouldBe(color);

    [Fact]
    public void Labels_go_from_the_most_open_to_the_most_restricted()
    {
        Marking.All.Select(marking => marking.Label).ShouldBe(["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"]);
        Marking.All.Select(marking => marking.Level).ShouldBe([0, 1, 2, 3, 4]);
    }

    [Theory]
    [InlineData("TLP:WHITE")]
    [InlineData("tlp:red")]
    [InlineData("TLP: RED")]
    [InlineData("")]
    public void Nothing_else_is_a_label(string label) => Marking.Find(label).ShouldBeNull();

    [Fact]
    public void The_highest_of_several_wins_and_of_none_it_is_clear()
    {
        Marking.Highest([Marking.All[1], Marking.All[3], Marking.All[2]]).Label.ShouldBe("TLP:AMBER+STRICT");
        Marking.Highest([]).ShouldBe(Marking.Clear);
    }
}
