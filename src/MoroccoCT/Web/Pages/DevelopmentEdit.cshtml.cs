using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MoroccoCT.Audit;
using MoroccoCT.Briefings.Developments;
using MoroccoCT.Library.Developments;
using MoroccoCT.Rendering;
using MoroccoCT.Web.Language;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Pages;

/// <summary>Records a development, and edits one.</summary>
/// <remarks>The anti-forgery token is checked by hand: a page that was open for too long must not cost its reader the text.</remarks>
[IgnoreAntiforgeryToken]
[RequestSizeLimit(LargestForm)]
[RequestFormLimits(ValueLengthLimit = LargestForm, MultipartBodyLengthLimit = LargestForm)]
public sealed class DevelopmentEditModel(
    DevelopmentQueries queries, DevelopmentWorkflow workflow, DevelopmentPreviews previews, DevelopmentMessages inWords, Catalogue catalogue,
    IAntiforgery antiforgery, Caller caller, Words words) : PageModel
{
    private const string Pdf = "application/pdf";

    private const int LargestForm = 1024 * 1024;

    /// <summary>Stands for a number that is only given when it is saved.</summary>
    private const string NumberToCome = "MCT-D-…";

    /// <summary>Null for a new one.</summary>
    public string? Number { get; private set; }

    public DevelopmentForm Form { get; private set; } = new();

    public IReadOnlyList<FormMessage> Messages { get; private set; } = [];

    /// <summary>Whether what was typed was not kept.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>Whether somebody saved another text meanwhile.</summary>
    public bool IsChangedMeanwhile { get; private set; }

    public IEnumerable<string> MessagesOf(string field) => Messages.Where(message => message.Field == field).Select(message => message.Text);

    public async Task<IActionResult> OnGetAsync([FromRoute] string? number, CancellationToken cancellationToken)
    {
        if (number is null)
        {
            Form = new() { Section = catalogue.Sections[0].Id };
            return Page();
        }

        if (await FindAsync(number, cancellationToken) is not { } view)
            return NotFound();
        (Number, Form) = (view.Row.Number, DevelopmentForm.Of(view.Content, view.Row.Revision));
        Messages = inWords.Of(view.Read.Problems);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string? number, [FromForm] DevelopmentForm form, CancellationToken cancellationToken)
    {
        (Number, Form) = (number, form);
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
            return Refuse([new("", words.Order.Expired)]);
        var seen = number is null ? null : await FindAsync(number, cancellationToken);
        if (number is not null && seen is null)
            return NotFound();
        try
        {
            var by = HttpContext.Actor(Doors.Form);
            var kept = seen is null
                ? await workflow.RecordAsync(form.ToContent(), caller.Viewer, by, cancellationToken)
                : await workflow.EditAsync(seen.Row.Id, form.Revision, form.ToContent(), caller.Viewer, by, cancellationToken);
            return RedirectToPage("/Development", new { number = kept.Number });
        }
        catch (DevelopmentRejectedException rejected)
        {
            return Refuse(inWords.Of(rejected.Problems));
        }
        catch (DevelopmentRefusedException refused)
        {
            return await RefuseAsync(refused.Why, number!, cancellationToken);
        }
    }

    /// <summary>The page of what is typed, as an edition would print it. Keeps nothing.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(
        [FromRoute] string? number, [FromForm] DevelopmentForm form, [FromForm] string? previewLanguage, CancellationToken cancellationToken)
    {
        (Number, Form) = (number, form);
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
            return Refuse([new("", words.Order.Expired)]);
        var content = form.ToContent();
        var document = await previews.TypesetAsync(content, number ?? NumberToCome, previewLanguage ?? words.Language, cancellationToken);
        // A script says that it takes pages alone: to it, nothing is no fault.
        if (document is null && Request.Headers.Accept == Pdf)
            return new NoContentResult();
        if (document is null)
        {
            var refusals = DevelopmentReader.Read(content, NumberToCome, catalogue.Library).Refusals;
            return Refuse([new("", words.Development.PreviewNothing), .. inWords.Of(refusals)]);
        }


        Response.Headers.CacheControl = "no-store";
        return File(document.Content, Pdf);
    }

    private async Task<DevelopmentView?> FindAsync(string number, CancellationToken cancellationToken) =>
        await queries.FindAsync(number, caller.Viewer, seesDrafts: true, cancellationToken) is { IsWork: true, Row.MayBeEdited: true } view ? view : null;

    /// <summary>What was typed stays, and can be saved over what is there now by whoever has looked at it.</summary>
    private async Task<IActionResult> RefuseAsync(DevelopmentRefusal why, string number, CancellationToken cancellationToken)
    {
        if (await FindAsync(number, cancellationToken) is { } view)
            Form = Form with { Revision = view.Row.Revision };
        IsChangedMeanwhile = why == DevelopmentRefusal.ChangedMeanwhile;
        ModelState.Clear();
        return Refuse([new("", IsChangedMeanwhile ? words.Development.ChangedWhileTyping : words.Development.Refused(why))], StatusCodes.Status409Conflict);
    }

    private PageResult Refuse(IReadOnlyList<FormMessage> messages, int status = StatusCodes.Status400BadRequest)
    {
        Response.StatusCode = status;
        (Messages, IsRefused) = (messages, true);
        return Page();
    }
}
