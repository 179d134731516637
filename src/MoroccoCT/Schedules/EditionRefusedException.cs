namespace MoroccoCT.Schedules;

/// <summary>An edition cannot become what it was to become; nothing was changed.</summary>
public sealed class EditionRefusedException(EditionRefusal why, string number) : Exception(Sentence(why, number))
{
    public EditionRefusal Why { get; } = why;

    public string Number { get; } = number;

    private static string Sentence(EditionRefusal why, string number) => why switch
    {
        EditionRefusal.NotHeld => $"{number} does not wait to be released.",
        EditionRefusal.FileChanged => $"{number} has another file by now than the one that was looked at. Look at it as it is now, and release that.",
        EditionRefusal.OnlyEditor => $"All the news in {number} were written by you. Somebody else has to release it; for a desk of one person there is the "
            + "setting Developments:OnePerson.",
        EditionRefusal.NotIssued => $"{number} is no finished edition of a schedule: only such a one can be corrected.",
        EditionRefusal.Superseded => $"{number} is superseded already. Correct the edition that has taken its place.",
        EditionRefusal.StillHeld => $"{number} has not been released: make it anew instead.",
        EditionRefusal.NoSchedule => $"The schedule of {number} is not there any more: nothing says what a correction would cover.",
        _ => $"{number} was changed meanwhile. Look at it as it is now.",
    };
}

public enum EditionRefusal
{
    /// <summary>It is not finished, needs no release or has been released.</summary>
    NotHeld,

    /// <summary>Another file was looked at than the one there is now.</summary>
    FileChanged,

    /// <summary>Nobody but this person has written any of its news.</summary>
    OnlyEditor,

    /// <summary>It is no edition, or not completed.</summary>
    NotIssued,

    /// <summary>A correction has taken its place.</summary>
    Superseded,

    /// <summary>It has yet to be released, and can be made anew as long as it has not.</summary>
    StillHeld,

    /// <summary>Its schedule has ended.</summary>
    NoSchedule,

    /// <summary>Somebody was faster.</summary>
    ChangedMeanwhile,
}
