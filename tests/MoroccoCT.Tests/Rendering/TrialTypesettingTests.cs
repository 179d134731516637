using MoroccoCT.Briefings.Library;
using MoroccoCT.Library;
using MoroccoCT.Rendering;
using MoroccoCT.Tests.Library;

namespace MoroccoCT.Tests.Rendering;

[Collection(RenderingCollection.Name)]
public sealed class TrialTypesettingTests(RenderingFixture documents) : IDisposable
{
    private readonly LibraryCopy copy = new();

    public void Dispose() => copy.Dispose();

    [Fact]
    public async Task What_ships_can_be_set() => await Should.NotThrowAsync(() => TrialAsync(RenderingFixture.Shipped.Snapshot, default));

    [Theory]
    [InlineData("layouts/title.typ", "#let (", "layouts/title.typ:")]
    [InlineData("layouts/summary.typ", "#panic(\"only one page knows this\")", "layouts/summary.typ:")]
    [InlineData("layouts/short.typ", "#panic(\"only a short briefing knows this\")", "layouts/short.typ:")]
    [InlineData("layouts/glossary.typ", "#unknown-function()", "layouts/glossary.typ:")]
    public async Task A_layout_that_cannot_be_set_does_not_come_into_use(string file, string line, string place)
    {
        var library = copy.Load(TrialAsync);
        var before = library.Snapshot;

        var number = copy.Append(file, line);
        await library.RefreshAsync(default);

        library.Snapshot.ShouldBeSameAs(before);
        library.Warning.ShouldNotBeNull().ShouldContain($"{place}{number}: ");
    }

    [Theory]
    [InlineData("data.language == \"ar\"")]
    [InlineData("data.depth == \"summary\"")]
    [InlineData("data.depth == \"short\"")]
    [InlineData("data.depth == \"full\"")]
    public async Task What_cannot_be_set_in_one_language_or_length_is_found_whichever_it_is(string condition)
    {
        copy.Append("layouts/theme.typ", "#let unused = 1");
        copy.Replace("layouts/briefing.typ", "#if data.depth == \"summary\" {",
            $"#if {condition} {{ panic(\"not this one\") }}\n#if data.depth == \"summary\" {{");

        var broken = await Should.ThrowAsync<BrokenLibraryException>(() => TrialAsync(copy.Load().Snapshot, default));

        broken.Message.ShouldContain("not this one");
    }

    [Theory]
    [InlineData("#figure(rect(width: 10pt))", "PDF/UA-1 error: missing alt text")]
    [InlineData("#pdf.attach(\"data.txt\", bytes(\"1\"), description: \"Data\")", "PDF/A-3a error: the file mime type is missing")]
    public async Task A_layout_that_breaks_the_standard_of_either_profile_is_found(string fault, string message)
    {
        var line = copy.Append("layouts/briefing.typ", fault);

        var broken = await Should.ThrowAsync<BrokenLibraryException>(() => TrialAsync(copy.Load().Snapshot, default));

        broken.Message.ShouldContain($"layouts/briefing.typ:{line}: {message}");
    }

    private Task TrialAsync(LibrarySnapshot snapshot, CancellationToken cancellationToken) =>
        TrialTypesetting.RunAsync(snapshot, documents.Engines, cancellationToken);
}
