using MoroccoCT.People;

namespace MoroccoCT.Web.Language;

/// <summary>Signing in, one's own account, and the people that administrators let in.</summary>
public sealed record PeopleWords
{
    public string Solo { get; init; } = "For one person on this machine: there is no sign-in, and nobody else can reach it.";

    public string SignIn { get; init; } = "Sign in";

    public string SignOut { get; init; } = "Sign out";

    public string Name { get; init; } = "Name";

    public string Password { get; init; } = "Password";

    public string WithPasskey { get; init; } = "Sign in with a passkey";

    public string PasskeyHelp { get; init; } = "Your device asks for your finger, face or PIN.";

    public string WithProvider(string provider) => $"Sign in with {provider}";

    public string External(ExternalFault fault) => fault switch
    {
        ExternalFault.Away => "The other service does not answer. Sign in here, or try again later.",
        ExternalFault.NotHere => "You are known there, but nobody has let you in here. Ask an administrator.",
        ExternalFault.NameTaken => "Somebody has your name here already. Ask an administrator.",
        _ => "The other service did not let you in. Try again.",
    };

    public string Left { get; init; } = "You are signed out here.";

    public string LeaveToo(string provider) => $"Sign out of {provider} too";

    public string Refused { get; init; } =
        "Name and password do not belong together, or the account cannot be used at the moment. After several mistakes it is locked for a while.";

    public string CodeTitle { get; init; } = "Your second factor";

    public string CodeLead { get; init; } = "Type the six digits that your authenticator app shows, or one of your recovery codes.";

    public string Code { get; init; } = "Code";

    public string CodeRefused { get; init; } = "The code is not right, or was used before. Wait for the next one.";

    public string Continue { get; init; } = "Continue";

    public string PasskeyRefused { get; init; } = "The passkey was not accepted. It may belong to another service, or have been removed here.";

    public string PasskeyFailed { get; init; } = "The device gave no passkey. Try again, or sign in with your password.";

    public string PageTooOld { get; init; } = "This page was open for too long. Load it again.";

    public string LinkOver { get; init; } = "This link was used already, or is too old. Ask an administrator for a new one.";

    public string WelcomeTitle { get; init; } = "Welcome";

    public string WelcomeLead(string name) => $"You sign in as {name}. Choose how: with a password, or with a passkey of your device.";

    public string SetUpTitle { get; init; } = "Set up the service";

    public string SetUpLead { get; init; } =
        "You become its first administrator. What was ordered before there was sign-in belongs to you from now on.";

    public string NewPassword { get; init; } = "New password";

    public string PasswordHelp(int shortest) => $"At least {shortest} characters. Several words that do not belong together are best.";

    public string SetPassword { get; init; } = "Use this password";

    public string AddPasskey { get; init; } = "Add a passkey";

    public string PasskeyName { get; init; } = "Name of the passkey";

    public string AccountTitle { get; init; } = "Your account";

    public string AccountLead(Person person) => $"{person.DisplayName}, {RoleName(person.Role).ToLowerInvariant()} at the desk “{person.Desk}”.";

    public string PasswordTitle { get; init; } = "Password";

    public string PresentPassword { get; init; } = "Present password";

    public string PasswordChanged { get; init; } = "The password was changed. All other browsers have to sign in again.";

    public string PasskeysTitle { get; init; } = "Passkeys";

    public string NoPasskeys { get; init; } = "None yet.";

    public string AppTitle { get; init; } = "Authenticator app";

    public string AppOn { get; init; } = "A code of your app is asked for after the password.";

    public string AppOff { get; init; } = "Scan the picture with your app, or type the key into it; then type the code that it shows.";

    public string AppPicture { get; init; } = "Picture for the authenticator app; the key beside it says the same";

    public string AppKey { get; init; } = "Key";

    public string AppTurnOn { get; init; } = "Use the app";

    public string AppTurnOff { get; init; } = "Do without the app";

    public string RecoveryTitle { get; init; } = "Recovery codes";

    public string RecoveryLead { get; init; } = "Each stands in once for your app. They are shown only now: print them or write them down.";

    public string KeysTitle { get; init; } = "API keys";

    public string KeysLead { get; init; } = "A program acts in your name with a key, as far as you allow it.";

    public string NoKeys { get; init; } = "None yet.";

    public string KeyName { get; init; } = "Name of the key";

    public string KeyDays { get; init; } = "Good for days";

    public string KeyScopes { get; init; } = "Good for";

    public string ScopeName(string scope) => scope switch
    {
        People.KeyScopes.Read => "looking at requests and fetching documents",
        People.KeyScopes.Orders => "ordering",
        _ => "people and the audit",
    };

    public string KeyCreate { get; init; } = "Make a key";

    public string KeyOnce { get; init; } = "This is the key. It is shown only now.";

    public string KeyUntil(string day) => $"good until {day}";

    public string KeyUsed(string? moment) => moment is null ? "never used" : $"last used {moment}";

    public string KeyRevoked { get; init; } = "revoked";

    public string Revoke { get; init; } = "Revoke";

    public string Remove { get; init; } = "Remove";

    public string EntryTitle { get; init; } = "Signing in";

    public string SessionsTitle { get; init; } = "Where you are signed in";

    public string SessionHere { get; init; } = "this browser";

    public string SessionSince(string moment, string? from) => from is null ? $"since {moment}" : $"since {moment}, from {from}";

    public string EndSessions { get; init; } = "Sign out everywhere";

    public string PeopleTitle { get; init; } = "People";

    public string PeopleLead { get; init; } = "Who may come in, as what, and how far each one sees.";

    public string Invite { get; init; } = "Invite somebody";

    public string InviteSubmit { get; init; } = "Make an invitation";

    public string InviteLink(string name) => $"Send this link to {name}. It is shown only now and is good once.";

    public string DisplayName { get; init; } = "Shown as";

    public string Role { get; init; } = "Role";

    public string RoleName(Role role) => role switch
    {
        People.Role.Reader => "Reader",
        People.Role.Requester => "Requester",
        People.Role.Editor => "Editor",
        People.Role.Approver => "Approver",
        _ => "Administrator",
    };

    public string RoleMeaning(Role role) => role switch
    {
        People.Role.Reader => "sees and downloads the desk’s briefings",
        People.Role.Requester => "also orders briefings",
        People.Role.Editor => "also writes",
        People.Role.Approver => "also releases what others wrote",
        _ => "also lets people in and sees the audit",
    };

    public string Clearance { get; init; } = "Clearance";

    public string ClearanceHelp { get; init; } = "The highest marking this person may see.";

    public string Desk { get; init; } = "Desk";

    public string Disabled { get; init; } = "kept out";

    public string LastSignIn(string? moment) => moment is null ? "never signed in" : $"last signed in {moment}";

    public string Save { get; init; } = "Save";

    public string Saved { get; init; } = "Saved. What this person may do has changed at once; where it became different, a new sign-in is needed.";

    public string NewLink { get; init; } = "New link to sign in";

    public string NewLinkHelp { get; init; } = "For whoever has lost password or device.";

    public string Disable { get; init; } = "Keep out";

    public string Enable { get; init; } = "Let in again";

    public string Delete { get; init; } = "Delete";

    public string DeleteHelp { get; init; } = "The name goes; the requests stay, under a number. This cannot be undone.";

    public string SignOutEverywhere { get; init; } = "End all sessions";

    public string Done { get; init; } = "Done.";

    public string ForbiddenTitle { get; init; } = "This is not for you";

    public string ForbiddenAdvice { get; init; } = "Your role does not open this page. An administrator can change that.";
}
