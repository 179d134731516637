namespace MoroccoCT.Library.Developments;

/// <summary>A development cannot become what it was to become; nothing was changed.</summary>
public sealed class DevelopmentRefusedException(DevelopmentRefusal why, string number) : Exception(Sentence(why, number))
{
    public DevelopmentRefusal Why { get; } = why;

    private static string Sentence(DevelopmentRefusal why, string number) => why switch
    {
        DevelopmentRefusal.Unknown => $"There is no development '{number}' to be changed here.",
        DevelopmentRefusal.ChangedMeanwhile => $"The development {number} was changed meanwhile. Look at it as it is now, and change that.",
        DevelopmentRefusal.NotProposed => $"The development {number} is not proposed: propose it first.",
        DevelopmentRefusal.NoDraft => $"The development {number} is no draft: only a draft can be proposed.",
        DevelopmentRefusal.Withdrawn => $"The development {number} is withdrawn for good. Record a new one.",
        _ => $"The development {number} was written or proposed by you. Somebody else has to publish it; for a desk of one person there is the "
            + $"setting {DevelopmentOptions.Section}:{nameof(DevelopmentOptions.OnePerson)}.",
    };
}

public enum DevelopmentRefusal
{
    /// <summary>There is none for these eyes.</summary>
    Unknown,

    /// <summary>It has another revision by now than the one that was looked at.</summary>
    ChangedMeanwhile,

    /// <summary>What is to be published or sent back has to be proposed.</summary>
    NotProposed,

    /// <summary>What is to be proposed has to be a draft.</summary>
    NoDraft,

    /// <summary>Nothing becomes of it any more.</summary>
    Withdrawn,

    /// <summary>Whoever publishes it must be somebody else than who wrote or proposed it.</summary>
    SecondPerson,
}
