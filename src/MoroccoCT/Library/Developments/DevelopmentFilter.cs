namespace MoroccoCT.Library.Developments;

/// <summary>Which developments are looked for; what is not set does not matter.</summary>
public sealed record DevelopmentFilter
{
    public static DevelopmentFilter None { get; } = new();

    /// <summary>In one of these states; any when empty.</summary>
    public IReadOnlyList<DevelopmentState> States { get; init; } = [];

    /// <summary>Id of a section.</summary>
    public string? Section { get; init; }

    /// <summary>A language in which it has no text.</summary>
    public string? Missing { get; init; }

    /// <summary>Stands in the number, a title, a text or a source, in capitals or not.</summary>
    public string? Text { get; init; }

    internal bool Fits(DevelopmentView view) =>
        (States.Count == 0 || States.Contains(view.State))
        && (string.IsNullOrWhiteSpace(Section) || view.Content.Section == Section)
        && (string.IsNullOrWhiteSpace(Missing) || !view.Content.Texts.ContainsKey(Missing))
        && (string.IsNullOrWhiteSpace(Text) || Texts(view).Any(text => text.Contains(Text.Trim(), StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<string> Texts(DevelopmentView view) =>
    [
        view.Row.Number,
        .. view.Content.Texts.Values.SelectMany(text => new[] { text.Title, text.Body }),
        .. view.Content.Sources.SelectMany(source => source.Author.Values.Concat(source.Title.Values).Append(source.Id)),
    ];
}
