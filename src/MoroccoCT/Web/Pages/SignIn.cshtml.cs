using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using MoroccoCT.Audit;
using MoroccoCT.People;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Pages;

/// <summary>Name and password, or a passkey.</summary>
[EnableRateLimiting(SignInLimit.Policy)]
public sealed class SignInModel : PageModel
{
    /// <summary>Of a person whose password was right and whose code is still missing.</summary>
    internal const string HalfWay = "half-way";

    private readonly Caller caller;
    private readonly PasswordSignIn passwords;
    private readonly BrowserSession session;
    private readonly ShortNote note;

    public SignInModel(Caller caller, PasswordSignIn passwords, BrowserSession session, ShortNote note) =>
        (this.caller, this.passwords, this.session, this.note) = (caller, passwords, session, note);

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string Name { get; private set; } = "";

    public bool IsRefused { get; private set; }

    /// <summary>Where to go afterwards: somewhere here, or to the beginning.</summary>
    public string Back => ReturnUrl is { } address && Url.IsLocalUrl(address) ? address : Url.Content("~/");

    public IActionResult OnGet() => caller.IsKnown ? LocalRedirect(Back) : Page();

    public async Task<IActionResult> OnPostAsync(string? name, string? password, CancellationToken cancellationToken)
    {
        if (caller.IsKnown)
            return LocalRedirect(Back);
        if (await passwords.TryAsync(name ?? "", password ?? "", HttpContext.Actor(Doors.Form), cancellationToken) is not { } person)
        {
            (Name, IsRefused) = (name ?? "", true);
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Page();
        }

        if (person.HasSecondFactor)
        {
            note.Write(HttpContext, HalfWay, $"{person.Id}");
            return RedirectToPage("/SignInCode", new { returnUrl = Back });
        }

        await session.OpenAsync(HttpContext, person, SignInMethod.Password);
        return LocalRedirect(Back);
    }
}
