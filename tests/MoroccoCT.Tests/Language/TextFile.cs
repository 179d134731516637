using System.Xml.Linq;
using MoroccoCT.Language;
using MoroccoCT.Tests.Briefings;

namespace MoroccoCT.Tests.Language;

/// <summary>The words of one language, as they stand in their file.</summary>
internal sealed class TextFile
{
    private static readonly string[] categories = ["zero", "one", "two", "few", "many", "other"];

    private TextFile(Texts texts)
    {
        Language = texts.Tag;
        var name = texts == Texts.English ? "Texts.resx" : $"Texts.{texts.Tag}.resx";
        Entries = XDocument.Load(Path.Combine(TestLibrary.RepositoryRoot(), "src", "MoroccoCT", "Language", name)).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);
    }

    public static IReadOnlyList<TextFile> All { get; } = [.. Texts.All.Select(texts => new TextFile(texts))];

    public static TextFile English => All[0];

    public string Language { get; }

    public IReadOnlyDictionary<string, string> Entries { get; }

    /// <summary>The keys without the categories of number.</summary>
    public IEnumerable<string> Stems => Entries.Keys.Select(Stem).Distinct();

    public static TextFile Of(string language) => All.Single(file => file.Language == language);

    public static string? Category(string key) => key.Split('.')[^1] is var end && categories.Contains(end) ? end : null;

    public static string Stem(string key) => Category(key) is { } category ? key[..^(category.Length + 1)] : key;

    /// <summary>What says the same in English.</summary>
    public static string InEnglish(string key) => English.Entries.GetValueOrDefault(key) ?? English.Entries[$"{Stem(key)}.other"];
}
