using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MoroccoCT.Briefings.Library;

/// <summary>A YAML mapping that knows where it stands, so that every fault found in it can name file and line.</summary>
internal sealed class YamlMap(YamlMappingNode node, YamlFile file)
{
    /// <summary>Keys asked for so far; what remains is unknown to us.</summary>
    private readonly HashSet<string> asked = [];

    public int Line => file.LineOf(node);

    /// <summary>A text that must be there; an empty string, and a problem, when it is not.</summary>
    public string Text(string key)
    {
        if (OptionalText(key) is { } text)
            return text;
        if (!HasFault(key))
            Fault(key, $"'{key}' is missing", $"add '{key}: …'");
        return "";
    }

    public string? OptionalText(string key)
    {
        var value = Find(key);
        if (value is null or YamlScalarNode { Style: ScalarStyle.Plain, Value: "null" or "~" or "" })
            return null;
        if (value is not YamlScalarNode scalar)
        {
            Fault(key, $"'{key}' is not a plain text", "write it as one value");
            return null;
        }

        file.CheckCharacters(scalar.Value ?? "", file.LineOf(scalar));
        return string.IsNullOrWhiteSpace(scalar.Value) ? null : scalar.Value.TrimEnd('\n');
    }

    public int Number(string key)
    {
        var text = Text(key);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        if (text.Length > 0)
            Fault(key, $"'{key}' is '{text}'", "write a whole number such as 1");
        return 0;
    }

    public bool Flag(string key)
    {
        var text = Text(key);
        if (text.Length > 0 && text is not ("true" or "false"))
            Fault(key, $"'{key}' is '{text}'", "write true or false");
        return text == "true";
    }

    public PartialDate? Date(string key)
    {
        if (OptionalText(key) is not { } text)
            return null;
        if (PartialDate.Parse(text) is { } date)
            return date;
        Fault(key, $"'{key}' is '{text}', which is no date", "write yyyy, yyyy-MM or yyyy-MM-dd");
        return null;
    }

    public PartialDate RequiredDate(string key)
    {
        if (Date(key) is { } date)
            return date;
        if (!HasFault(key))
            Fault(key, $"'{key}' is missing", $"add '{key}: yyyy-MM-dd' (or yyyy-MM, or yyyy)");
        return new(1, null, null);
    }

    public string OneOf(string key, IEnumerable<string> valid)
    {
        var text = Text(key);
        if (text.Length > 0 && !valid.Contains(text))
            Fault(key, $"'{key}' is '{text}'", $"write one of: {string.Join(", ", valid)}");
        return text;
    }

    public IReadOnlyList<string> Texts(string key)
    {
        if (Find(key) is YamlSequenceNode { Children.Count: > 0 } list && list.All(item => item is YamlScalarNode))
            return [.. list.Cast<YamlScalarNode>().Select(item => item.Value ?? "")];
        Refuse(key, "not a list of one or more", $"write '{key}: [one, two]'");
        return [];
    }

    /// <summary>A text in several languages.</summary>
    public LocalizedText Localized(string key)
    {
        if (Map(key) is not { } map)
            return new(new Dictionary<string, string>(), Line);
        var texts = LibraryReader.Typeset.Where(map.Has).ToDictionary(language => language, language => Typography.Apply(map.Text(language), language));
        map.RefuseOtherKeys();
        if (!texts.ContainsKey(ContentLibrary.Original))
            Fault(key, $"'{key}' has no text in the original language", $"add '{ContentLibrary.Original}: …' below it");
        return new(texts, map.Line);
    }

    public bool Has(string key) => Find(key) is not null;

    public YamlMap? Map(string key)
    {
        if (Find(key) is YamlMappingNode map)
            return new(map, file);
        Refuse(key, "not a group of keys", $"write '{key}:' and its keys indented below");
        return null;
    }

    public IReadOnlyList<YamlMap> Maps(string key)
    {
        if (Find(key) is YamlSequenceNode { Children.Count: > 0 } list && list.All(item => item is YamlMappingNode))
            return [.. list.Cast<YamlMappingNode>().Select(item => new YamlMap(item, file))];
        Refuse(key, "not a list of one or more entries", $"write '{key}:' and each entry on a line that begins with '- '");
        return [];
    }

    public IEnumerable<string> Keys => node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "");

    public int KeyLine(string key) => node.Children.Keys.OfType<YamlScalarNode>().FirstOrDefault(name => name.Value == key) is { } name ? file.LineOf(name) : Line;

    /// <summary>Where the value of <paramref name="key"/> begins.</summary>
    public int LineOf(string key) => Find(key) is { } value ? file.LineOf(value) : Line;

    /// <summary>Call after every known key was read: whatever is left is a slip of the pen.</summary>
    public void RefuseOtherKeys()
    {
        foreach (var key in Keys.Except(asked))
            Fault(key, $"unknown key '{key}'", $"use one of: {string.Join(", ", asked)}");
    }

    /// <summary>A fault at <paramref name="key"/>, or where this mapping begins when the key is missing.</summary>
    public void Fault(string key, string what, string advice) => file.Fault(KeyLine(key), what, advice);

    private void Refuse(string key, string what, string advice) => Fault(key, Has(key) ? $"'{key}' is {what}" : $"'{key}' is missing", advice);

    private bool HasFault(string key) => file.Problems.Any(problem => problem.File == file.Path && problem.Line == KeyLine(key) && problem.What.Contains($"'{key}'"));

    private YamlNode? Find(string key)
    {
        asked.Add(key);
        return node.Children.FirstOrDefault(pair => pair.Key is YamlScalarNode name && name.Value == key).Value;
    }
}
