using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MoroccoCT.Delivery;
using MoroccoCT.Delivery.Transport;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Web.Health;
using MoroccoCT.Web.Language;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Pages;

/// <summary>Whether the service can do its work, for people. It can always be shown: it is no fault of the page that something else fails.</summary>
public sealed class StatusModel(ServiceHealth health, Deliveries deliveries, Notices notices, Caller caller, Words words) : PageModel
{
    public HealthBody Health { get; private set; } = null!;

    /// <summary>Whether a test mail can be sent by whoever looks.</summary>
    public bool MayTest => caller.MayAdminister && deliveries.HasMail;

    public string? To { get; private set; }

    /// <summary>What became of the test mail; null when none was sent.</summary>
    public SendResult? Test { get; private set; }

    /// <summary>Why none was.</summary>
    public string? Refusal { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        var found = await health.LookAsync(cancellationToken);
        Health = caller.MayAdminister ? found : found.InShort();
    }

    public async Task<IActionResult> OnPostTestAsync([FromForm] string? to, CancellationToken cancellationToken)
    {
        if (!caller.MayAdminister)
            return StatusCode(StatusCodes.Status403Forbidden);
        if (!deliveries.HasMail)
            return NotFound();
        To = to;
        if (MailAddress.Fault("email", to ?? "") is { } fault)
            Refusal = words.PersonProblem.Sentence(fault);
        else
            Test = await notices.TestAsync(new(DeliveryChannel.Mail, MailAddress.Of(to)!, Language: words.Language), cancellationToken);
        await OnGetAsync(cancellationToken);
        return Page();
    }
}
