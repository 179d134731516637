using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using MoroccoCT.Audit;
using MoroccoCT.Desk;
using MoroccoCT.Faults;
using MoroccoCT.Schedules;
using MoroccoCT.Typesetting;
using MoroccoCT.Web.Api;
using MoroccoCT.Web.Guards;
using MoroccoCT.Web.Language;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Pages;

/// <summary>Makes a schedule of what the order form has, and changes one.</summary>
/// <remarks>The anti-forgery token is checked by hand: a page that was open for too long must not cost its reader the input.</remarks>
[IgnoreAntiforgeryToken]
[EnableRateLimiting(CallerLimits.Orders)]
[RequestSizeLimit(HolidayReader.LargestCalendar + FormAround)]
[RequestFormLimits(MultipartBodyLengthLimit = HolidayReader.LargestCalendar, ValueLengthLimit = FormAround)]
public sealed class ScheduleEditModel(
    ScheduleKeeping keeping, ScheduleBook book, ScheduleList schedules, ScheduleRecipients recipients, HolidayReader reader, ScheduleMessages inWords,
    Catalogue catalogue, IAntiforgery antiforgery, Caller caller, Words words, IOptions<DeskOptions> desk) : PageModel
{
    /// <summary>Holidays that were kept stand in the form too.</summary>
    private const int FormAround = 256 * 1024;

    /// <summary>Null for a new one.</summary>
    public string? Name { get; private set; }

    public ScheduleForm Form { get; private set; } = new();

    public IReadOnlyList<FormMessage> Messages { get; private set; } = [];

    /// <summary>The next editions of what stands in the form; null until somebody asks for them.</summary>
    public IReadOnlyList<DueTime>? Dates { get; private set; }

    /// <summary>Names of the zones that can be chosen.</summary>
    public static IReadOnlyList<string> Zones { get; } =
        [.. TimeZoneInfo.GetSystemTimeZones().Where(zone => zone.HasIanaId).Select(zone => zone.Id).Order(StringComparer.Ordinal)];

    /// <summary>The order's fields, which this form carries along.</summary>
    public static IEnumerable<(string Name, string Value)> Hidden(OrderForm order) =>
        QueryHelpers.ParseQuery(order.ToLink().Value).SelectMany(field => field.Value, (field, value) => (field.Key, value ?? ""));

    /// <param name="name">Of the schedule that is changed; null for a new one.</param>
    /// <param name="link">The order in the address: as the order form has it.</param>
    public async Task<IActionResult> OnGetAsync([FromRoute] string? name, [FromQuery] OrderForm link, CancellationToken cancellationToken)
    {
        var order = FormBeginning.OfLink(link, Request.Query);
        Name = name;
        if (name is null)
        {
            Form = New(order);
            return order.Sections.Length + order.Topics.Length == 0 ? RedirectToPage("/Index") : Page();
        }

        if (await FindAsync(name, cancellationToken) is not { } schedule)
            return NotFound();
        Form = ScheduleForm.Of(schedule) with
        {
            DeliverTo = ScheduleRecipients.Lines(await recipients.ShownAsync(schedule.Definition.Recipients, cancellationToken)),
        };
        if (order.Sections.Length + order.Topics.Length > 0)
            Form = Form with { Order = order };
        return Page();
    }

    public Task<IActionResult> OnPostAsync(
        [FromRoute] string? name, [FromForm] ScheduleForm form, IFormFile? calendar, CancellationToken cancellationToken) => DoAsync(
        name,
        form,
        calendar,
        async definition =>
        {
            var by = HttpContext.Actor(Doors.Form);
            var kept = name is null
                ? await keeping.AddAsync(form.Name?.Trim() ?? "", definition, caller.Viewer, by, cancellationToken)
                : await keeping.ChangeAsync(name, form.Revision, definition, caller.Viewer, by, cancellationToken);
            return RedirectToPage("/Schedule", new { name = kept.Name });
        },
        cancellationToken);

    /// <summary>Shows when it would be due, and keeps nothing.</summary>
    public Task<IActionResult> OnPostDatesAsync(
        [FromRoute] string? name, [FromForm] ScheduleForm form, IFormFile? calendar, CancellationToken cancellationToken) => DoAsync(
        name,
        form,
        calendar,
        definition =>
        {
            var problems = ScheduleCheck.Of(definition, catalogue.Library);
            if (problems.Count > 0)
                throw new ScheduleRejectedException(problems);
            Dates = schedules.Next(definition.Times());
            return Task.FromResult<IActionResult>(Page());
        },
        cancellationToken);

    public IEnumerable<string> MessagesOf(params string[] fields) =>
        fields.SelectMany(field => Messages.Where(message => message.Field == field)).Select(message => message.Text);

    private ScheduleForm New(OrderForm order) => new()
    {
        Order = order,
        Days = [DayOfWeek.Monday],
        Time = "07:00",
        TimeZone = desk.Value.TimeZone,
    };

    private async Task<Schedule?> FindAsync(string name, CancellationToken cancellationToken) =>
        (await book.AllAsync(cancellationToken)).FirstOrDefault(schedule => schedule.Name == name && schedule.MayBeChangedBy(caller.Viewer));

    private async Task<IActionResult> DoAsync(
        string? name, ScheduleForm form, IFormFile? calendar, Func<ScheduleDefinition, Task<IActionResult>> deed, CancellationToken cancellationToken)
    {
        (Name, Form) = (name, form);
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
            return Refuse([new("", words.Order.Expired)]);
        if (name is not null && await FindAsync(name, cancellationToken) is null)
            return NotFound();
        if (inWords.Unreadable(ModelState) is { Count: > 0 } unreadable)
            return Refuse(unreadable);
        if (inWords.Missing(form) is { Count: > 0 } missing)
            return Refuse(missing);
        try
        {
            if (calendar is { Length: > 0 })
            {
                if (await ReadAsync(calendar, cancellationToken) is not { } holidays)
                    return Refuse([new("holidays", words.Schedule.NoCalendar)]);

                // What was read stands in the form from now on: a file cannot be put into it again.
                Form = form with { Holidays = ScheduleForm.Write(holidays), ForgetHolidays = false };
            }

            var definition = Form.ToDefinition(catalogue.Library);
            return await deed(await recipients.WithAsync(definition, recipients.OfLines(form.DeliverTo), cancellationToken));
        }
        catch (ErrandsBusyException busy)
        {
            Response.Headers.RetryAfter = $"{FaultMap.Seconds(busy.RetryAfter)}";
            return Refuse([new("holidays", words.Check.Busy)], StatusCodes.Status429TooManyRequests);
        }
        catch (Exception fault) when (inWords.Of(fault, form) is { } messages)
        {
            return Refuse(messages, fault is ScheduleChangedException ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest);
        }
    }

    private async Task<IReadOnlyList<Holiday>?> ReadAsync(IFormFile calendar, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await calendar.CopyToAsync(content, cancellationToken);
        return await reader.ReadAsync(content.ToArray(), cancellationToken);
    }

    private PageResult Refuse(IReadOnlyList<FormMessage> messages, int status = StatusCodes.Status400BadRequest)
    {
        Response.StatusCode = status;
        Messages = messages;
        return Page();
    }
}
