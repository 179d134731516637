using MoroccoCT.Requests;

namespace MoroccoCT.Web.Language;

/// <summary>One order in several languages.</summary>
public sealed record SetWords
{
    public string Lead { get; init; } = "The same briefing in several languages.";

    public string DownloadAll { get; init; } = "Download all languages (ZIP)";

    public string PartOfSet { get; init; } = "Ordered in several languages at once: see all of them.";

    public string State(int ready, int all) => $"{ready} of {all} are ready.";

    public string Title(IEnumerable<BriefingRequest> requests) => string.Join(", ", requests.Select(request => request.Number));
}
