using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using MoroccoCT.Audit;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Faults;
using MoroccoCT.Requests;
using MoroccoCT.Schedules;
using MoroccoCT.Web.Guards;
using MoroccoCT.Web.Language;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Pages;

/// <summary>The order form, with the newest requests and the next editions beside it.</summary>
/// <remarks>The anti-forgery token is checked by hand: a page that was open for too long must not cost its reader the input.</remarks>
[IgnoreAntiforgeryToken]
[EnableRateLimiting(CallerLimits.Orders)]
public sealed class IndexModel(
    Catalogue catalogue, RequestSubmitter submitter, RequestQueries queries, PageEstimates estimates, ScheduleList schedules, IAntiforgery antiforgery,
    Caller caller, Words words, TimeProvider time)
    : PageModel
{
    private const int RecentCount = 6;

    public OrderForm Form { get; private set; } = new();

    public IReadOnlyList<FormMessage> Messages { get; private set; } = [];

    private IReadOnlyList<PageEstimate> Estimates { get; set; } = [];

    public IReadOnlyList<BriefingRequest> Recent { get; private set; } = [];

    public IReadOnlyList<ScheduleView> Schedules { get; private set; } = [];

    /// <param name="from">A request whose order fills the form.</param>
    public async Task<IActionResult> OnGetAsync(Guid? from, CancellationToken cancellationToken)
    {
        // Who only reads begins with what there is to read.
        if (!caller.MayOrder)
            return RedirectToPage("/RequestList");
        var earlier = from is { } id ? await queries.FindAsync(id, caller.Viewer, cancellationToken) : null;
        var form = earlier is null ? new OrderForm { Numbered = true } : OrderForm.Of(earlier.Order);
        await ShowAsync(form with { Key = Guid.CreateVersion7(time.GetUtcNow()) }, [], cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] OrderForm form, CancellationToken cancellationToken)
    {
        if (!caller.MayOrder)
            return StatusCode(StatusCodes.Status403Forbidden);
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
            return await RefuseAsync(400, form, [new("", words.Order.Expired)], cancellationToken);
        if (Unreadable() is { Count: > 0 } unreadable)
            return await RefuseAsync(400, form, unreadable, cancellationToken);

        try
        {
            var order = form.ToOrder(catalogue.Library);
            var key = caller.OwnKey(form.IdempotencyKey(order));
            var submission = new Submission(HttpContext.Actor(Doors.Form), key, Viewer: caller.Viewer, Person: caller.Person?.DisplayName);
            var submitted = await submitter.SubmitAsync(order, submission, cancellationToken);
            return RedirectToPage("/Request", new { id = submitted.Request.Id });
        }
        catch (OrderRejectedException rejected)
        {
            return await RefuseAsync(400, form, [.. rejected.Problems.Select(problem => InWords(problem, form)).Distinct()], cancellationToken);
        }
        catch (LedgerFullException full)
        {
            var seconds = FaultMap.Seconds(full.RetryAfter);
            Response.Headers.RetryAfter = $"{seconds}";
            return await RefuseAsync(429, form, [new("", words.Order.Busy(seconds))], cancellationToken);
        }
    }

    public IEnumerable<string> MessagesOf(params string[] fields) =>
        fields.SelectMany(field => Messages.Where(message => message.Field == field)).Select(message => message.Text);

    /// <summary>About how many pages what is ticked makes at a depth; null when nobody can tell.</summary>
    public int? PagesAt(Depth depth) => Estimates.FirstOrDefault(estimate => estimate.Depth == depth)?.Pages;

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
        _ => field,
    };

    private async Task<PageResult> RefuseAsync(int status, OrderForm form, IReadOnlyList<FormMessage> messages, CancellationToken cancellationToken)
    {
        Response.StatusCode = status;
        await ShowAsync(form, messages, cancellationToken);
        return Page();
    }

    private async Task ShowAsync(OrderForm form, IReadOnlyList<FormMessage> messages, CancellationToken cancellationToken)
    {
        (Form, Messages) = (form, messages);
        Estimates = await EstimateAsync(form, cancellationToken);
        Recent = (await queries.ListAsync(null, RecentCount, caller.Viewer, ofPerson: null, cancellationToken)).Items;
        Schedules = await schedules.ListAsync(caller.Viewer, cancellationToken);
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

    /// <summary>Whoever ticked nothing needs no list of ids.</summary>
    private FormMessage InWords(OrderProblem problem, OrderForm form) => new(
        problem.Field,
        problem.Fault == OrderFault.NothingChosen && form.Topics.Length == 0 ? words.Order.ChooseSection : words.Problem.Sentence(problem, words.Order.Quoted));

    /// <summary>Values the form itself cannot send.</summary>
    private IReadOnlyList<FormMessage> Unreadable() =>
    [
        .. ModelState.Where(field => field.Value?.Errors.Count > 0)
            .Select(field => Member(field.Key)).Select(member => new FormMessage(member, words.Order.Unknown(member))),
        .. OrderForm.SingleFields.Where(field => Request.Form[field].Count > 1)
            .Select(Member).Select(member => new FormMessage(member, words.Order.Twice(member))),
    ];

    private static string Member(string field) => JsonNamingPolicy.CamelCase.ConvertName(field);
}

/// <summary>What the form has to say.</summary>
/// <param name="Field">Member of the order that it is about, as JSON writes it; empty for the order as a whole.</param>
public sealed record FormMessage(string Field, string Text);
