using MoroccoCT.Briefings.Composition;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Requests;

/// <summary>What of a request can be searched. Letters count, not how they were typed: capitals, accents apart, typographic marks and spaces.</summary>
internal sealed class RequestText
{
    private readonly string sought;
    private readonly ContentLibrary library;

    /// <param name="sought">Not blank.</param>
    /// <param name="library">Has the titles of what was ordered without one.</param>
    public RequestText(string sought, ContentLibrary library) => (this.sought, this.library) = (Plain(sought.Trim()), library);

    public bool IsIn(BriefingRequest request) =>
        Texts(request).Any(text => text is not null && Plain(text).Contains(sought, StringComparison.OrdinalIgnoreCase));

    private IEnumerable<string?> Texts(BriefingRequest request) => request.IsReadable
        ?
        [
            request.Number, request.Reference, BriefingTitle.Of(request.Order, library), request.Order.PreparedFor,
            .. request.Order.Topics, .. Topics(request.Order),
        ]
        : [request.Number, request.Reference];

    /// <summary>What the topics are called, in the briefing and in the original.</summary>
    private IEnumerable<string> Topics(BriefingOrder order) => order.Topics.Count == 0
        ? []
        : new[] { order.Language, ContentLibrary.Original }.Distinct().Where(library.Languages.Contains).SelectMany(library.Sections)
            .SelectMany(section => section.Topics).Where(topic => order.Topics.Contains(topic.Id)).Select(topic => topic.Title);

    private static string Plain(string text) => new([.. ComposedText.Of(text).Select(letter => letter switch
    {
        '\u2019' or '\u2018' => '\'',
        '\u201C' or '\u201D' or '\u00AB' or '\u00BB' => '"',
        '\u202F' or '\u00A0' => ' ',
        _ => letter,
    })]);
}
