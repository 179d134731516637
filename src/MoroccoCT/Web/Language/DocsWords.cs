namespace MoroccoCT.Web.Language;

/// <summary>What stands on the page that describes the API.</summary>
public sealed record DocsWords
{
    public string Title { get; init; } = "The API";

    public string Lead { get; init; } = "All that this service does for people it does for programs as well.";

    public string Download { get; init; } = "The description for programs (OpenAPI, JSON)";

    public string NoScript { get; init; } = "Without scripts the description cannot be shown here; the file for programs says the same.";
}
