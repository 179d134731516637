using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MoroccoCT.Rendering;
using MoroccoCT.Tests.Typesetting;

namespace MoroccoCT.Tests.Rendering;

public sealed class LibraryWatchTests
{
    [Fact]
    public async Task A_change_is_seen_when_it_is_time_to_look_again()
    {
        using var copy = new LibraryCopy();
        var library = copy.Load();
        var time = new FakeTimeProvider();
        using var watch = new LibraryWatch(library, Options.Create(new LibraryOptions { Folder = copy.Folder }), time);
        await watch.StartAsync(CancellationToken.None);
        var before = library.Snapshot;

        copy.Append("layouts/theme.typ", "// A note");
        time.Advance(TimeSpan.FromSeconds(1.9));
        library.Snapshot.ShouldBeSameAs(before);
        time.Advance(TimeSpan.FromSeconds(0.1));

        await TestEngines.Until(() => library.Snapshot != before);
        await watch.StopAsync(CancellationToken.None);
    }
}
