using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Faults;
using MoroccoCT.Requests;
using MoroccoCT.Typesetting;
using MoroccoCT.Web.Api;
using MoroccoCT.Web.Language;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Pages;

/// <summary>What the order form asks for while it is filled in: its pages, how many they are, and where topics are found; in the words of the form.</summary>
public sealed class PreviewModel(
    Catalogue catalogue, OrderMessages inWords, PreviewPages pages, PageEstimates estimates, Caller caller, Words words) : PageModel
{
    private const int LongestSearch = 200;

    /// <summary>The pages as a PDF, or what keeps them from being made.</summary>
    public async Task<IActionResult> OnGetAsync([FromQuery] OrderForm form, CancellationToken cancellationToken)
    {
        try
        {
            return inWords.Unreadable(ModelState, field => Request.Query[field].Count) is { Count: > 0 } unreadable
                ? Refused(unreadable)
                : new HttpResultAction(await pages.OfAsync(form.ToOrder(catalogue.Library), HttpContext, cancellationToken));
        }
        catch (Exception fault) when (inWords.Of(fault, form) is { } messages)
        {
            return Refused(messages);
        }
        catch (EngineBusyException busy)
        {
            Response.Headers.RetryAfter = $"{FaultMap.Seconds(busy.RetryAfter)}";
            return new JsonResult(new { messages = Array.Empty<FormMessage>() }) { StatusCode = StatusCodes.Status503ServiceUnavailable };
        }
    }

    /// <summary>Pages at each depth, or why there are none, and what the briefing would be called.</summary>
    public async Task<IActionResult> OnGetCountsAsync([FromQuery] OrderForm form, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return new JsonResult(new { depths = Array.Empty<object>() });
        var order = form.ToOrder(catalogue.Library);
        var known = await KnownAsync(order, cancellationToken);
        return new JsonResult(new
        {
            depths = from depth in Enum.GetValues<Depth>()
                     let estimate = known.FirstOrDefault(estimate => estimate.Depth == depth)
                     select new
                     {
                         depth = $"{depth}".ToLowerInvariant(),
                         pages = words.Order.Extent(estimate),
                         problem = inWords.OfDepth(order with { Depth = depth }, form, estimate),
                     },
            title = catalogue.TitleOf(order with { Title = null }),
        });
    }

    /// <summary>Ids of the topics that say something.</summary>
    public IActionResult OnGetSearch([FromQuery(Name = "words")] string? sought, string? language)
    {
        var found = catalogue.Search(sought is null ? "" : sought[..Math.Min(sought.Length, LongestSearch)], language ?? "");
        return new JsonResult(new { topics = found, sentence = words.Choosing.Found(found.Count) });
    }

    private async Task<IReadOnlyList<PageEstimate>> KnownAsync(BriefingOrder order, CancellationToken cancellationToken)
    {
        try
        {
            return await estimates.OfAsync(order, caller.Viewer, cancellationToken);
        }
        catch (OrderRejectedException)
        {
            return [];
        }
    }

    /// <summary>No failure: whoever fills in a form is not done yet.</summary>
    private static JsonResult Refused(IReadOnlyList<FormMessage> messages) => new(new { messages });
}
