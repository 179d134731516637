namespace MoroccoCT.Briefings.Developments;

/// <summary>A source as an editor entered it, with the fields of an entry in the library's file of sources; see <see cref="Library.Source"/>.</summary>
public sealed record WrittenSource
{
    private static readonly Dictionary<string, string> nothing = [];

    /// <summary>By which the text cites it.</summary>
    public required string Id { get; init; }

    public IReadOnlyDictionary<string, string> Author { get; init; } = nothing;

    public IReadOnlyDictionary<string, string> Title { get; init; } = nothing;

    /// <summary>How endnotes name it.</summary>
    public IReadOnlyDictionary<string, string> Short { get; init; } = nothing;

    /// <summary>The language the source itself is written in.</summary>
    public string Language { get; init; } = "";

    /// <summary><c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>; null for an undated source.</summary>
    public string? Date { get; init; }

    /// <summary>What kind of source it is: one of those of the library's file of sources.</summary>
    public string Type { get; init; } = "";

    /// <summary>What it is worth: access, interest, age.</summary>
    public IReadOnlyDictionary<string, string> Note { get; init; } = nothing;

    /// <summary>The same in a sentence or two, for every briefing that cites it.</summary>
    public IReadOnlyDictionary<string, string> Statement { get; init; } = nothing;

    /// <summary>Places in the source that a citation can name, by id.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Passages { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>Its language and type come chosen in a form and say nothing by themselves.</summary>
    internal bool IsBlank => string.IsNullOrWhiteSpace(Id) && OrNull(Date) is null && Passages.Count == 0
        && new[] { Author, Title, Short, Note, Statement }.All(texts => texts.Values.All(string.IsNullOrWhiteSpace));

    internal WrittenSource Trimmed() => this with
    {
        Id = Id.Trim(),
        Author = Trimmed(Author),
        Title = Trimmed(Title),
        Short = Trimmed(Short),
        Language = Language.Trim(),
        Date = OrNull(Date),
        Type = Type.Trim(),
        Note = Trimmed(Note),
        Statement = Trimmed(Statement),
        Passages = Passages.Where(passage => passage.Value is not null).OrderBy(passage => passage.Key, StringComparer.Ordinal)
            .ToDictionary(passage => passage.Key, passage => Trimmed(passage.Value)),
    };

    internal static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static IReadOnlyDictionary<string, string> Trimmed(IReadOnlyDictionary<string, string> texts) =>
        texts.Where(text => !string.IsNullOrWhiteSpace(text.Value)).OrderBy(text => text.Key, StringComparer.Ordinal)
            .ToDictionary(text => text.Key, text => text.Value.Trim());
}
