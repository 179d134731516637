using MoroccoCT.Library;
using MoroccoCT.Tests.Briefings;
using MoroccoCT.Tests.Rendering;

namespace MoroccoCT.Tests.Library;

/// <summary>The library and layout that ship in a folder of their own, for a test to change.</summary>
internal sealed class LibraryCopy : IDisposable
{
    public LibraryCopy()
    {
        foreach (var path in Directory.EnumerateFiles(TestLibrary.RealFolder, "*", SearchOption.AllDirectories))
        {
            var copy = PathOf(Path.GetRelativePath(TestLibrary.RealFolder, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("templates-").FullName;

    /// <param name="trial">What happens when a snapshot is tried; null tries none.</param>
    public CurrentLibrary Load(Func<LibrarySnapshot, CancellationToken, Task>? trial = null) =>
        RenderingFixture.LibraryIn(Folder, trial is null ? null : new(trial));

    public string PathOf(string file) => Path.Combine(Folder, file);

    public string Read(string file) => File.ReadAllText(PathOf(file));

    public void Write(string file, string text) => File.WriteAllText(PathOf(file), text);

    /// <summary>Replaces a text that stands in the file exactly once.</summary>
    public void Replace(string file, string old, string now)
    {
        var text = Read(file);
        (text.Split(old).Length - 1).ShouldBe(1, $"'{old}' in {file}");
        Write(file, text.Replace(old, now, StringComparison.Ordinal));
    }

    /// <summary>Adds a line at the end of a file.</summary>
    /// <returns>Its number.</returns>
    public int Append(string file, string line)
    {
        File.AppendAllText(PathOf(file), line + "\n");
        return File.ReadAllLines(PathOf(file)).Length;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
