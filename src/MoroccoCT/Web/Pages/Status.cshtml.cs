using Microsoft.AspNetCore.Mvc.RazorPages;
using MoroccoCT.Web.Health;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Pages;

/// <summary>Whether the service can do its work, for people. It can always be shown: it is no fault of the page that something else fails.</summary>
public sealed class StatusModel(ServiceHealth health, Caller caller) : PageModel
{
    public HealthBody Health { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        var found = await health.LookAsync(cancellationToken);
        Health = caller.MayAdminister ? found : found.InShort();
    }
}
