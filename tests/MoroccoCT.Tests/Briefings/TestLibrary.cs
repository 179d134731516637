using System.Runtime.CompilerServices;
using System.Text.Json;
using MoroccoCT.Briefings.Library;
using YamlDotNet.Serialization;

namespace MoroccoCT.Tests.Briefings;

/// <summary>A copy of the small invented library in a folder of its own, for a test to break.</summary>
internal sealed class TestLibrary : IDisposable
{
    private const string Labels = "labels.yaml";

    private static readonly string[] fixtureLanguages = ["en", "fr"];
    private static readonly Lazy<string> labels = new(FixtureLabels);
    private static readonly Lazy<ContentLibrary> real = new(() => ContentLibrary.Load(RealFolder));
    private static readonly Lazy<ContentLibrary> fixture = new(() =>
    {
        using var copy = new TestLibrary();
        return copy.Load();
    });

    public TestLibrary()
    {
        foreach (var path in Directory.EnumerateFiles(FixtureFolder, "*", SearchOption.AllDirectories))
            Write(Path.GetRelativePath(FixtureFolder, path), File.ReadAllText(path));
        Write(Labels, labels.Value);
    }

    /// <summary>The library without its translation: a change to one text makes no second fault there.</summary>
    public static TestLibrary OnlyEnglish()
    {
        var library = new TestLibrary();
        foreach (var path in Directory.EnumerateFiles(library.Folder, "fr.md", SearchOption.AllDirectories).ToList())
            File.Delete(path);
        return library;
    }

    /// <summary>A copy of the library that the product ships.</summary>
    public static TestLibrary RealCopy()
    {
        var library = new TestLibrary();
        Directory.Delete(library.Folder, recursive: true);
        foreach (var file in FilesIn(RealFolder).Where(file => !file.StartsWith("layouts", StringComparison.Ordinal)))
            library.Write(file, File.ReadAllText(Path.Combine(RealFolder, file)));
        return library;
    }

    /// <summary>The same without its translations.</summary>
    public static TestLibrary RealCopyInEnglish()
    {
        var library = RealCopy();
        foreach (var file in library.Files().Where(file => Path.GetFileName(file) is "fr.md" or "ar.md"))
            library.Delete(file);
        return library;
    }

    /// <summary>The library that the product ships.</summary>
    public static ContentLibrary Real => real.Value;

    /// <summary>The invented library, unbroken.</summary>
    public static ContentLibrary Fixture => fixture.Value;

    public static string RealFolder => Path.Combine(RepositoryRoot(), "templates");

    public string Folder { get; } = Directory.CreateTempSubdirectory("library-").FullName;

    public ContentLibrary Load() => ContentLibrary.Load(Folder);

    /// <summary>What the check says, one line for each fault.</summary>
    public IReadOnlyList<string> Problems()
    {
        try
        {
            Load();
            return [];
        }
        catch (BrokenLibraryException broken)
        {
            return [.. broken.Problems.Select(problem => problem.ToString())];
        }
    }

    public IReadOnlyList<string> Files() => FilesIn(Folder);

    public string PathOf(string file) => Path.Combine(Folder, file);

    public string Read(string file) => File.ReadAllText(PathOf(file));

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    public void Delete(string file) => File.Delete(PathOf(file));

    /// <summary>Replaces a text that stands in the file exactly once.</summary>
    public void Replace(string file, string old, string now)
    {
        var text = Read(file);
        (text.Split(old).Length - 1).ShouldBe(1, $"'{old}' in {file}");
        Write(file, text.Replace(old, now, StringComparison.Ordinal));
    }

    /// <summary>The message expected for the first line of a file that holds <paramref name="mark"/>.</summary>
    public string At(string file, string mark, string whatAndAdvice)
    {
        var line = Array.FindIndex(Read(file).Split('\n'), text => text.Contains(mark, StringComparison.Ordinal));
        line.ShouldNotBe(-1, $"'{mark}' in {file}");
        return $"{file}:{line + 1}: {whatAndAdvice}";
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static List<string> FilesIn(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path)).Order(StringComparer.Ordinal),
    ];

    private static string FixtureFolder => Path.Combine(AppContext.BaseDirectory, "Fixtures", "library");

    /// <summary>The labels of the product, so that they are kept in one place; one a line.</summary>
    private static string FixtureLabels()
    {
        var text = File.ReadAllText(Path.Combine(RealFolder, Labels));
        var read = new DeserializerBuilder().Build().Deserialize<Dictionary<string, Dictionary<string, string>>>(text);
        return string.Concat(read.Select(label =>
        {
            var texts = fixtureLanguages.ToDictionary(language => language, language => label.Value[language]);
            return $"{label.Key}: {JsonSerializer.Serialize(texts)}\n";
        }));
    }

    public static string RepositoryRoot([CallerFilePath] string thisFile = "")
    {
        // Build output may lie outside the repository, the sources cannot.
        var folder = Path.GetDirectoryName(thisFile);
        while (folder is not null && !File.Exists(Path.Combine(folder, "MoroccoCT.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException($"No MoroccoCT.sln above {thisFile}.");
    }
}
