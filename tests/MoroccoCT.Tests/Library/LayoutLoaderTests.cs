using MoroccoCT.Briefings.Library;
using MoroccoCT.Library;
using MoroccoCT.Tests.Briefings;
using MoroccoCT.Tests.Typesetting;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Tests.Library;

public sealed class LayoutLoaderTests : IDisposable
{
    private readonly LibraryCopy copy = new();

    public void Dispose() => copy.Dispose();

    [Fact]
    public void Slots_are_part_of_the_layout_and_of_its_hash_and_lie_nowhere_on_disk()
    {
        var (layout, warnings) = LayoutLoader.Load(copy.PathOf("layouts"), "layouts");

        warnings.ShouldBeEmpty();
        layout.Files.Keys.ShouldContain("slots.typ");
        layout.Hash.ShouldNotBe(LayoutSet.Load(copy.PathOf("layouts")).Hash);
        File.Exists(Path.Combine(TestLibrary.RealFolder, "layouts", "slots.typ")).ShouldBeFalse();
    }

    [Fact]
    public void Slots_that_somebody_put_in_the_folder_are_not_used_and_warned_of()
    {
        var before = copy.Load().Snapshot.Layout.Hash;
        copy.Write("layouts/slots.typ", "#let slot(key, ..style) = panic()");

        var snapshot = copy.Load().Snapshot;

        snapshot.Layout.Hash.ShouldBe(before);
        snapshot.Library.Warnings.ShouldBe(
            [new LibraryProblem("layouts/slots.typ", 1, "the program makes this file itself and does not use the one that lies here", "remove it")]);
    }

    [Theory]
    [InlineData("#slot(1)[x]", "the key of a slot is a text, such as the id of a topic, not 1")]
    [InlineData("#slot(\"a\", wrong: 1)[x]", "unexpected argument: wrong")]
    [InlineData("#slot(\"a\", [x], [y])", "unexpected argument")]
    public async Task A_fault_in_the_use_of_a_slot_is_told_where_it_is_used(string call, string message)
    {
        await using var engines = TestEngines.Start();
        var written = TestEngines.Layout(("main.typ", $"{TestEngines.Head}#import \"slots.typ\": slot\n{call}"));
        var job = new TypesettingJob { Layout = written.With(SlotsFile.Name, TestEngines.Utf8(SlotsFile.Text)), Main = "main.typ" };

        var rejected = await Should.ThrowAsync<LayoutRejectedException>(engines.TypesetAsync(job, CancellationToken.None));

        rejected.Message.ShouldStartWith("main.typ:4:");
        rejected.Message.ShouldContain(message);
    }
}
