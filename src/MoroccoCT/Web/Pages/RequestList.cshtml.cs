using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MoroccoCT.Audit;
using MoroccoCT.Requests;
using MoroccoCT.Web.Api;
using MoroccoCT.Web.Language;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Pages;

/// <summary>Requests, newest first, a page at a time: all that there are, or those that are looked for. What is looked for stands in the address.</summary>
public sealed class RequestListModel(
    RequestQueries queries, Tombstones tombstones, Handovers handovers, Catalogue catalogue, DeskTime desk, PersonNames people, Caller caller, Words words)
    : PageModel
{
    private const int PageSize = 25;
    private const int MostReceived = 10;
    private const string Me = "me";
    private const string CursorName = "cursor";

    public IReadOnlyList<BriefingRequest> Items { get; private set; } = [];

    public IReadOnlyList<ReceivedRequest> Received { get; private set; } = [];

    /// <summary>What the fields of the search hold.</summary>
    public RequestFilterQuery Wanted { get; private set; } = new();

    /// <summary>What is wrong with which of them.</summary>
    public IReadOnlyDictionary<string, string> Problems { get; private set; } = new Dictionary<string, string>();

    /// <summary>Why the chosen documents were not sent; null when nobody asked for them.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Number of what was deleted just now.</summary>
    public string? Deleted { get; private set; }

    public string? NextAddress { get; private set; }

    public bool IsFirst { get; private set; }

    public bool IsFiltered => Wanted.Given().Any();

    /// <summary>Whether more is asked for than words.</summary>
    public bool HasFilters => Wanted.Given().Any(part => part.Key != RequestFilterQuery.TextName);

    /// <summary>Whether one's own requests are shown, and not all of the desk.</summary>
    public bool IsMine => Wanted.By == Me;

    /// <summary>Whether there is anybody else.</summary>
    public bool HasOthers => caller.Person is not null;

    /// <summary>The list from its beginning, without the path.</summary>
    public string FirstQuery => Address(Wanted);

    /// <summary>The same search among all of the desk.</summary>
    public string OfTheDeskQuery => Address(Wanted with { By = null });

    /// <summary>The same search among one's own.</summary>
    public string MineQuery => Address(Wanted with { By = Me });

    /// <summary>This very list, without the path.</summary>
    public string Query { get; private set; } = "";

    public bool IsWanted(RequestState state) => (Wanted.State ?? []).Contains($"{state}", StringComparer.OrdinalIgnoreCase);

    /// <param name="mine">One's own alone; earlier addresses said it so.</param>
    /// <param name="deleted">Number of what was deleted just now.</param>
    public async Task<IActionResult> OnGetAsync(
        [FromQuery] RequestFilterQuery wanted, string? cursor, bool mine, string? deleted, CancellationToken cancellationToken)
    {
        Wanted = Own(wanted, mine);
        if (cursor is null && await OnlyOneAsync(cancellationToken) is { } one)
            return RedirectToPage("/Request", new { id = one.Id });
        await ShowAsync(cursor, cancellationToken);
        if (deleted is not null && await tombstones.FindByNumberAsync(deleted, caller.Viewer, cancellationToken) is { } stone)
            Deleted = stone.Number;
        return Page();
    }

    /// <summary>Sends the chosen documents as one file; what stands in the way is said on the list, which stays as it is.</summary>
    public async Task<IActionResult> OnPostArchiveAsync(
        [FromQuery] RequestFilterQuery wanted, [FromQuery] string? cursor, [FromForm] Guid[] ids, CancellationToken cancellationToken)
    {
        var choice = ids.Length <= ArchiveChoice.Most ? await ArchiveChoice.ReadAsync(ids, caller.Viewer, queries, cancellationToken) : new([], [], []);
        if (choice.IsGood)
        {
            await new ArchiveDownload(choice.Requests, Doors.Form).ExecuteAsync(HttpContext);
            return new EmptyResult();
        }

        Refusal = ids.Length switch
        {
            0 => words.Finding.ChooseSome,
            > ArchiveChoice.Most => words.Finding.TooMany(ArchiveChoice.Most),
            _ when choice.Unknown.Count > 0 => words.Finding.Gone,
            _ => words.Finding.NotReady([.. choice.Unfinished.Select(request => request.Number)]),
        };
        Wanted = Own(wanted, mine: false);
        await ShowAsync(cursor, cancellationToken);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private RequestFilterQuery Own(RequestFilterQuery wanted, bool mine) => HasOthers
        ? wanted with { By = mine ? Me : wanted.By }
        : wanted with { By = wanted.By == Me ? null : wanted.By };

    /// <summary>Whoever types a whole number wants that request.</summary>
    private async Task<BriefingRequest?> OnlyOneAsync(CancellationToken cancellationToken) =>
        Wanted.Q is { } name && !HasFilters ? await queries.FindByNameAsync(name, caller.Viewer, cancellationToken) : null;

    private async Task ShowAsync(string? cursor, CancellationToken cancellationToken)
    {
        (IsFirst, Query) = (cursor is null, Address(Wanted, cursor));
        var problems = new Dictionary<string, string>();
        var filter = await Wanted.ReadAsync(desk, people, catalogue.Library.Languages, problems, cancellationToken);
        Problems = problems;
        if (problems.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var page = await queries.ListAsync(filter, cursor, PageSize, caller.Viewer, cancellationToken);
        Items = page.Items;
        NextAddress = page.NextCursor is { } next ? Address(Wanted, next) : null;
        if (IsFirst && !IsFiltered && caller.Person is { } person)
            Received = await handovers.ReceivedAsync(person, MostReceived, cancellationToken);
    }

    private static string Address(RequestFilterQuery wanted, string? cursor = null) =>
        new QueryBuilder(cursor is null ? wanted.Given() : wanted.Given().Append(KeyValuePair.Create(CursorName, cursor))).ToString();
}
