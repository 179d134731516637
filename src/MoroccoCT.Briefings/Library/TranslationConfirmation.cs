using System.Text.RegularExpressions;

namespace MoroccoCT.Briefings.Library;

/// <summary>
/// Writes into a translation's front matter from which text of the original it was made. Only the lines of <c>translated-from</c> are
/// written; every other byte stays.
/// </summary>
public static partial class TranslationConfirmation
{
    /// <param name="text">The translation's file as it is, with its line ends.</param>
    /// <param name="confirmed">Parts of this translation that say what the original now says.</param>
    /// <exception cref="FormatException">The lines cannot be told from those around them.</exception>
    public static string Write(string text, IReadOnlyList<TranslatedPart> confirmed)
    {
        var section = confirmed[0].Translation;
        var hashes = confirmed.ToDictionary(part => part.Part, part => part.Hash);
        var entries = SectionParts.Of(confirmed[0].Original)
            .Select(part => (Part: part, Hash: hashes.GetValueOrDefault(part) ?? section.TranslatedFrom.GetValueOrDefault(part)))
            .Where(entry => entry.Hash is not null).ToList();
        var lines = Line().Matches(text).Select(match => match.Value).ToList();
        var (first, count) = Place(lines, section);
        lines.RemoveRange(first, count);
        var end = LineEnd().Match(lines[0]).Value;
        lines.InsertRange(first, [$"{SectionParts.Key}:{end}", .. entries.Select(entry => $"  {entry.Part}: {entry.Hash}{end}")]);
        var written = string.Concat(lines);
        return IsAsMeant(written, section, entries.ToDictionary(entry => entry.Part, entry => entry.Hash!))
            ? written
            : throw new FormatException($"{section.File}:{section.LineOf(SectionParts.Key)}: the lines of '{SectionParts.Key}' cannot be told from those "
                + "around them – remove them by hand, then confirm again");
    }

    /// <summary>The lines that are replaced; where there are none yet, the end of the front matter.</summary>
    private static (int First, int Count) Place(List<string> lines, Section section)
    {
        if (!section.FrontLines.TryGetValue(SectionParts.Key, out var line))
            return (lines.FindIndex(1, text => text.TrimEnd() == SectionReader.Fence), 0);
        var first = line - 1;
        // What is indented belongs to the key above it.
        var count = lines.Skip(first + 1).TakeWhile(text => text.Length > 0 && text[0] is ' ' or '\t').Count();
        return (first, count + 1);
    }

    /// <summary>Whether the file reads as before but for these entries.</summary>
    private static bool IsAsMeant(string written, Section before, Dictionary<string, string> entries)
    {
        var problems = new List<LibraryProblem>();
        var plain = written.TrimStart('\uFEFF').Replace("\r\n", "\n").Replace('\r', '\n');
        var after = SectionReader.Read(before.Id, before.Language, before.File, plain, problems);
        return problems.Count == 0 && after is not null
            && after.TranslatedFrom.Count == entries.Count && entries.All(entry => after.TranslatedFrom.GetValueOrDefault(entry.Key) == entry.Value)
            && SectionParts.Of(after).SequenceEqual(SectionParts.Of(before))
            && SectionParts.Of(before).All(part => SectionParts.HashOf(after, part) == SectionParts.HashOf(before, part));
    }

    [GeneratedRegex(@"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\z")]
    private static partial Regex Line();

    [GeneratedRegex(@"[\r\n]*\z")]
    private static partial Regex LineEnd();
}
