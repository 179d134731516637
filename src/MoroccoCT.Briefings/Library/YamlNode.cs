namespace MoroccoCT.Briefings.Library;

/// <summary>A value in a YAML file.</summary>
/// <param name="Line">Where it begins in its file, counted from 1.</param>
internal abstract record YamlNode(int Line);

/// <param name="IsPlain">Written without quotes, so that <c>null</c> means nothing.</param>
internal sealed record YamlText(string Value, bool IsPlain, int Line) : YamlNode(Line);

internal sealed record YamlList(IReadOnlyList<YamlNode> Items, int Line) : YamlNode(Line);

internal sealed record YamlGroup(OrderedDictionary<string, YamlEntry> Entries, int Line) : YamlNode(Line);

/// <param name="Line">Where the key stands.</param>
internal sealed record YamlEntry(YamlNode Value, int Line);
