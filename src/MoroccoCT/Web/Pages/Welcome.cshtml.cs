using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using MoroccoCT.Audit;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Web.Language;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Pages;

/// <summary>Where a link leads that is good once: a password or passkey is chosen, or the first administrator made.</summary>
[EnableRateLimiting(SignInLimit.Policy)]
public sealed class WelcomeModel : PageModel
{
    private readonly OneTimeLinks links;
    private readonly BrowserSession session;
    private readonly RequestOwnership ownership;
    private readonly Words words;

    public WelcomeModel(OneTimeLinks links, BrowserSession session, RequestOwnership ownership, Words words) =>
        (this.links, this.session, this.ownership, this.words) = (links, session, ownership, words);

    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    /// <summary>Null when the link is not good any more.</summary>
    public LinkHolder? Holder { get; private set; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<PersonProblem> Problems { get; private set; } = [];

    public int ShortestPassword => PasswordRules.Shortest;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        // The address is a secret: nothing keeps it, and no page learns it from this one.
        Response.Headers.CacheControl = "no-store";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Holder = Token is null ? null : await links.FindAsync(Token, cancellationToken);
        if (Holder is null)
            Response.StatusCode = StatusCodes.Status404NotFound;
    }

    public async Task<IActionResult> OnPostAsync(string? name, string? password, CancellationToken cancellationToken)
    {
        await OnGetAsync(cancellationToken);
        if (Holder is null)
            return Page();
        try
        {
            if (await links.UseAsync(Token!, name, password ?? "", HttpContext.Actor(Doors.Form), cancellationToken) is { } person)
            {
                if (Holder.IsSetUp)
                    await ownership.SettleAsync(cancellationToken);
                await session.OpenAsync(HttpContext, person, SignInMethod.Link);
                return LocalRedirect("~/");
            }

            Holder = null;
        }
        catch (PersonRejectedException rejected)
        {
            (Problems, Name) = (rejected.Problems, name ?? "");
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Page();
    }

    public IEnumerable<string> Messages(string field) => Problems.Where(problem => problem.Field == field).Select(words.PersonProblem.Sentence);
}
