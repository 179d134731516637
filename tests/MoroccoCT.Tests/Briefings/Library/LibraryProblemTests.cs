using MoroccoCT.Briefings.Library;

namespace MoroccoCT.Tests.Briefings.Library;

public class LibraryProblemTests
{
    [Fact]
    public void A_problem_is_one_line_whatever_the_file_holds() =>
        new LibraryProblem("a\nb", 1, "'order' is '1\r\n/etc:1: forged\u001B[0m'", "write\u2028one").ToString()
            .ShouldBe("a\uFFFDb:1: 'order' is '1\uFFFD\uFFFD/etc:1: forged\uFFFD[0m' – write\uFFFDone");

    [Fact]
    public void A_value_of_any_length_is_told_by_its_beginning()
    {
        var problem = new LibraryProblem("timeline.yaml", 3, $"'date' is '{new string('x', 100_000)}'", "write yyyy");

        problem.What.Length.ShouldBeLessThan(1000);
        problem.What.ShouldStartWith("'date' is 'xxx");
        problem.What.ShouldEndWith("x…");
    }

    [Fact]
    public void A_message_of_more_problems_than_anybody_reads_says_how_many_are_left()
    {
        var problems = Enumerable.Range(1, 350).Select(line => new LibraryProblem("timeline.yaml", line, "wrong", "right")).ToList();

        var broken = new BrokenLibraryException(problems);

        broken.Problems.Count.ShouldBe(350);
        broken.Message.Split('\n').Length.ShouldBe(101);
        broken.Message.ShouldEndWith("\nand 250 more");
    }
}
