using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MoroccoCT.People;
using MoroccoCT.Web.Language;
using MoroccoCT.Web.Preferences;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Pages;

/// <summary>Takes the choice of a language, keeps it and goes back to where it was made.</summary>
public sealed class LanguageModel : PageModel
{
    private readonly Caller caller;
    private readonly Accounts accounts;

    public LanguageModel(Caller caller, Accounts accounts) => (this.caller, this.accounts) = (caller, accounts);

    public async Task<IActionResult> OnPostAsync(string? language, string? back, CancellationToken cancellationToken)
    {
        if (Words.Find(language) is not { } chosen)
            return BadRequest();
        if (caller.Person is { } person && person.Language != chosen.Language)
            await accounts.SetLanguageAsync(person.Id, chosen.Language, cancellationToken);

        // For the pages before signing in, too.
        LanguageCookie.Write(HttpContext, chosen.Language);
        return LocalRedirect(LocalAddress.Of(HttpContext, back));
    }
}
