using System.Globalization;
using MoroccoCT.Briefings.Content;

namespace MoroccoCT.Briefings.Library;

/// <summary>A YAML mapping that knows where it stands, so that every fault found in it can name file and line.</summary>
internal sealed class YamlMap(YamlGroup group, YamlFile file)
{
    /// <summary>Keys asked for so far; what remains is unknown to us.</summary>
    private readonly HashSet<string> asked = [];

    /// <summary>Keys of which a fault was told; one is enough.</summary>
    private readonly HashSet<string> faulty = [];

    public int Line => group.Line;

    /// <summary>A text that must be there; an empty string, and a problem, when it is not.</summary>
    public string Text(string key)
    {
        if (OptionalText(key) is { } text)
            return text;
        if (!faulty.Contains(key))
            Fault(key, $"'{key}' is missing", $"add '{key}: …'");
        return "";
    }

    public string? OptionalText(string key)
    {
        var value = Find(key);
        if (value is null or YamlText { IsPlain: true, Value: "null" or "~" or "" })
            return null;
        if (value is not YamlText text)
        {
            Fault(key, $"'{key}' is not a plain text", "write it as one value");
            return null;
        }

        var composed = ComposedText.Of(text.Value);
        file.CheckCharacters(composed, text.Line);
        return string.IsNullOrWhiteSpace(composed) ? null : composed.TrimEnd('\n');
    }

    /// <summary>A text that is printed as it stands, with the quotation marks and spaces of its language.</summary>
    public string Words(string key, string language)
    {
        var text = Text(key);
        if (MarkdownRemains.InPlainText(text) is { } sign)
            Fault(key, $"'{sign}' in a text that is no Markdown", "write the words alone: this text is printed as it stands");
        return Typography.Apply(text, language);
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
        if (!faulty.Contains(key))
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
        if (Find(key) is YamlList { Items.Count: > 0 } list && list.Items.All(item => item is YamlText))
            return [.. list.Items.Cast<YamlText>().Select(item => item.Value)];
        Refuse(key, "not a list of one or more", $"write '{key}: [one, two]'");
        return [];
    }

    /// <summary>A text in several languages.</summary>
    public LocalizedText Localized(string key)
    {
        if (Map(key) is not { } map)
            return new(new Dictionary<string, string>(), Line);
        var languages = LibraryReader.Typeset.Where(map.Has);
        var texts = languages.ToDictionary(language => language, language => map.Words(language, language));
        map.RefuseOtherKeys();
        if (file.NeedsOriginal ? !texts.ContainsKey(ContentLibrary.Original) : texts.Count == 0)
            Fault(key, $"'{key}' has no text in the original language", $"add '{ContentLibrary.Original}: …' below it");
        return new(texts, map.Line);
    }

    public bool Has(string key) => Find(key) is not null;

    public YamlMap? Map(string key)
    {
        if (Find(key) is YamlGroup map)
            return new(map, file);
        Refuse(key, "not a group of keys", $"write '{key}:' and its keys indented below");
        return null;
    }

    public IReadOnlyList<YamlMap> Maps(string key)
    {
        if (Find(key) is YamlList { Items.Count: > 0 } list && list.Items.All(item => item is YamlGroup))
            return [.. list.Items.Cast<YamlGroup>().Select(item => new YamlMap(item, file))];
        Refuse(key, "not a list of one or more entries", $"write '{key}:' and each entry on a line that begins with '- '");
        return [];
    }

    public IEnumerable<string> Keys => group.Entries.Keys;

    public int KeyLine(string key) => group.Entries.TryGetValue(key, out var entry) ? entry.Line : Line;

    /// <summary>Where the value of <paramref name="key"/> begins.</summary>
    public int LineOf(string key) => Find(key) is { } value ? value.Line : Line;

    /// <summary>Call after every known key was read: whatever is left is a slip of the pen.</summary>
    public void RefuseOtherKeys()
    {
        foreach (var key in Keys.Except(asked))
            Fault(key, $"unknown key '{key}'", $"use one of: {string.Join(", ", asked)}");
    }

    /// <summary>A fault at <paramref name="key"/>, or where this mapping begins when the key is missing.</summary>
    public void Fault(string key, string what, string advice)
    {
        faulty.Add(key);
        file.Fault(KeyLine(key), what, advice);
    }

    private void Refuse(string key, string what, string advice) => Fault(key, Has(key) ? $"'{key}' is {what}" : $"'{key}' is missing", advice);

    private YamlNode? Find(string key)
    {
        asked.Add(key);
        return group.Entries.TryGetValue(key, out var entry) ? entry.Value : null;
    }
}
