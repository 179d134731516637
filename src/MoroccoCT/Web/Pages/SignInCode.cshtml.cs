using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using MoroccoCT.Audit;
using MoroccoCT.People;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Pages;

/// <summary>The code of an app, after the password.</summary>
[EnableRateLimiting(SignInLimit.Policy)]
public sealed class SignInCodeModel : PageModel
{
    private readonly SecondFactor factor;
    private readonly BrowserSession session;
    private readonly ShortNote note;

    public SignInCodeModel(SecondFactor factor, BrowserSession session, ShortNote note) => (this.factor, this.session, this.note) = (factor, session, note);

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public bool IsRefused { get; private set; }

    public string Back => LocalAddress.Of(HttpContext, ReturnUrl);

    private Guid? HalfWay => Guid.TryParse(note.Read(HttpContext, SignInModel.HalfWay), out var id) ? id : null;

    public IActionResult OnGet() => HalfWay is null ? RedirectToPage("/SignIn", new { returnUrl = Back }) : Page();

    public async Task<IActionResult> OnPostAsync(string? code, CancellationToken cancellationToken)
    {
        if (HalfWay is not { } id)
            return RedirectToPage("/SignIn", new { returnUrl = Back });
        if (await factor.TryAsync(id, code ?? "", HttpContext.Actor(Doors.Form), cancellationToken) is not { } person)
        {
            IsRefused = true;
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Page();
        }

        note.Forget(HttpContext, SignInModel.HalfWay);
        await session.OpenAsync(HttpContext, person, SignInMethod.PasswordAndCode);
        return LocalRedirect(Back);
    }
}
