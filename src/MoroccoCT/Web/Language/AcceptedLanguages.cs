using Microsoft.Net.Http.Headers;

namespace MoroccoCT.Web.Language;

/// <summary>What a browser says its reader understands (RFC 9110, <c>Accept-Language</c>).</summary>
public static class AcceptedLanguages
{
    /// <summary>The one of our languages that is wanted most: a region or script does not matter, the weight does, and among equals the order.</summary>
    /// <returns>Null when none of them is wanted.</returns>
    public static Words? Best(IList<string> header) => StringWithQualityHeaderValue.TryParseList(header, out var wanted)
        ? wanted.OrderByDescending(Weight).Where(language => Weight(language) > 0).Select(Known).FirstOrDefault(known => known is not null)
        : null;

    private static double Weight(StringWithQualityHeaderValue language) => language.Quality ?? 1;

    private static Words? Known(StringWithQualityHeaderValue language) => Words.Find(language.Value.ToString().Split('-')[0].ToLowerInvariant());
}
