using MoroccoCT.Requests;
using MoroccoCT.Web.Api;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Pages;

/// <summary>What stands in the form when it is opened.</summary>
public sealed class FormBeginning(Catalogue catalogue, RequestQueries queries, SavedOrders saved, Caller caller)
{
    /// <summary>So many of the last orders are looked through.</summary>
    private const int LookedThrough = 50;

    private const int MostAddressees = 8;

    private static readonly string[] fields =
    [
        nameof(OrderForm.Sections), nameof(OrderForm.Topics), nameof(OrderForm.Language), nameof(OrderForm.AlsoIn), nameof(OrderForm.Title),
        nameof(OrderForm.PreparedFor), nameof(OrderForm.Paper), nameof(OrderForm.Depth), nameof(OrderForm.Marking), nameof(OrderForm.Profile),
    ];

    private Task<List<BriefingRequest>>? last;

    private Guid? PersonId => caller.Person?.Id;

    /// <param name="from">A request to order again.</param>
    /// <param name="choice">A saved choice.</param>
    /// <param name="link">An order in the address.</param>
    /// <returns>The form, and the request it is filled from.</returns>
    public async Task<(OrderForm Form, BriefingRequest? Earlier)> OfAsync(
        Guid? from, Guid? choice, OrderForm link, IQueryCollection query, CancellationToken cancellationToken)
    {
        if (from is { } id && await queries.FindAsync(id, caller.Viewer, cancellationToken) is { IsReadable: true } earlier)
            return (OrderForm.Of(earlier, catalogue.Library) with { AlsoIn = await OthersAsync(earlier, cancellationToken) }, earlier);
        if (choice is { } kept && await saved.FindAsync(kept, caller.Viewer, PersonId, cancellationToken) is { } known)
            return (OrderForm.Of(known.Order) with { AlsoIn = known.AlsoIn.Split(' ', StringSplitOptions.RemoveEmptyEntries) }, null);
        return (fields.Any(query.ContainsKey) ? OfLink(link, query) : await UsualAsync(cancellationToken), null);
    }

    /// <summary>Whom this person prepared briefings for, the last one first.</summary>
    public async Task<IReadOnlyList<string>> AddresseesAsync(CancellationToken cancellationToken) =>
    [
        .. (await LastAsync(cancellationToken)).Select(request => request.Order.PreparedFor).OfType<string>().Distinct().Take(MostAddressees),
    ];

    /// <summary>The other languages of the set a request belongs to.</summary>
    private async Task<string[]> OthersAsync(BriefingRequest request, CancellationToken cancellationToken) => request.SetId is { } set
        ? [.. (await queries.SetAsync(set, caller.Viewer, cancellationToken)).Select(one => one.Order.Language).Where(one => one != request.Order.Language)]
        : [];

    /// <summary>A link names ids as the API does; what it says nothing of is as in an empty form.</summary>
    public static OrderForm OfLink(OrderForm link, IQueryCollection query) => link with
    {
        Sections = ListParameter.Read(link.Sections),
        Topics = ListParameter.Read(link.Topics),
        AlsoIn = ListParameter.Read(link.AlsoIn),
        Numbered = !query.ContainsKey(nameof(OrderForm.Numbered)) || link.Numbered,
    };

    /// <summary>Language and paper as this person had them last.</summary>
    private async Task<OrderForm> UsualAsync(CancellationToken cancellationToken)
    {
        var usual = (await LastAsync(cancellationToken)).FirstOrDefault(request => request.IsReadable)?.Order;
        var form = new OrderForm { Numbered = true };
        return usual is null || !catalogue.Library.Languages.Contains(usual.Language) ? form : form with { Language = usual.Language, Paper = usual.Paper };
    }

    private Task<List<BriefingRequest>> LastAsync(CancellationToken cancellationToken) =>
        last ??= queries.LastOrderedAsync(caller.Viewer, PersonId, LookedThrough, cancellationToken);
}
