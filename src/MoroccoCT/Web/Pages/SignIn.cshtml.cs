using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
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
    private readonly ExternalSignInOptions external;

    public SignInModel(Caller caller, PasswordSignIn passwords, BrowserSession session, ShortNote note, IOptions<ExternalSignInOptions> external) =>
        (this.caller, this.passwords, this.session, this.note, this.external) = (caller, passwords, session, note, external.Value);

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string Name { get; private set; } = "";

    public bool IsRefused { get; private set; }

    /// <summary>Why the provider's way in did not work; null when nobody tried.</summary>
    [BindProperty(SupportsGet = true)]
    public ExternalFault? Problem { get; set; }

    /// <summary>Whether somebody has just signed out who may still be signed in with the provider.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Left { get; set; }

    /// <summary>What the provider is called; null when there is none.</summary>
    public string? Provider => external.IsOn ? external.Name : null;

    /// <summary>Where to go afterwards: somewhere here, or to the beginning.</summary>
    public string Back => LocalAddress.Of(HttpContext, ReturnUrl);

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
