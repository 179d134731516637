namespace MoroccoCT.Typesetting;

/// <summary>Starts engines, and says what is missing where that fails.</summary>
internal sealed class EngineLauncher(TypesettingOptions options, TimeProvider time) : IDisposable
{
    private readonly EngineFolder folder = new();
    private NodeRuntime? node;

    public async Task<EngineProcess> StartAsync(CancellationToken cancellationToken)
    {
        var found = await FindAsync(cancellationToken);
        folder.Prepare();
        var command = EngineCommand.Create(options, found, folder);
        return await EngineProcess.StartAsync(command, options, folder.Workspace, time, cancellationToken);
    }

    public async Task<NodeRuntime> FindAsync(CancellationToken cancellationToken)
    {
        CheckInstallation();
        return node ??= await NodeRuntime.FindAsync(options.NodePath, cancellationToken);
    }

    public void Dispose() => folder.Dispose();

    private void CheckInstallation()
    {
        if (!File.Exists(options.HostScript))
            throw Missing($"its host program {options.HostScript}", "Install the service again or set Typesetting:HostScript.");
        if (!HasFonts())
            throw Missing($"fonts in the folder {options.FontsFolder}", "Put them there or set Typesetting:FontsFolder.");
    }

    private bool HasFonts() =>
        Directory.Exists(options.FontsFolder)
        && Directory.EnumerateFiles(options.FontsFolder, "*", SearchOption.AllDirectories).Any(FontFiles.IsOne);

    private static EngineFailedException Missing(string what, string advice) =>
        new(EngineFault.Unavailable, $"The typesetting engine needs {what}. {advice}");
}
