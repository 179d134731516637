using Microsoft.AspNetCore.Mvc.RazorPages;
using MoroccoCT.Schedules;

namespace MoroccoCT.Web.Pages;

/// <summary>The schedules with their next and last editions.</summary>
public sealed class SchedulesModel(ScheduleList schedules) : PageModel
{
    public IReadOnlyList<ScheduleView> Items { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Items = await schedules.ListAsync(cancellationToken);
}
