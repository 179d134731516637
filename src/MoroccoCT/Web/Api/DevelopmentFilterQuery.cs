using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Library.Developments;
using MoroccoCT.Web.Endpoints;

namespace MoroccoCT.Web.Api;

/// <summary>Which developments somebody wants to see, as it stands in an address.</summary>
public sealed record DevelopmentFilterQuery
{
    private static readonly Dictionary<string, DevelopmentState> states =
        Enum.GetValues<DevelopmentState>().ToDictionary(state => $"{state}".ToLowerInvariant(), StringComparer.OrdinalIgnoreCase);

    [FromQuery(Name = "states"), ReadAs(typeof(DevelopmentState))]
    [Description("Only developments in one of these states, separated by commas or given several times.")]
    public string[]? States { get; init; }

    [FromQuery(Name = "section"), Description("Only developments of the section with this id.")]
    public string? Section { get; init; }

    [FromQuery(Name = "missing"), Description("Only developments without a text in this language of the library.")]
    public string? Missing { get; init; }

    [FromQuery(Name = "q"), Description("Only developments with these words in number, title, text or source.")]
    public string? Q { get; init; }

    /// <param name="problems">What is wrong with which parameter; the filter is of use only without any.</param>
    internal DevelopmentFilter Read(ContentLibrary library, IDictionary<string, string> problems)
    {
        var words = ListParameter.Read(States);
        if (words.Any(word => !states.ContainsKey(word)))
            problems["states"] = $"Unknown state. Valid: {string.Join(", ", states.Keys)}.";
        var sections = library.Sections(ContentLibrary.Original).Select(section => section.Id).ToList();
        if (!string.IsNullOrEmpty(Section) && !sections.Contains(Section))
            problems["section"] = $"Unknown section. Valid: {string.Join(", ", sections)}.";
        if (!string.IsNullOrEmpty(Missing) && !library.Languages.Contains(Missing))
            problems["missing"] = $"Unknown language. Valid: {string.Join(", ", library.Languages)}.";
        return new()
        {
            States = [.. words.Where(states.ContainsKey).Select(word => states[word]).Distinct()],
            Section = Section,
            Missing = Missing,
            Text = Q,
        };
    }
}
