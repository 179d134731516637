using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using MoroccoCT.Library.Developments;
using MoroccoCT.Web.Api;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Pages;

/// <summary>The developments: what waits for whoever looks, then all that he is looking for.</summary>
public sealed class DevelopmentsModel(
    DevelopmentQueries queries, Catalogue catalogue, Caller caller, Access access, IOptions<DevelopmentOptions> options) : PageModel
{
    private const int OnPage = 30;

    public DevelopmentFilterQuery Wanted { get; private set; } = new();

    public IReadOnlyList<DevelopmentView> Waiting { get; private set; } = [];

    public DevelopmentPage List { get; private set; } = new([], null);

    /// <summary>States that can be looked for; those who see what was published have two.</summary>
    public IReadOnlyList<DevelopmentState> States => caller.MayWrite
        ? [DevelopmentState.Draft, DevelopmentState.Proposed, DevelopmentState.Published, DevelopmentState.Withdrawn]
        : [DevelopmentState.Published, DevelopmentState.Withdrawn];

    /// <summary>What is not known is passed over: the choices of the page are.</summary>
    public async Task OnGetAsync([FromQuery] DevelopmentFilterQuery wanted, [FromQuery] string? cursor, CancellationToken cancellationToken)
    {
        Wanted = wanted;
        var filter = wanted.Read(catalogue.Library, new Dictionary<string, string>());
        Guid? before = Guid.TryParseExact(cursor, "N", out var last) ? last : null;
        List = await queries.ListAsync(filter, before, OnPage, caller.Viewer, caller.MayWrite, cancellationToken);
        if (caller.MayWrite && before is null)
            Waiting = await queries.WaitingAsync(
                caller.Viewer, caller.Person?.Id, caller.MayPublish, options.Value.OnePerson || !access.IsShared, cancellationToken);
    }

    public string Older(Guid cursor)
    {
        (string Name, string? Value)[] parts =
        [
            ("states", Wanted.States is [var state, ..] ? state : null), ("section", Wanted.Section), ("missing", Wanted.Missing), ("q", Wanted.Q),
            ("cursor", $"{cursor:N}"),
        ];
        return QueryString.Create(parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => KeyValuePair.Create(part.Name, part.Value))).Value!;
    }
}
