using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MoroccoCT.Audit;
using MoroccoCT.People;
using MoroccoCT.Web.Addresses;
using MoroccoCT.Web.Language;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Pages;

/// <summary>Who may come in; somebody is invited.</summary>
public sealed class PeopleModel : PageModel
{
    private readonly Accounts accounts;
    private readonly OneTimeLinks links;
    private readonly PublicAddress address;
    private readonly Words words;

    public PeopleModel(Accounts accounts, OneTimeLinks links, PublicAddress address, Words words) =>
        (this.accounts, this.links, this.address, this.words) = (accounts, links, address, words);

    public IReadOnlyList<Person> Items { get; private set; } = [];

    public PersonForm Form { get; private set; } = new();

    public IReadOnlyList<PersonProblem> Problems { get; private set; } = [];

    /// <summary>For whoever was just invited.</summary>
    public (Person Person, string Link)? Invitation { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync([FromForm] PersonForm form, CancellationToken cancellationToken)
    {
        var by = HttpContext.Actor(Doors.Form);
        try
        {
            var person = await accounts.AddAsync(form.ToPerson(), by, cancellationToken);
            var token = await links.InviteAsync(person.Id, by, cancellationToken);
            Invitation = (person, address.Welcome(HttpContext, token!));
        }
        catch (PersonRejectedException rejected)
        {
            (Form, Problems) = (form, rejected.Problems);
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        await ShowAsync(cancellationToken);
        return Page();
    }

    public IEnumerable<string> Messages(string field) => Problems.Where(problem => problem.Field == field).Select(words.PersonProblem.Sentence);

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        Items = await accounts.ListAsync(cancellationToken);
    }
}
