using Microsoft.AspNetCore.Mvc.RazorPages;
using MoroccoCT.Requests;

namespace MoroccoCT.Web.Pages;

/// <summary>All requests, newest first, a page at a time.</summary>
public sealed class RequestListModel(RequestQueries queries) : PageModel
{
    private const int PageSize = 25;

    public IReadOnlyList<BriefingRequest> Items { get; private set; } = [];

    public string? NextCursor { get; private set; }

    public bool IsFirst { get; private set; }

    public async Task OnGetAsync(string? cursor, CancellationToken cancellationToken)
    {
        var page = await queries.ListAsync(cursor, PageSize, cancellationToken);
        (Items, NextCursor, IsFirst) = (page.Items, page.NextCursor, cursor is null);
    }
}
