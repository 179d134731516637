namespace MoroccoCT.Tests.Typesetting;

/// <summary>The engine's host program in a folder of its own, to be broken on purpose.</summary>
internal sealed class HostCopy : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("moroccoct-host-").FullName;

    public HostCopy()
    {
        var original = Path.Combine(AppContext.BaseDirectory, "host");
        foreach (var file in Directory.EnumerateFiles(original))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        Directory.CreateSymbolicLink(Path.Combine(folder, "node_modules"), Path.Combine(original, "node_modules"));
    }

    public string Script => Path.Combine(folder, "host.mjs");

    public void Change(string file, string found, string put)
    {
        var path = Path.Combine(folder, file);
        var program = File.ReadAllText(path);
        program.ShouldContain(found);
        File.WriteAllText(path, program.Replace(found, put, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
