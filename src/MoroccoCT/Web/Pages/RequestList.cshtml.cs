using Microsoft.AspNetCore.Mvc.RazorPages;
using MoroccoCT.Requests;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Pages;

/// <summary>All requests, newest first, a page at a time.</summary>
public sealed class RequestListModel(RequestQueries queries, Caller caller) : PageModel
{
    private const int PageSize = 25;

    public IReadOnlyList<BriefingRequest> Items { get; private set; } = [];

    public string? NextCursor { get; private set; }

    public bool IsFirst { get; private set; }

    /// <summary>Whether one's own requests are shown, and not all of the desk.</summary>
    public bool IsMine { get; private set; }

    /// <summary>Whether there is anybody else.</summary>
    public bool HasOthers => caller.Person is not null;

    public async Task OnGetAsync(string? cursor, bool mine, CancellationToken cancellationToken)
    {
        IsMine = mine && HasOthers;
        var page = await queries.ListAsync(cursor, PageSize, caller.Viewer, IsMine ? caller.Person!.Id : null, cancellationToken);
        (Items, NextCursor, IsFirst) = (page.Items, page.NextCursor, cursor is null);
    }
}
