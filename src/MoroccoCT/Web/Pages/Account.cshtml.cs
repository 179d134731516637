using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using MoroccoCT.Audit;
using MoroccoCT.People;
using MoroccoCT.Web.Language;
using MoroccoCT.Web.SignIn;
using QRCoder;

namespace MoroccoCT.Web.Pages;

/// <summary>One's own password, passkeys, app, keys and sessions.</summary>
[EnableRateLimiting(SignInLimit.Policy)]
public sealed class AccountModel : PageModel
{
    /// <summary>The secret for the app, until a code made of it came back.</summary>
    private const string AppNote = "app";

    private readonly Caller caller;
    private readonly Accounts accounts;
    private readonly PasswordSignIn passwords;
    private readonly SecondFactor factor;
    private readonly Passkeys passkeys;
    private readonly ApiKeys keys;
    private readonly Sessions sessions;
    private readonly BrowserSession session;
    private readonly ShortNote note;
    private readonly Words words;

    public AccountModel(
        Caller caller, Accounts accounts, PasswordSignIn passwords, SecondFactor factor, Passkeys passkeys, ApiKeys keys, Sessions sessions,
        BrowserSession session, ShortNote note, Words words) =>
        (this.caller, this.accounts, this.passwords, this.factor, this.passkeys, this.keys, this.sessions, this.session, this.note, this.words) =
            (caller, accounts, passwords, factor, passkeys, keys, sessions, session, note, words);

    public Person Person => caller.Person!;

    public Guid SessionId => caller.Session!.Id;

    public IReadOnlyList<Passkey> PasskeyList { get; private set; } = [];

    public IReadOnlyList<ApiKey> KeyList { get; private set; } = [];

    public IReadOnlyList<Session> SessionList { get; private set; } = [];

    public IReadOnlyList<PersonProblem> Problems { get; private set; } = [];

    /// <summary>What was done, in a sentence.</summary>
    public string? Told { get; private set; }

    /// <summary>A key that was just made; shown this once.</summary>
    public string? NewKey { get; private set; }

    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    public string AppSecret { get; private set; } = "";

    public IReadOnlyList<string> Scopes => KeyScopes.Of(Person.Role);

    public int ShortestPassword => PasswordRules.Shortest;

    /// <summary>The picture for the app, as an address that holds it.</summary>
    public string AppPicture
    {
        get
        {
            using var code = QRCodeGenerator.GenerateQrCode(
                SecondFactor.AppAddress(words.Site.Name, Person.Name, AppSecret), QRCodeGenerator.ECCLevel.M);
            return $"data:image/png;base64,{Convert.ToBase64String(new PngByteQRCode(code).GetGraphic(4))}";
        }
    }

    /// <summary>Without sign-in nobody has an account.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (caller.Session is null)
            context.Result = NotFound();
    }

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostSignOutAsync()
    {
        var byProvider = caller.Session!.Method == SignInMethod.External;
        await session.EndAsync(HttpContext);
        return RedirectToPage("/SignIn", byProvider ? new { left = true } : null);
    }

    public Task<IActionResult> OnPostPasswordAsync(string? present, string? password, CancellationToken cancellationToken) => DoAsync(
        async by =>
        {
            // Whoever sits down at somebody's open browser shall not take the account over.
            if (Person.PasswordHash is not null && await passwords.TryAsync(Person.Name, present ?? "", by, cancellationToken) is null)
                throw new PersonRejectedException(new PersonProblem("present", PersonFault.PasswordWrong));
            await accounts.SetPasswordAsync(Person.Id, password ?? "", by, cancellationToken);
            await session.OpenAsync(HttpContext, Person, SignInMethod.Password);
            return words.People.PasswordChanged;
        },
        cancellationToken);

    public Task<IActionResult> OnPostAppAsync(string? code, CancellationToken cancellationToken) => DoAsync(
        async by =>
        {
            RecoveryCodes = note.Read(HttpContext, AppNote) is { } secret
                ? await factor.EnrolAsync(Person.Id, secret, code ?? "", by, cancellationToken)
                : null;
            return RecoveryCodes is null ? throw new PersonRejectedException(new PersonProblem("code", PersonFault.CodeWrong)) : words.People.Done;
        },
        cancellationToken);

    public Task<IActionResult> OnPostWithoutAppAsync(string? code, CancellationToken cancellationToken) => DoAsync(
        async by =>
        {
            if (await factor.TryAsync(Person.Id, code ?? "", by, cancellationToken) is null)
                throw new PersonRejectedException(new PersonProblem("code", PersonFault.CodeWrong));
            await factor.RemoveAsync(Person.Id, by, cancellationToken);
            return words.People.Done;
        },
        cancellationToken);

    public Task<IActionResult> OnPostRemovePasskeyAsync(string id, CancellationToken cancellationToken) => DoAsync(
        async by =>
        {
            await passkeys.RemoveAsync(Person.Id, id, by, cancellationToken);
            return words.People.Done;
        },
        cancellationToken);

    public Task<IActionResult> OnPostKeyAsync(string? keyName, string[] scopes, int days, CancellationToken cancellationToken) => DoAsync(
        async by =>
        {
            var made = await keys.CreateAsync(Person.Id, keyName ?? "", scopes, days, by, cancellationToken);
            NewKey = made?.Key;
            return words.People.KeyOnce;
        },
        cancellationToken);

    public Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken cancellationToken) => DoAsync(
        async by =>
        {
            await keys.RevokeAsync(id, Person.Id, by, cancellationToken);
            return words.People.Done;
        },
        cancellationToken);

    public async Task<IActionResult> OnPostEverywhereAsync(CancellationToken cancellationToken)
    {
        await accounts.EndSessionsAsync(Person.Id, HttpContext.Actor(Doors.Form), cancellationToken);
        session.Forget(HttpContext);
        return RedirectToPage("/SignIn");
    }

    public IEnumerable<string> Messages(params string[] fields) =>
        Problems.Where(problem => fields.Contains(problem.Field)).Select(words.PersonProblem.Sentence);

    private async Task<IActionResult> DoAsync(Func<Actor, Task<string>> deed, CancellationToken cancellationToken)
    {
        try
        {
            Told = await deed(HttpContext.Actor(Doors.Form));
        }
        catch (PersonRejectedException rejected)
        {
            Problems = rejected.Problems;
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        await ShowAsync(cancellationToken);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        PasskeyList = await passkeys.ListAsync(Person.Id, cancellationToken);
        KeyList = await keys.ListAsync(Person.Id, cancellationToken);
        SessionList = await sessions.ListAsync(Person.Id, cancellationToken);
        HasApp = (await accounts.FindAsync(Person.Id, cancellationToken))?.HasSecondFactor ?? false;
        if (HasApp)
            return;
        AppSecret = note.Read(HttpContext, AppNote) ?? SecondFactor.NewSecret();
        note.Write(HttpContext, AppNote, AppSecret);
    }

    public bool HasApp { get; private set; }
}
