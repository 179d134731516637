using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using MoroccoCT.Audit;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Faults;
using MoroccoCT.Requests;
using MoroccoCT.Schedules;
using MoroccoCT.Web.Api;
using MoroccoCT.Web.Guards;
using MoroccoCT.Web.Language;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Pages;

/// <summary>The order form, with its pages beside it.</summary>
/// <remarks>The anti-forgery token is checked by hand: a page that was open for too long must not cost its reader the input.</remarks>
[IgnoreAntiforgeryToken]
[EnableRateLimiting(CallerLimits.Orders)]
public sealed class IndexModel(
    Catalogue catalogue, FormBeginning beginning, OrderMessages inWords, RequestSubmitter submitter, RequestQueries queries, PageEstimates estimates,
    SavedOrders saved, ScheduleList schedules, IAntiforgery antiforgery, Caller caller, Words words, TimeProvider time)
    : PageModel
{
    private const int RecentCount = 6;

    public OrderForm Form { get; private set; } = new();

    public IReadOnlyList<FormMessage> Messages { get; private set; } = [];

    private IReadOnlyList<PageEstimate> Estimates { get; set; } = [];

    public IReadOnlyList<BriefingRequest> Recent { get; private set; } = [];

    public IReadOnlyList<ScheduleView> Schedules { get; private set; } = [];

    public IReadOnlyList<SavedOrder> Saved { get; private set; } = [];

    /// <summary>Whom this person prepared briefings for last.</summary>
    public IReadOnlyList<string> Addressees { get; private set; } = [];

    /// <summary>The request the form was filled from; null when it was not.</summary>
    public BriefingRequest? Earlier { get; private set; }

    /// <summary>Name under which the choice was just kept; null when it was not.</summary>
    public string? SavedAs { get; private set; }

    /// <summary>The schedule whose choice is changed; null for a briefing of its own.</summary>
    [BindProperty(Name = "schedule", SupportsGet = true)]
    public string? OfSchedule { get; set; }

    private Guid? PersonId => caller.Person?.Id;

    /// <param name="from">A request whose order fills the form.</param>
    /// <param name="choice">A saved choice that fills it.</param>
    /// <param name="link">An order in the address, which fills it.</param>
    public async Task<IActionResult> OnGetAsync(Guid? from, Guid? choice, [FromQuery] OrderForm link, CancellationToken cancellationToken)
    {
        // Who only reads begins with what there is to read.
        if (!caller.MayOrder)
            return RedirectToPage("/RequestList");
        (var form, Earlier) = await beginning.OfAsync(from, choice, link, Request.Query, cancellationToken);
        return await AgainAsync(form with { Key = Guid.CreateVersion7(time.GetUtcNow()) }, [], cancellationToken);
    }

    public Task<IActionResult> OnPostAsync([FromForm] OrderForm form, CancellationToken cancellationToken) => DoAsync(
        form,
        async () =>
        {
            var orders = form.ToOrders(catalogue.Library);
            var key = caller.OwnKey(form.IdempotencyKey(orders));
            var submission = new Submission(HttpContext.Actor(Doors.Form), key, Viewer: caller.Viewer, Person: caller.Person?.DisplayName);
            var submitted = await submitter.SubmitAsync(orders, submission, cancellationToken);
            var first = submitted[0].Request;
            return first.SetId is { } set ? RedirectToPage("/Set", new { id = set }) : RedirectToPage("/Request", new { id = first.Id });
        },
        cancellationToken);

    /// <summary>The pages themselves, for browsers that do not draw them beside the form.</summary>
    public Task<IActionResult> OnPostPagesAsync([FromForm] OrderForm form, [FromServices] PreviewPages pages, CancellationToken cancellationToken) => DoAsync(
        form,
        async () => new HttpResultAction(await pages.OfAsync(form.ToOrder(catalogue.Library), HttpContext, cancellationToken)),
        cancellationToken);

    public Task<IActionResult> OnPostSaveAsync(
        [FromForm] OrderForm form, [FromForm] string? name, [FromForm] bool share, CancellationToken cancellationToken) => DoAsync(
        form,
        async () =>
        {
            var kept = await saved.SaveAsync(name ?? "", form.ToOrder(catalogue.Library), form.AlsoIn, share, caller.Viewer, PersonId, cancellationToken);
            SavedAs = kept.Name;
            return await AgainAsync(form, [], cancellationToken);
        },
        cancellationToken);

    public Task<IActionResult> OnPostForgetAsync([FromForm] OrderForm form, [FromForm] Guid forget, CancellationToken cancellationToken) => DoAsync(
        form,
        async () =>
        {
            await saved.DeleteAsync(forget, PersonId, cancellationToken);
            return await AgainAsync(form, [], cancellationToken);
        },
        cancellationToken);

    /// <summary>The order is checked here, where its fields stand; when it is due is asked on the next page.</summary>
    public Task<IActionResult> OnPostScheduleAsync([FromForm] OrderForm form, CancellationToken cancellationToken) => DoAsync(
        form,
        () =>
        {
            foreach (var order in form.ToOrders(catalogue.Library))
                OrderValidator.Normalize(order, catalogue.Library);
            var to = OfSchedule is null ? "/schedules/new" : $"/schedules/{Uri.EscapeDataString(OfSchedule)}/edit";
            return Task.FromResult<IActionResult>(LocalRedirect($"~{to}{form.ToLink()}"));
        },
        cancellationToken);

    public IEnumerable<string> MessagesOf(params string[] fields) =>
        fields.SelectMany(field => Messages.Where(message => message.Field == field)).Select(message => message.Text);

    /// <summary>About how many pages what is ticked makes at a depth; null when nobody can tell.</summary>
    public PageEstimate? EstimateAt(Depth depth) => Estimates.FirstOrDefault(estimate => estimate.Depth == depth);

    /// <summary>Id of the element that a message about a field leads to; null for a message about the order as a whole.</summary>
    public string? Input(string field) => field switch
    {
        "" => null,
        "sections" or "topics" => $"section-{catalogue.Sections[0].Id}",
        "language" => $"language-{catalogue.Library.Languages[0]}",
        "marking" => "marking-lowest",
        "paper" => $"paper-{Paper.A4}",
        "depth" => $"depth-{Depth.Summary}",
        "profile" => $"profile-{Profile.Accessible}",
        "name" => "save-name",
        _ => field,
    };

    /// <summary>Does what a button of the form is for, or shows the form again with what stands in the way.</summary>
    private async Task<IActionResult> DoAsync(OrderForm form, Func<Task<IActionResult>> deed, CancellationToken cancellationToken)
    {
        if (!caller.MayOrder)
            return StatusCode(StatusCodes.Status403Forbidden);
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
            return await RefuseAsync(400, form, [new("", words.Order.Expired)], cancellationToken);
        if (inWords.Unreadable(ModelState, field => Request.Form[field].Count) is { Count: > 0 } unreadable)
            return await RefuseAsync(400, form, unreadable, cancellationToken);
        try
        {
            return await deed();
        }
        catch (Exception fault) when (inWords.Of(fault, form) is { } messages)
        {
            return await RefuseAsync(400, form, messages, cancellationToken);
        }
        catch (LedgerFullException full)
        {
            var seconds = FaultMap.Seconds(full.RetryAfter);
            Response.Headers.RetryAfter = $"{seconds}";
            return await RefuseAsync(429, form, [new("", words.Order.Busy(seconds))], cancellationToken);
        }
    }

    private async Task<PageResult> RefuseAsync(int status, OrderForm form, IReadOnlyList<FormMessage> messages, CancellationToken cancellationToken)
    {
        Response.StatusCode = status;
        return await AgainAsync(form, messages, cancellationToken);
    }

    private async Task<PageResult> AgainAsync(OrderForm form, IReadOnlyList<FormMessage> messages, CancellationToken cancellationToken)
    {
        await ShowAsync(form, messages, cancellationToken);
        return Page();
    }

    private async Task ShowAsync(OrderForm form, IReadOnlyList<FormMessage> messages, CancellationToken cancellationToken)
    {
        (Form, Messages) = (form, messages);
        Estimates = await EstimateAsync(form, cancellationToken);
        Recent = (await queries.ListAsync(null, RecentCount, caller.Viewer, ofPerson: null, cancellationToken)).Items;
        Schedules = await schedules.ListAsync(caller.Viewer, cancellationToken);
        Saved = await saved.ListAsync(caller.Viewer, PersonId, cancellationToken);
        Addressees = await beginning.AddresseesAsync(cancellationToken);
    }

    /// <summary>None for an order that is not right yet.</summary>
    private async Task<IReadOnlyList<PageEstimate>> EstimateAsync(OrderForm form, CancellationToken cancellationToken)
    {
        try
        {
            return await estimates.OfAsync(form.ToOrder(catalogue.Library), caller.Viewer, cancellationToken);
        }
        catch (OrderRejectedException)
        {
            return [];
        }
    }
}
