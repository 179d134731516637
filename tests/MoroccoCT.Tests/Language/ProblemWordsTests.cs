using MoroccoCT.Briefings.Orders;
using MoroccoCT.Language;
using MoroccoCT.Web.Language;

namespace MoroccoCT.Tests.Language;

public sealed class ProblemWordsTests
{
    private static readonly OrderProblem tooLong = new("preparedFor", OrderFault.TooLong, "121", "120");
    private static readonly OrderProblem unknown = new("sections", OrderFault.Unknown, "lamps", "lights", "keepers");

    public static TheoryData<OrderFault> EveryFault => new(Enum.GetValues<OrderFault>());

    [Fact]
    public void Each_door_names_a_field_in_its_own_way()
    {
        var words = ProblemWords.English;

        words.Sentence(tooLong, FieldNames.InJson).ShouldBe("'preparedFor' has 121 characters; 120 are allowed.");
        words.Sentence(tooLong, Words.English.Order.Quoted).ShouldBe("“Prepared for” has 121 characters; 120 are allowed.");
        words.Line(tooLong, FieldNames.AsOption).ShouldBe("--prepared-for: The text has 121 characters; 120 are allowed.");
        words.Line(tooLong, FieldNames.Under("Schedules:0:Order")).ShouldBe("Schedules:0:Order:PreparedFor: The text has 121 characters; 120 are allowed.");
    }

    [Fact]
    public void What_does_not_speak_of_its_field_is_the_same_at_every_door()
    {
        const string Said = "Unknown section 'lamps'. Valid: lights, keepers.";

        ProblemWords.English.Sentence(unknown, FieldNames.InJson).ShouldBe(Said);
        ProblemWords.English.Sentence(unknown, Words.English.Order.Quoted).ShouldBe(Said);
        ProblemWords.English.Line(unknown, FieldNames.AsOption).ShouldBe($"--sections: {Said}");
    }

    [Theory]
    [MemberData(nameof(EveryFault))]
    public void There_are_words_for_every_fault(OrderFault fault)
    {
        string[] arguments = fault switch
        {
            OrderFault.TooLong => ["121", "120"],
            OrderFault.TopicElsewhere or OrderFault.UnprintableCharacter => ["one", "two"],
            OrderFault.MarkingTooLow => ["one", "two", "three"],
            OrderFault.AboveClearance => ["one", "two"],
            OrderFault.ControlCharacter => ["one"],
            OrderFault.Blank or OrderFault.HalfCharacter => [],
            _ => ["one", "two", "three", "four"],
        };

        var said = ProblemWords.English.Sentence(new("title", fault, arguments), FieldNames.InJson);

        said.ShouldEndWith(".");
        arguments.ShouldAllBe(argument => said.Contains(argument));
    }

    [Theory]
    [InlineData("title", "Title")]
    [InlineData("preparedFor", "Prepared for")]
    [InlineData("language", "Language")]
    [InlineData("depth", "Depth")]
    [InlineData("paper", "Paper")]
    [InlineData("marking", "Marking")]
    [InlineData("profile", "File profile")]
    public void The_form_names_its_fields_by_their_labels(string field, string label) => Words.English.Order.Quoted(field).ShouldBe($"“{label}”");
}
