namespace MoroccoCT.Schedules;

/// <summary>What becomes of an edition that fell due while nothing ran.</summary>
public enum Misfire
{
    /// <summary>It is made as soon as something runs again; of several the last one.</summary>
    Once,

    /// <summary>It is left out, unless it is at most a quarter of an hour late.</summary>
    Skip,
}
