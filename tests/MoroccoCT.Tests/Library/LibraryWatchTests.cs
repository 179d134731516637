using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MoroccoCT.Library;
using MoroccoCT.Tests.Typesetting;

namespace MoroccoCT.Tests.Library;

public sealed class LibraryWatchTests : IAsyncLifetime, IDisposable
{
    private readonly LibraryCopy copy = new();
    private readonly FakeTimeProvider time = new();
    private readonly LibraryOptions options;
    private readonly CurrentLibrary library;
    private readonly LibraryWatch watch;

    public LibraryWatchTests()
    {
        options = new() { Folder = copy.Folder };
        library = copy.Load();
        watch = new(library, Options.Create(options), time);
    }

    public Task InitializeAsync() => watch.StartAsync(CancellationToken.None);

    [Fact]
    public async Task A_change_is_seen_when_it_is_time_to_look_again()
    {
        var before = library.Snapshot;

        copy.Append("layouts/theme.typ", "// A note");

        await Later(() => library.Snapshot != before);
    }

    [Fact]
    public async Task A_broken_library_does_not_end_the_watch()
    {
        var text = copy.Read("timeline.yaml");

        copy.Write("timeline.yaml", "- id: [");
        await Later(() => library.Warning is not null);
        copy.Write("timeline.yaml", text + "# Mended.\n");
        await Later(() => library.Warning is null);

        watch.ExecuteTask!.IsCompleted.ShouldBeFalse();
    }

    public Task DisposeAsync() => watch.StopAsync(CancellationToken.None);

    public void Dispose()
    {
        watch.Dispose();
        copy.Dispose();
    }

    /// <summary>Time passes until it is true. The watch starts on a thread of its own and may not have set its timer yet.</summary>
    private Task Later(Func<bool> isTrue) => TestEngines.Until(() =>
    {
        time.Advance(options.LookEvery);
        return isTrue();
    });
}
