using System.Text.Json;

namespace MoroccoCT.Audit;

/// <summary>All that the audit tells of. The words are stored and never change their meaning; new ones may be added.</summary>
public enum Deed
{
    SettingsAtStart,
    SignIn,
    SignInFailed,
    SignOut,
    LockedOut,
    Order,
    Cancelled,
    Retried,
    Shared,
    Deleted,
    Held,
    HoldLifted,
    HandedOn,
    Download,
    Verification,
    Export,
    PersonAdded,
    PersonDisabled,
    PersonEnabled,
    PersonDeleted,
    Invited,
    RoleChanged,
    ClearanceChanged,
    DeskChanged,
    DisplayNameChanged,
    EmailChanged,
    PasswordChanged,
    SecondFactorChanged,
    SessionsRevoked,
    KeyCreated,
    KeyRevoked,
    ScheduleMade,
    ScheduleChanged,
    SchedulePaused,
    ScheduleResumed,
    ScheduleEnded,
    Released,
    MadeAnew,
    Superseded,
    SendWanted,
    Sent,
    SendFailed,
    DevelopmentRecorded,
    DevelopmentEdited,
    DevelopmentProposed,
    DevelopmentSentBack,
    DevelopmentPublished,
    DevelopmentWithdrawn,
}

/// <summary>The words under which deeds are stored.</summary>
public static class Deeds
{
    private static readonly Dictionary<string, Deed> byWord = Enum.GetValues<Deed>().ToDictionary(Word, StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Words => byWord.Keys;

    public static string Word(this Deed deed) => JsonNamingPolicy.CamelCase.ConvertName(deed.ToString());

    /// <returns>Null for a word of a newer version.</returns>
    public static Deed? Of(string word) => byWord.TryGetValue(word, out var deed) ? deed : null;
}
