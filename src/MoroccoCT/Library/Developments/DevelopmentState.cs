namespace MoroccoCT.Library.Developments;

/// <summary>Where the text that is being written stands. What was published before stays in force meanwhile.</summary>
public enum DevelopmentState
{
    Draft,
    Proposed,
    Published,

    /// <summary>For good: what is to be said again is a development of its own.</summary>
    Withdrawn,

    /// <summary>A newer version of the service has set a state that this one does not know; it leaves the development alone.</summary>
    Unknown,
}
