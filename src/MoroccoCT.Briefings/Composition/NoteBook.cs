using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Library;

namespace MoroccoCT.Briefings.Composition;

/// <summary>
/// Numbers endnotes and sources in the order in which the reader meets them. Passages that rest on the same places in the same
/// sources share one endnote.
/// </summary>
internal sealed class NoteBook(ContentLibrary library, Words words)
{
    private readonly List<IReadOnlyList<SourceReference>> notes = [];
    private readonly Dictionary<string, int> numbers = [];
    private readonly List<Source> sources = [];

    /// <summary>The number of the endnote for <paramref name="references"/>, new or already given.</summary>
    public int Number(IReadOnlyList<SourceReference> references)
    {
        references = [.. references.Select(reference => reference with { SourceId = First(Source(reference)).Id })];
        var key = string.Join(';', references.Select(reference => reference.ToString()).Distinct().Order(StringComparer.Ordinal));
        if (numbers.TryGetValue(key, out var number))
            return number;
        sources.AddRange(references.Select(Source).Distinct().Except(sources).ToList());
        notes.Add(references);
        return numbers[key] = notes.Count;
    }

    public IReadOnlyList<Inline> Mark(IEnumerable<Inline> text) => text.Rewrite(Mark);

    public IReadOnlyList<Block> Mark(IEnumerable<Block> blocks) => blocks.Rewrite(Mark);

    public IReadOnlyList<EndNote> Notes => [.. notes.Select((references, index) => new EndNote(index + 1, [.. References(references)]))];

    public IReadOnlyList<ListedSource> Sources(bool withNotes) => [.. sources.Select((source, index) => new ListedSource(
        index + 1,
        source.Id,
        source.Author.In(words.Language),
        source.Title.In(words.Language),
        source.Date is { } date ? words.Date(date) : words["undated"],
        words[$"source-type-{source.Type}"],
        withNotes ? source.Note.In(words.Language) : null))];

    /// <summary>What the library says of the sources used, each statement once.</summary>
    public string SourceSummary => string.Join(
        ' ', sources.Where(source => source.Statement is not null).Select(source => source.Statement!.In(words.Language)).Distinct());

    private IEnumerable<Inline> Mark(Inline leaf) => leaf is Citation citation ? [new NoteMarker(Number(citation.References))] : [leaf];

    /// <summary>One line for each source of the note, with all its passages.</summary>
    private IEnumerable<NoteReference> References(IReadOnlyList<SourceReference> references) =>
        from reference in references
        group reference by reference.SourceId into bySource
        let source = Source(bySource.First())
        let passages = bySource.Where(reference => reference.PassageId is not null)
            .Select(reference => source.Passages[reference.PassageId!].In(words.Language))
        select new NoteReference(sources.IndexOf(source) + 1, words.List([source.Short.In(words.Language), .. Passages.Shortened([.. passages])]));

    /// <summary>Developments bring their own sources, and two may bring the same one.</summary>
    private Source First(Source source) => sources.Find(one => IsSame(one, source)) ?? source;

    private bool IsSame(Source one, Source other) => one.Id == other.Id || (
        AsRead(one) == AsRead(other) && one.Passages.Select(passage => (passage.Key, passage.Value.In(words.Language)))
            .SequenceEqual(other.Passages.Select(passage => (passage.Key, passage.Value.In(words.Language)))));

    private (string Author, string Title, string Short, PartialDate? Date, string Type, string Note) AsRead(Source source) => (
        source.Author.In(words.Language), source.Title.In(words.Language), source.Short.In(words.Language), source.Date, source.Type,
        source.Note.In(words.Language));

    private Source Source(SourceReference reference) => library.Sources.First(source => source.Id == reference.SourceId);
}
