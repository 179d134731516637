using MoroccoCT.Audit;

namespace MoroccoCT.Web.Language;

/// <summary>The page of the audit.</summary>
public sealed record AuditWords
{
    public string Title { get; init; } = "Audit";

    public string Lead { get; init; } = "Who did what, when and from where, newest first. Entries are only ever added, and each is bound to the one before it.";

    public string Filter { get; init; } = "Look for certain entries";

    public string Who { get; init; } = "Who";

    public string What { get; init; } = "What";

    public string Anything { get; init; } = "anything";

    public string Subject { get; init; } = "Number or name";

    public string From { get; init; } = "From day";

    public string To { get; init; } = "To day";

    public string RequestId { get; init; } = "Trace id";

    public string Details { get; init; } = "Details";

    public string ExactTime { get; init; } = "Time in UTC";

    public string Hash { get; init; } = "Hash";

    public string Apply { get; init; } = "Show";

    public string Clear { get; init; } = "Show everything";

    public string None { get; init; } = "No entry matches.";

    public string Entries { get; init; } = "Entries";

    public string Pages { get; init; } = "Pages of the audit";

    public string Newer { get; init; } = "Newer entries";

    public string Older { get; init; } = "Older entries";

    public string Csv { get; init; } = "Download as CSV";

    public string Json { get; init; } = "Download as JSON";

    public string ExportHint { get; init; } =
        "All entries that match. CSV is for reading, JSON for proofs: it has every field as it is stored. Each download is entered here.";

    /// <summary>In the place of a name.</summary>
    public string Nobody { get; init; } = "somebody unknown";

    public string DoorName(string door) => door switch
    {
        Doors.Form => "page",
        Doors.Api => "API",
        Doors.Schedule => "schedule",
        Doors.CommandLine => "command line",
        Doors.Service => "service",
        _ => door,
    };

    /// <param name="word">As it is stored; one that a newer version wrote is shown as it is.</param>
    public string DeedName(string word) => Deeds.Of(word) is { } deed ? Name(deed) : word;

    public string Name(Deed deed) => deed switch
    {
        Deed.SettingsAtStart => "Settings at start",
        Deed.SignIn => "Signed in",
        Deed.SignInFailed => "Sign-in failed",
        Deed.SignOut => "Signed out",
        Deed.LockedOut => "Locked out",
        Deed.Order => "Ordered",
        Deed.Cancelled => "Cancelled",
        Deed.Retried => "Begun again",
        Deed.Shared => "Shared",
        Deed.Download => "Downloaded",
        Deed.Verification => "Checked a file",
        Deed.Export => "Exported",
        Deed.PersonAdded => "Added a person",
        Deed.PersonDisabled => "Disabled a person",
        Deed.PersonEnabled => "Let a person in again",
        Deed.PersonDeleted => "Deleted a person",
        Deed.Invited => "Invited a person",
        Deed.RoleChanged => "Changed a role",
        Deed.ClearanceChanged => "Changed a clearance",
        Deed.DeskChanged => "Moved a person to another desk",
        Deed.DisplayNameChanged => "Changed a shown name",
        Deed.PasswordChanged => "Changed a password",
        Deed.SecondFactorChanged => "Changed a second factor",
        Deed.SessionsRevoked => "Ended sessions",
        Deed.KeyCreated => "Created a key",
        Deed.KeyRevoked => "Revoked a key",
        _ => throw new InvalidOperationException($"There are no words for {deed}."),
    };
}
