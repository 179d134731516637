using Microsoft.AspNetCore.Mvc.RazorPages;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Pages;

/// <summary>Who may open which page.</summary>
internal static class PageAccess
{
    public static void AddTo(RazorPagesOptions pages)
    {
        var access = pages.Conventions;
        access.AddPageRoute("/Index", "new");
        access.AddPageRoute("/ScheduleEdit", "schedules/{name:schedule}/edit");
        access.AddPageRoute("/DevelopmentEdit", "developments/{number}/edit");
        string[] forReading =
        [
            "/Index", "/RequestList", "/Request", "/Set", "/Schedules", "/Schedule", "/ThisWeek", "/Developments", "/Development", "/Check", "/Status",
            "/Account",
        ];
        foreach (var page in forReading)
            access.AuthorizePage(page, Policies.Read);
        access.AuthorizePage("/Preview", Policies.Order);
        access.AuthorizePage("/RequestDelete", Policies.Order);
        access.AuthorizePage("/ScheduleEdit", Policies.Order);
        access.AuthorizePage("/DevelopmentEdit", Policies.Write);
        foreach (var page in new[] { "/People", "/Person", "/Audit" })
            access.AuthorizePage(page, Policies.Administer);
        foreach (var page in new[] { "/SignIn", "/SignInCode", "/Welcome", "/Docs", "/Error", "/Language" })
            access.AllowAnonymousToPage(page);
    }
}
