namespace MoroccoCT.Schedules;

/// <summary>What becomes of an edition that would be due on a holiday.</summary>
public enum OnHoliday
{
    /// <summary>There is none; the next one covers its days too.</summary>
    Skip,

    /// <summary>It is due at the same time on the next day from Monday to Friday that is no holiday.</summary>
    Move,
}
