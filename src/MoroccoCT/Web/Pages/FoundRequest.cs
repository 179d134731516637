using MoroccoCT.Requests;

namespace MoroccoCT.Web.Pages;

/// <summary>A row of the list of requests.</summary>
/// <param name="List">The list it stands in, as a query: whoever changes the request there comes back to it.</param>
public sealed record FoundRequest(BriefingRequest Request, string List);
