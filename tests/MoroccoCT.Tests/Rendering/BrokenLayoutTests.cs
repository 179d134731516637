using MoroccoCT.Briefings.Orders;
using MoroccoCT.Tests.Library;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Tests.Rendering;

/// <summary>A layout that fails, or that would exclude readers, makes no document, and the message says what to mend.</summary>
[Collection(RenderingCollection.Name)]
public sealed class BrokenLayoutTests(RenderingFixture documents) : IDisposable
{
    private const string FigureInSilence = "#figure(rect(width: 10pt))";

    private static readonly BriefingOrder order = new() { Sections = ["us-cooperation"], Depth = Depth.Full };

    private readonly LibraryCopy copy = new();

    [Theory]
    [InlineData(FigureInSilence, "missing alt text")]
    [InlineData("==== Much too deep", "skipped from heading level 2 to 4")]
    [InlineData("\u4e2d", "could not be displayed")]
    public async Task What_a_screen_reader_could_not_read_is_refused_with_place_and_advice(string text, string message)
    {
        var line = copy.Append("layouts/briefing.typ", text);

        var rejection = await RejectionAsync(Profile.Accessible);

        rejection.Message.ShouldStartWith($"briefing.typ:{line}: PDF/UA-1 error: ");
        rejection.Message.ShouldContain(message);
        rejection.Diagnostics.ShouldHaveSingleItem().Hints.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_a_screen_reader_could_not_read_is_no_document_for_the_archive_either()
    {
        var line = copy.Append("layouts/briefing.typ", FigureInSilence);

        (await RejectionAsync(Profile.Archive)).Message.ShouldStartWith($"briefing.typ:{line}: PDF/UA-1 error: missing alt text");
    }

    [Fact]
    public async Task What_only_the_archive_does_not_take_is_refused_for_the_archive_alone()
    {
        var line = copy.Append("layouts/briefing.typ", "#pdf.attach(\"data.txt\", bytes(\"1\"), description: \"Data\")");

        (await RejectionAsync(Profile.Archive)).Message.ShouldStartWith($"briefing.typ:{line}: PDF/A-3a error: the file mime type is missing");

        await documents.Renderer(copy.Load()).RenderAsync(order, new(RenderingFixture.Date), CancellationToken.None);
    }

    [Fact]
    public async Task A_heading_that_skips_a_level_in_one_part_of_the_layout_is_refused()
    {
        copy.Replace("layouts/method.typ", "heading(level: 3,", "heading(level: 4,");

        var fault = (await RejectionAsync(Profile.Accessible)).Diagnostics[0];

        fault.Message.ShouldContain("skipped from heading level 2 to 4");
        fault.File.ShouldBe("method.typ");
        copy.Read("layouts/method.typ").Split('\n')[fault.Line!.Value - 1].ShouldContain("heading(level: 4,");
    }

    [Fact]
    public async Task A_fault_in_the_layout_is_told_with_file_and_line()
    {
        var line = copy.Append("layouts/briefing.typ", "#unknown()");

        (await RejectionAsync(Profile.Accessible)).Message.ShouldStartWith($"briefing.typ:{line}:2: unknown variable: unknown");
    }

    [Fact]
    public async Task A_fault_in_a_part_of_the_layout_names_the_file_of_that_part()
    {
        copy.Replace("layouts/method.typ", "theme.labels.method)", "theme.labels.methods)");

        var fault = (await RejectionAsync(Profile.Accessible)).Diagnostics[0];

        fault.File.ShouldBe("method.typ");
        copy.Read("layouts/method.typ").Split('\n')[fault.Line!.Value - 1].ShouldContain("theme.labels.methods");
    }

    [Fact]
    public async Task A_layout_that_asks_for_a_package_is_refused_when_it_is_read()
    {
        await documents.Renderer(copy.Load()).RenderAsync(order, new(RenderingFixture.Date), CancellationToken.None);
        var line = copy.Append("layouts/notes.typ", "#import \"@preview/cetz:0.3.0\"");

        var broken = Should.Throw<MoroccoCT.Briefings.Library.BrokenLibraryException>(() => copy.Load());

        var problem = broken.Problems.ShouldHaveSingleItem();
        (problem.File, problem.Line).ShouldBe(("layouts/notes.typ", line));
    }

    public void Dispose() => copy.Dispose();

    private Task<LayoutRejectedException> RejectionAsync(Profile profile) => Should.ThrowAsync<LayoutRejectedException>(
        documents.Renderer(copy.Load()).RenderAsync(order with { Profile = profile }, new(RenderingFixture.Date), CancellationToken.None));
}
