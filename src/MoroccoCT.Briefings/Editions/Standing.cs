namespace MoroccoCT.Briefings.Editions;

/// <summary>How much of the standing sections an edition carries behind its news.</summary>
public enum Standing
{
    /// <summary>Each section's summary.</summary>
    Summary,

    /// <summary>All that the order takes, as deep as it says.</summary>
    Full,

    /// <summary>What there is, and where to have it.</summary>
    Link,
}
