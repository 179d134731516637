namespace MoroccoCT.People;

/// <summary>Somebody the service knows: one row of the ledger. Whoever is deleted keeps the row and the number, and nothing else.</summary>
public sealed record Person
{
    public required Guid Id { get; init; }

    /// <summary>Counts the changes of the row, so that of two who change it at once one succeeds.</summary>
    public int Revision { get; init; }

    /// <summary>Given once; what remains of a person who was deleted.</summary>
    public required long Number { get; init; }

    /// <summary>What is typed to sign in.</summary>
    public required string Name { get; init; }

    /// <summary>The name as it is compared: no two people have the same.</summary>
    public required string NameKey { get; init; }

    /// <summary>What others see.</summary>
    public required string DisplayName { get; init; }

    public required Role Role { get; init; }

    /// <summary>Level of the highest marking this person may see.</summary>
    public required int Clearance { get; init; }

    /// <summary>Whose requests this person shares.</summary>
    public required string Desk { get; init; }

    /// <summary>Where briefings reach this person by mail, as <see cref="MailAddress.Of"/> keeps it; null where none is known. Administrators set it.</summary>
    public string? Email { get; init; }

    /// <summary>Null for who signs in by passkey or elsewhere, and for programs.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>Secret of the authenticator app, encrypted; null without one.</summary>
    public string? TotpSecret { get; init; }

    /// <summary>The time step of the last code that was taken: none is good twice.</summary>
    public long TotpStep { get; init; }

    /// <summary>Hashes of the codes that stand in for the app, separated by spaces; each is good once.</summary>
    public string RecoveryCodes { get; init; } = "";

    /// <summary>Wrong passwords or codes since the last right one.</summary>
    public int Failures { get; init; }

    /// <summary>Until then no password is looked at.</summary>
    public DateTimeOffset? LockedUntil { get; init; }

    /// <summary>Tag of the language this person wants the pages in; null until one was chosen.</summary>
    public string? Language { get; init; }

    public bool IsDisabled { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastSignInAt { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Whether this person may come in at all.</summary>
    public bool IsActive => !IsDisabled && DeletedAt is null;

    public bool HasSecondFactor => TotpSecret is not null;
}
