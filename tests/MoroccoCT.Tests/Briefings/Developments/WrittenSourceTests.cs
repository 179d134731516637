using MoroccoCT.Briefings.Developments;

namespace MoroccoCT.Tests.Briefings.Developments;

public sealed class WrittenSourceTests
{
    [Fact]
    public void Each_field_that_must_be_there_is_named()
    {
        var problems = Problems(new() { Id = "osk-gazette", Date = "1933" });

        problems.ShouldAllBe(problem => problem.Fault == DevelopmentFault.Missing);
        problems.Select(problem => problem.Field).ShouldBe(
            ["sources.0.author", "sources.0.title", "sources.0.short", "sources.0.note", "sources.0.language", "sources.0.type"]);
    }

    [Fact]
    public void What_is_chosen_is_one_of_what_there_is()
    {
        var problems = Problems(TestDevelopment.Gazette with { Language = "de", Type = "rumour", Date = "yesterday" });

        problems.Select(problem => (problem.Field, problem.Fault)).ShouldBe(
        [
            ("sources.0.language", DevelopmentFault.NoChoice), ("sources.0.type", DevelopmentFault.NoChoice), ("sources.0.date", DevelopmentFault.NoDate),
        ]);
        problems[1].Arguments.ShouldContain("official-statement");
    }

    [Fact]
    public void An_id_is_one_and_its_own()
    {
        Fault(TestDevelopment.Gazette with { Id = "Osk Gazette" }).ShouldBe(("sources.0.id", DevelopmentFault.NoId));
        Fault(TestDevelopment.Gazette with { Id = "lamp-act" }).ShouldBe(("sources.0.id", DevelopmentFault.IdTaken));
        var twice = TestDevelopment.Good with { Sources = [TestDevelopment.Gazette, TestDevelopment.Gazette] };
        DevelopmentReader.Read(twice, TestDevelopment.Number, TestLibrary.Fixture).Problems
            .ShouldBe([new("sources.1.id", null, DevelopmentFault.IdTaken, "osk-gazette")]);
    }

    [Fact]
    public void Its_texts_go_through_the_checks_of_the_library()
    {
        var problem = Problems(TestDevelopment.Gazette with { Title = new Dictionary<string, string> { ["en"] = "News", ["fr"] = "Des *nouvelles*" } })
            .ShouldHaveSingleItem();

        (problem.Field, problem.Fault).ShouldBe(("sources.0.title.fr", DevelopmentFault.Text));
        problem.Arguments[0].ShouldContain("no Markdown");
    }

    [Fact]
    public void A_letter_that_no_font_has_is_found_in_its_field() =>
        Problems(TestDevelopment.Gazette with { Note = new Dictionary<string, string> { ["en"] = "字" } })
            .ShouldHaveSingleItem().Field.ShouldBe("sources.0.note.en");

    [Fact]
    public void Its_passages_can_be_cited()
    {
        var gazette = TestDevelopment.Gazette with
        {
            Passages = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["page-2"] = new Dictionary<string, string> { ["en"] = "page 2" } },
        };
        var read = DevelopmentReader.Read(
            TestDevelopment.Good.Citing(gazette).Saying("It came. [@osk-gazette:page-2]"), TestDevelopment.Number, TestLibrary.Fixture);

        read.Problems.ShouldBeEmpty();
        read.Development!.Sources[0].Passages["page-2"].In("fr").ShouldBe("page\u00A02");
        Fault(gazette with { Passages = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["Page 2"] = gazette.Passages["page-2"] } })
            .ShouldBe(("sources.0.passages.Page 2", DevelopmentFault.Text));
    }

    [Fact]
    public void What_was_left_empty_is_no_source()
    {
        var read = DevelopmentReader.Read(
            TestDevelopment.Good with { Sources = [TestDevelopment.Gazette, new() { Id = " ", Language = "en", Type = "legislation" }] },
            TestDevelopment.Number, TestLibrary.Fixture);

        read.Problems.ShouldBeEmpty();
        read.Development!.Sources.ShouldHaveSingleItem();
    }

    private static IReadOnlyList<DevelopmentProblem> Problems(WrittenSource source) => DevelopmentReader
        .Read(TestDevelopment.Good.Citing(source).Saying("It came. [@lamp-act]"), TestDevelopment.Number, TestLibrary.Fixture).Problems;

    private static (string, DevelopmentFault) Fault(WrittenSource source)
    {
        var problem = Problems(source).ShouldHaveSingleItem();
        return (problem.Field, problem.Fault);
    }
}
