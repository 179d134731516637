using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MoroccoCT.Requests;
using MoroccoCT.Web.Api;
using MoroccoCT.Web.Language;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Pages;

/// <summary>One order in several languages: how far each of them is.</summary>
public sealed class SetModel(RequestQueries queries, Catalogue catalogue, Caller caller, Words words) : PageModel
{
    public IReadOnlyList<BriefingRequest> Items { get; private set; } = [];

    /// <summary>That of the first one.</summary>
    public string Title => catalogue.Title(Items[0]);

    public bool IsFinal => Items.All(item => item.IsFinal);

    public int Ready => Items.Count(item => item.State == RequestState.Completed);

    public string Sentence => words.Set.State(Ready, Items.Count);

    /// <summary>Where the browser hears of each change, those that are final aside.</summary>
    public string Events => string.Join(' ', Items.Where(item => !item.IsFinal).Select(item => $"{Address(item)}/events"));

    /// <summary>All of them in one file; null until all are ready.</summary>
    public string? ArchiveAddress => Ready == Items.Count ? ApiAddress.Archive(Items.Select(item => item.Id), Request.PathBase) : null;

    public string DocumentAddress(BriefingRequest item) => $"{Address(item)}/document";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        Items = await queries.SetAsync(id, caller.Viewer, cancellationToken);
        return Items.Count == 0 ? NotFound() : Page();
    }

    private string Address(BriefingRequest item) => ApiAddress.Request(item.Id, Request.PathBase);
}
