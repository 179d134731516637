using System.Text.Json;
using MoroccoCT.Briefings;
using MoroccoCT.Briefings.Developments;

namespace MoroccoCT.Web.Pages;

/// <summary>A development as its form has it. Whatever was typed comes back as it was.</summary>
public sealed record DevelopmentForm
{
    /// <summary>Of the development that was looked at; 0 for a new one.</summary>
    public int Revision { get; init; }

    public string? Date { get; init; }

    public string? Section { get; init; }

    public string? Topic { get; init; }

    public string? Marking { get; init; }

    /// <summary>By language.</summary>
    public Dictionary<string, TextFields> Texts { get; init; } = [];

    public List<SourceFields> Sources { get; init; } = [];

    public static DevelopmentForm Of(DevelopmentContent content, int revision) => new()
    {
        Revision = revision,
        Date = content.Date,
        Section = content.Section,
        Topic = content.Topic,
        Marking = content.Marking,
        Texts = content.Texts.ToDictionary(text => text.Key, text => new TextFields { Title = text.Value.Title, Body = text.Value.Body }),
        Sources = [.. content.Sources.Select(SourceFields.Of)],
    };

    public DevelopmentContent ToContent() => new DevelopmentContent
    {
        Date = Date ?? "",
        Section = Section ?? "",
        Topic = Topic,
        Marking = Marking,
        Texts = Texts.ToDictionary(text => text.Key, text => new WrittenText(text.Value?.Title ?? "", text.Value?.Body ?? "")),
        Sources = [.. Sources.OfType<SourceFields>().Select(source => source.ToSource())],
    }.Trimmed();

    /// <summary>What the form shows: the sources there are, and a place for one more.</summary>
    public IReadOnlyList<SourceFields> SourcesAndOne =>
        Sources.Count < DevelopmentSizes.Sources ? [.. Sources, new SourceFields { Type = Briefings.Library.Source.Types[^1] }] : Sources;
}

public sealed record TextFields
{
    public string? Title { get; init; }

    public string? Body { get; init; }
}

/// <summary>A source of the development's own. Its texts are given by language.</summary>
public sealed record SourceFields
{
    public string? Id { get; init; }

    public Dictionary<string, string?> Author { get; init; } = [];

    public Dictionary<string, string?> Title { get; init; } = [];

    public Dictionary<string, string?> Short { get; init; } = [];

    public string? Language { get; init; }

    public string? Date { get; init; }

    public string? Type { get; init; }

    public Dictionary<string, string?> Note { get; init; } = [];

    public Dictionary<string, string?> Statement { get; init; } = [];

    /// <summary>What the API has put there and the form only carries along, as JSON.</summary>
    public string? Passages { get; init; }

    public static SourceFields Of(WrittenSource source) => new()
    {
        Id = source.Id,
        Author = Fields(source.Author),
        Title = Fields(source.Title),
        Short = Fields(source.Short),
        Language = source.Language,
        Date = source.Date,
        Type = source.Type,
        Note = Fields(source.Note),
        Statement = Fields(source.Statement),
        Passages = source.Passages.Count == 0 ? null : JsonSerializer.Serialize(source.Passages, BriefingJson.Options),
    };

    /// <summary>The member of this name, for the fields that are given by language.</summary>
    public Dictionary<string, string?> Texts(string member) => member switch
    {
        "author" => Author,
        "title" => Title,
        "short" => Short,
        "note" => Note,
        _ => Statement,
    };

    internal WrittenSource ToSource() => new()
    {
        Id = Id ?? "",
        Author = Texts(Author),
        Title = Texts(Title),
        Short = Texts(Short),
        Language = Language ?? "",
        Date = Date,
        Type = Type ?? "",
        Note = Texts(Note),
        Statement = Texts(Statement),
        Passages = ReadPassages(),
    };

    private static Dictionary<string, string?> Fields(IReadOnlyDictionary<string, string> texts) =>
        texts.ToDictionary(text => text.Key, string? (text) => text.Value);

    private static Dictionary<string, string> Texts(Dictionary<string, string?> fields) =>
        fields.Where(field => field.Value is not null).ToDictionary(field => field.Key, field => field.Value!);

    private IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> ReadPassages()
    {
        try
        {
            return string.IsNullOrEmpty(Passages)
                ? new Dictionary<string, IReadOnlyDictionary<string, string>>()
                : JsonSerializer.Deserialize<Dictionary<string, IReadOnlyDictionary<string, string>>>(Passages, BriefingJson.Options) ?? [];
        }
        catch (JsonException)
        {
            // Nobody types it.
            return new Dictionary<string, IReadOnlyDictionary<string, string>>();
        }
    }
}
