using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MoroccoCT.Audit;
using MoroccoCT.People;
using MoroccoCT.Web.Language;
using MoroccoCT.Web.Addresses;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Pages;

/// <summary>One person: role, clearance, desk, and what lets him in.</summary>
public sealed class PersonModel : PageModel
{
    private readonly Accounts accounts;
    private readonly OneTimeLinks links;
    private readonly ApiKeys keys;
    private readonly PublicAddress address;
    private readonly Words words;

    public PersonModel(Accounts accounts, OneTimeLinks links, ApiKeys keys, PublicAddress address, Words words) =>
        (this.accounts, this.links, this.keys, this.address, this.words) = (accounts, links, keys, address, words);

    public Person Item { get; private set; } = null!;

    public PersonForm Form { get; private set; } = new();

    public IReadOnlyList<ApiKey> KeyList { get; private set; } = [];

    public IReadOnlyList<PersonProblem> Problems { get; private set; } = [];

    public string? Told { get; private set; }

    public string? Link { get; private set; }

    private Actor By => HttpContext.Actor(Doors.Form);

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => ShowAsync(id, cancellationToken);

    public Task<IActionResult> OnPostAsync(Guid id, [FromForm] PersonForm form, CancellationToken cancellationToken) =>
        DoAsync(
            id,
            async () => Told = await accounts.ChangeAsync(id, form.ToChange(), By, cancellationToken) is null ? null : words.People.Saved,
            cancellationToken);

    public Task<IActionResult> OnPostLinkAsync(Guid id, CancellationToken cancellationToken) => DoAsync(
        id,
        async () => Link = await links.InviteAsync(id, By, cancellationToken) is { } token ? address.Welcome(HttpContext, token) : null,
        cancellationToken);

    public Task<IActionResult> OnPostDisableAsync(Guid id, bool disabled, CancellationToken cancellationToken) => DoAsync(
        id,
        async () => Told = await accounts.ChangeAsync(id, new() { IsDisabled = disabled }, By, cancellationToken) is null ? null : words.People.Done,
        cancellationToken);

    public Task<IActionResult> OnPostSessionsAsync(Guid id, CancellationToken cancellationToken) => DoAsync(
        id, async () => Told = await accounts.EndSessionsAsync(id, By, cancellationToken) is null ? null : words.People.Done, cancellationToken);

    public Task<IActionResult> OnPostRevokeAsync(Guid id, Guid keyId, CancellationToken cancellationToken) => DoAsync(
        id, async () => Told = await keys.RevokeAsync(keyId, id, By, cancellationToken) ? words.People.Done : null, cancellationToken);

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            return await accounts.DeleteAsync(id, By, cancellationToken) is null ? NotFound() : RedirectToPage("/People");
        }
        catch (PersonRejectedException rejected)
        {
            return await RefuseAsync(id, rejected, cancellationToken);
        }
    }

    private async Task<IActionResult> DoAsync(Guid id, Func<Task> deed, CancellationToken cancellationToken)
    {
        try
        {
            await deed();
            return await ShowAsync(id, cancellationToken);
        }
        catch (PersonRejectedException rejected)
        {
            return await RefuseAsync(id, rejected, cancellationToken);
        }
    }

    private Task<IActionResult> RefuseAsync(Guid id, PersonRejectedException rejected, CancellationToken cancellationToken)
    {
        Problems = rejected.Problems;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return ShowAsync(id, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        if (await accounts.FindAsync(id, cancellationToken) is not { } item)
            return NotFound();
        (Item, Form) = (item, PersonForm.Of(item));
        KeyList = await keys.ListAsync(id, cancellationToken);
        return Page();
    }
}
