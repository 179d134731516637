using Microsoft.AspNetCore.Mvc.RazorPages;
using MoroccoCT.Web.Health;

namespace MoroccoCT.Web.Pages;

/// <summary>Whether the service can do its work, for people. It can always be shown: it is no fault of the page that something else fails.</summary>
public sealed class StatusModel(ServiceHealth health) : PageModel
{
    public HealthBody Health { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        Health = await health.LookAsync(cancellationToken);
    }
}
