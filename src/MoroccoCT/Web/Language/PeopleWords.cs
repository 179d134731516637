using MoroccoCT.Language;
using MoroccoCT.People;

namespace MoroccoCT.Web.Language;

/// <summary>Signing in, one's own account, and the people that administrators let in.</summary>
public sealed class PeopleWords(Texts texts) : WordGroup(texts, "People")
{
    public string Solo => Text();

    public string SignIn => Text();

    public string SignOut => Text();

    public string Name => Text();

    public string Password => Text();

    public string WithPasskey => Text();

    public string PasskeyHelp => Text();

    public string WithProvider(string provider) => Text(nameof(WithProvider), ("provider", provider));

    public string External(ExternalFault fault) => Text($"External.{fault}");

    public string Left => Text();

    public string LeaveToo(string provider) => Text(nameof(LeaveToo), ("provider", provider));

    public string Refused => Text();

    public string CodeTitle => Text();

    public string CodeLead => Text();

    public string Code => Text();

    public string CodeRefused => Text();

    public string Continue => Text();

    public string PasskeyRefused => Text();

    public string PasskeyFailed => Text();

    public string PageTooOld => Text();

    public string LinkOver => Text();

    public string WelcomeTitle => Text();

    public string WelcomeLead(string name) => Text(nameof(WelcomeLead), ("name", name));

    public string SetUpTitle => Text();

    public string SetUpLead => Text();

    public string NewPassword => Text();

    public string PasswordHelp(int shortest) => Counted(shortest);

    public string SetPassword => Text();

    public string AddPasskey => Text();

    public string PasskeyName => Text();

    public string AccountTitle => Text();

    public string AccountLead(Person person) => Text(
        nameof(AccountLead), ("name", person.DisplayName), ("role", RoleName(person.Role).ToLowerInvariant()), ("desk", person.Desk));

    public string PasswordTitle => Text();

    public string PresentPassword => Text();

    public string PasswordChanged => Text();

    public string PasskeysTitle => Text();

    public string NoPasskeys => Text();

    public string AppTitle => Text();

    public string AppOn => Text();

    public string AppOff => Text();

    public string AppPicture => Text();

    public string AppKey => Text();

    public string AppTurnOn => Text();

    public string AppTurnOff => Text();

    public string RecoveryTitle => Text();

    public string RecoveryLead => Text();

    public string KeysTitle => Text();

    public string KeysLead => Text();

    public string NoKeys => Text();

    public string KeyName => Text();

    public string KeyDays => Text();

    public string KeyScopes => Text();

    public string ScopeName(string scope) => People.KeyScopes.All.Contains(scope) ? Text($"Scope.{scope}") : scope;

    public string KeyCreate => Text();

    public string KeyOnce => Text();

    public string KeyUntil(string day) => Text(nameof(KeyUntil), ("day", day));

    public string KeyUsed(string? moment) => moment is null ? Text("KeyNeverUsed") : Text(nameof(KeyUsed), ("moment", moment));

    public string KeyRevoked => Text();

    public string Revoke => Text();

    public string Remove => Text();

    public string EntryTitle => Text();

    public string SessionsTitle => Text();

    public string SessionHere => Text();

    public string SessionSince(string moment, string? from) => from is null
        ? Text(nameof(SessionSince), ("moment", moment))
        : Text("SessionSinceFrom", ("moment", moment), ("address", from));

    public string EndSessions => Text();

    public string PeopleTitle => Text();

    public string PeopleLead => Text();

    public string Invite => Text();

    public string InviteSubmit => Text();

    public string InviteLink(string name) => Text(nameof(InviteLink), ("name", name));

    public string DisplayName => Text();

    public string Email => Text();

    public string EmailHelp => Text();

    public string Role => Text();

    public string RoleName(Role role) => Text($"RoleName.{role}");

    public string RoleMeaning(Role role) => Text($"RoleMeaning.{role}");

    public string Clearance => Text();

    public string ClearanceHelp => Text();

    public string Desk => Text();

    public string Disabled => Text();

    public string LastSignIn(string? moment) => moment is null ? Text("NeverSignedIn") : Text(nameof(LastSignIn), ("moment", moment));

    public string Save => Text();

    public string Saved => Text();

    public string NewLink => Text();

    public string NewLinkHelp => Text();

    public string Disable => Text();

    public string Enable => Text();

    public string Delete => Text();

    public string DeleteHelp => Text();

    public string SignOutEverywhere => Text();

    public string Done => Text();

    public string ForbiddenTitle => Text();

    public string ForbiddenAdvice => Text();
}
