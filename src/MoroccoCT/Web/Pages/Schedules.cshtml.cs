using Microsoft.AspNetCore.Mvc.RazorPages;
using MoroccoCT.Schedules;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Pages;

/// <summary>The schedules with their next and last editions.</summary>
public sealed class SchedulesModel(ScheduleList schedules, Caller caller) : PageModel
{
    public IReadOnlyList<ScheduleView> Items { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Items = await schedules.ListAsync(caller.Viewer, cancellationToken);
}
