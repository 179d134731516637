using System.Globalization;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Briefings.Developments;

/// <summary>How much of everything there may be, and which characters can be kept at all.</summary>
public static class DevelopmentSizes
{
    public const int Title = 160;

    /// <summary>Some five pages.</summary>
    public const int Body = 20_000;

    public const int Sources = 20;

    public const int Passages = 50;

    /// <summary>Of a line of a source.</summary>
    public const int Line = 300;

    /// <summary>Of a source's note or statement.</summary>
    public const int Note = 2_000;

    /// <summary>Of an id, a date or a label.</summary>
    public const int Word = 60;

    /// <summary>What is wrong with what somebody says about a development.</summary>
    public static IReadOnlyList<DevelopmentProblem> OfNote(string field, string text) =>
        string.IsNullOrWhiteSpace(text) ? [new(field, null, DevelopmentFault.Missing)] : [.. Text(field, text, Note, hasLines: true)];

    internal static IEnumerable<DevelopmentProblem> Check(DevelopmentContent content) =>
    [
        .. Count("sources", content.Sources.Count, Sources),
        .. content.Texts.SelectMany(text => Text($"texts.{Shown(text.Key)}.title", text.Value.Title, Title)
            .Concat(Text($"texts.{Shown(text.Key)}.body", text.Value.Body, Body, hasLines: true))),
        .. content.Sources.Take(Sources).SelectMany((source, place) => Check(source, $"sources.{place}")),
    ];

    private static IEnumerable<DevelopmentProblem> Check(WrittenSource source, string field) =>
    [
        .. Text($"{field}.id", source.Id, Word),
        .. Text($"{field}.language", source.Language, Word),
        .. Text($"{field}.date", source.Date ?? "", Word),
        .. Text($"{field}.type", source.Type, Word),
        .. Texts($"{field}.author", source.Author, Line),
        .. Texts($"{field}.title", source.Title, Line),
        .. Texts($"{field}.short", source.Short, Line),
        .. Texts($"{field}.note", source.Note, Note, hasLines: true),
        .. Texts($"{field}.statement", source.Statement, Note, hasLines: true),
        .. Count($"{field}.passages", source.Passages.Count, Passages),
        .. source.Passages.Take(Passages).SelectMany(passage => Text($"{field}.passages", passage.Key, Word)
            .Concat(Texts($"{field}.passages.{Shown(passage.Key)}", passage.Value, Line))),
    ];

    private static IEnumerable<DevelopmentProblem> Texts(string field, IReadOnlyDictionary<string, string> texts, int longest, bool hasLines = false) =>
        texts.SelectMany(text => Text($"{field}.{Shown(text.Key)}", text.Value, longest, hasLines));

    private static IEnumerable<DevelopmentProblem> Text(string field, string text, int longest, bool hasLines = false)
    {
        if (text.Length > longest)
            yield return new(field, null, DevelopmentFault.TooLong, Number(text.Length), Number(longest));
        foreach (var (line, place) in text.Split('\n').Select((line, place) => (line, hasLines ? place + 1 : (int?)null)))
        {
            foreach (var control in line.Where(c => PlainLine.IsControl(c) && !(hasLines && c == '\t')).Take(1))
                yield return new(field, place, DevelopmentFault.ControlCharacter, $"U+{(int)control:X4}");
            if (HasHalfCharacter(line))
                yield return new(field, place, DevelopmentFault.HalfCharacter);
        }

        if (!hasLines && text.Contains('\n', StringComparison.Ordinal))
            yield return new(field, null, DevelopmentFault.ControlCharacter, "U+000A");
    }

    private static bool HasHalfCharacter(string line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (char.IsHighSurrogate(line[i]) && i + 1 < line.Length && char.IsLowSurrogate(line[i + 1]))
                i++;
            else if (char.IsSurrogate(line[i]))
                return true;
        }

        return false;
    }

    private static IEnumerable<DevelopmentProblem> Count(string field, int count, int most) =>
        count > most ? [new(field, null, DevelopmentFault.TooMany, Number(count), Number(most))] : [];

    private static string Shown(string key) => PlainLine.Shown(key);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
