using MoroccoCT.Typesetting;

namespace MoroccoCT.Tests.Typesetting;

/// <summary>A pool of two real engines for all tests of a class.</summary>
public sealed class EngineFixture : IAsyncLifetime
{
    public EnginePool Pool { get; } = TestEngines.Start(options => options.Engines = 2);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Pool.DisposeAsync();
}
