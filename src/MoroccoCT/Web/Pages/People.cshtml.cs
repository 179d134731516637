using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MoroccoCT.Audit;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Faults;
using MoroccoCT.People;
using MoroccoCT.Web.Addresses;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Pages;

/// <summary>Who may come in; somebody is invited.</summary>
public sealed class PeopleModel : PageModel
{
    private readonly Accounts accounts;
    private readonly OneTimeLinks links;
    private readonly PublicAddress address;

    public PeopleModel(Accounts accounts, OneTimeLinks links, PublicAddress address) => (this.accounts, this.links, this.address) = (accounts, links, address);

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

    public IEnumerable<string> Messages(string field) => Problems.Where(problem => problem.Field == field).Select(PersonWords.English.Sentence);

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        Items = await accounts.ListAsync(cancellationToken);
    }
}

/// <summary>Somebody as a form describes him.</summary>
public sealed record PersonForm
{
    public string? Name { get; init; }

    public string? DisplayName { get; init; }

    public string? Role { get; init; }

    public string? Clearance { get; init; }

    public string? Desk { get; init; }

    public static PersonForm Of(Person person) => new()
    {
        Name = person.Name,
        DisplayName = person.DisplayName,
        Role = $"{person.Role}",
        Clearance = Marking.All[person.Clearance].Label,
        Desk = person.Desk,
    };

    /// <exception cref="PersonRejectedException">Role or clearance is none.</exception>
    internal NewPerson ToPerson() => new(
        Name ?? "", RoleNames.Of(Role ?? ""), Clearances.Of(Clearance ?? ""), string.IsNullOrWhiteSpace(Desk) ? NewPerson.FirstDesk : Desk,
        string.IsNullOrWhiteSpace(DisplayName) ? null : DisplayName);

    /// <exception cref="PersonRejectedException">Role or clearance is none.</exception>
    internal PersonChange ToChange() => new()
    {
        Role = Role is null ? null : RoleNames.Of(Role),
        Clearance = Clearance is null ? null : Clearances.Of(Clearance),
        Desk = string.IsNullOrWhiteSpace(Desk) ? null : Desk,
        DisplayName = string.IsNullOrWhiteSpace(DisplayName) ? null : DisplayName,
    };
}
